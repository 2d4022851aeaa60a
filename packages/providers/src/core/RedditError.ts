/** What Reddit's errors mean for a private message: `json.errors` of its API (https://www.reddit.com/dev/api#POST_api_compose). */
import type { VendorVerdict } from "./VendorVerdict.ts"

const names: ReadonlyArray<readonly [VendorVerdict, ReadonlyArray<string>]> = [
  ["rate_limited", ["RATELIMIT", "QUOTA_FILLED"]],
  ["credential", ["USER_REQUIRED", "BAD_CAPTCHA", "ACCOUNT_SUSPENDED", "invalid_grant", "unauthorized_client"]],
  [
    "recipient",
    [
      "USER_DOESNT_EXIST",
      "NO_USER",
      "INVALID_USER",
      "USER_BLOCKED",
      "USER_BLOCKED_MESSAGE",
      "NOT_WHITELISTED_BY_USER_MESSAGE",
      "CANT_MESSAGE_USER",
      "DELETED_COMMENT",
      "THREAD_LOCKED"
    ]
  ],
  ["content", ["NO_TEXT", "NO_SUBJECT", "TOO_LONG", "BANNED_IN_SUBREDDIT", "SPAM", "DOMAIN_BANNED"]]
]
const known = new Map(names.flatMap(([verdict, all]) => all.map((name) => [name, verdict] as const)))

export const verdict = (name: string): VendorVerdict => known.get(name) ?? "request"
