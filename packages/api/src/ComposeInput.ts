/** What `compose` takes, and what each field of it means: to the composer here, and to a model where one is configured. */
import { Channel } from "@loopdrive/domain/Channel"
import { ToneName } from "@loopdrive/domain/Voice"
import * as Schema from "effect/Schema"
import { field } from "./Described.ts"
import * as Input from "./Input.ts"

/** One of the contract's, or `dm`: any social platform. Others are refused when the request is looked at. */
export const channel = Input.text(40)
export const objective = Input.text(200)
export const brand = Input.maybe(Input.id)

const flag = Input.maybe(Schema.Boolean)
const count = Input.maybe(Schema.Finite)
const words = Input.maybe(Input.string(200))

const lengths =
  "Unless asked otherwise 3,000 for email, 160 (one segment) for SMS, and elsewhere what the channel takes. " +
  "No channel takes more than its own limit: email 10,000, sms 1,600, instagram 800, x 280, whatsapp 1,000, " +
  "linkedin 1,900, tiktok and youtube 500, facebook, reddit and site 2,000."

/** Unknown keys are ignored. */
export const ConstraintsInput = Schema.Struct({
  maxVariants: field(
    count,
    "Variants to compose, the primary one included: a whole number from 1 to 10. 3 by default."
  ),
  maxChars: field(
    count,
    `Characters (UTF-16 units) that the text may have, its subject apart: a whole number from 20 to 100,000. ${lengths}`
  ),
  maxLength: field(count, "The older name of `maxChars`. Where both are given, the smaller one holds."),
  minLength: field(
    count,
    "Characters that the text should have at least: a whole number from 0, the default, to what it may have at most. A shorter text is named in `meta.leftOut`."
  ),
  tone: field(
    words,
    `How it should sound: ${ToneName.literals.join(", ")}, or words that mean one of them, such as "relaxed". The brand's own by default.`
  ),
  readingLevel: field(
    words,
    "How easy it should be to read: a school grade from 3 to 18 (`grade 8`), or words such as `simple`, `general` or `college`. No limit by default."
  ),
  includeEmoji: field(flag, "Whether it has an emoji. As the brand's style says by default."),
  includeLink: field(
    flag,
    "Whether it has a link: `linkUrl`, or a link of the context, or the brand's own. By default it has one where `linkUrl` is given; false keeps links of the context out, too."
  ),
  linkUrl: field(
    Input.maybe(Input.string(2000)),
    "Where the link leads: an http or https address without credentials, short enough to leave 20 characters for words."
  ),
  ctaStyle: field(words, "How it asks for the next step: direct, soft, question or value. `soft` by default."),
  urgency: field(words, "How pressing it sounds: low, medium or high. `low` by default."),
  personalization: field(
    words,
    "How much of what is known of the person it speaks of: high, medium (one memory at most) or low (neither memories nor topics). `high` by default."
  ),
  testMode: field(flag, "Composed to be looked at: it is not counted in analytics. False by default.")
})

const objectives = `What the message is for. Eight have words of their own:

* \`nurture\`: keep in touch
* \`winback\`: bring back who has gone quiet
* \`demo_book\`: invite to a demo
* \`upsell\`: more of what the person has
* \`cross_sell\`: something that goes with it
* \`onboard\`: help with the first steps
* \`support\`: help with a problem
* \`education\`: teach something

Any other text is taken. Names of occasions are understood, such as \`welcome\`, \`birthday\`, \`apology\`, \`payment_failed\`, \`shipping\`, \`order_confirmation\`, \`opening_hours\`, \`price_drop\`, \`renewal_reminder\`, \`feedback\`, \`invitation\`, \`thank_you\`, \`abandoned_cart\`, \`referral\`, \`launch\`, \`appointment\`, \`reminder\`; so is what became of something (\`class cancelled\`, \`order delayed\`, \`back in stock\`), and so are orders in English (\`announce that our shop reopens on Monday\`). Where nothing is understood, the message has words that go with anything.`

const context = `What the message is to say, as a record of at most 16 KiB. \`validUntil\`, \`valid_until\` and \`valid-until\` are one key; a record with a \`name\` or \`title\` stands for what it names, as in \`{ "product": { "name": "Oven", "price": "€49" } }\`. A model is told all of it. The composer here knows these keys:

* what it is about: \`product\`, \`plan\`, \`items\`, \`topic\`, \`feature\`, \`book\`, \`subscription\`, \`membership\`, \`policy\`, \`trip\`, \`recommendation\`
* what it costs: \`price\`, \`regularPrice\`; as text (\`"€49"\`), or as a number beside \`currency\` (ISO 4217), in cents under \`priceCents\`
* what is given: \`offer\`, \`gift\`, \`discount\` (\`"20%"\`), \`discountPercent\` (a number), \`code\`; until when: \`until\`, \`validUntil\`, \`expires\`, \`endsOn\`
* what is to be done by some day: \`orderBy\`, \`bookBy\`, \`registerBy\`, \`replyBy\`, \`payBy\`, \`renewBy\`
* what takes place: \`event\`, \`workshop\`, \`webinar\`, \`class\`, \`concert\`, \`meeting\`, \`demo\`, \`tour\`, with \`date\`, \`time\` and \`place\`
* what the person has booked: \`appointment\`, \`booking\`, \`reservation\`, \`lesson\`, \`treatment\`, \`visit\`, \`stay\`, with \`date\`, \`time\` and \`place\`
* what comes again: \`renewal\`, \`renewsOn\`, with \`plan\` and \`price\`
* what goes with it: \`includes\`, \`benefit\`, \`hours\`, \`points\`, \`cart\`, \`invoice\`, \`due\`, \`eta\`
* sentences of yours: \`note\`, \`extra\`, \`message\`, \`reason\`
* what it asks, in at most 80 characters: \`cta\`; where it may lead: \`url\`, \`link\`

Another key is said as \`Key: value\` where that tells the person something, or named in \`meta.leftOut\` with the reason. Keys that only steer, measure or identify (\`id\`, \`segment\`, \`score\`, \`source\`) are never read out. A moment of ISO 8601 with a zone (\`2026-12-03T17:30:00Z\`) is told as the clock shows it in the person's \`timezone\`, once the person has one; a time without a zone is told as it stands.`

export const ComposeInput = Schema.Struct({
  channel: field(
    channel,
    `Where the message is to go: ${Channel.literals.join(", ")}; or dm, a direct message that fits any platform.`
  ),
  objective: field(objective, objectives),
  personId: field(Input.id, "Whom it is for: a person of the key's workspace."),
  brandId: field(
    brand,
    "Whose voice it has. By default the workspace's default brand, which `brand_default` names, too."
  ),
  workspaceId: field(Input.maybe(Input.id), "The key's own workspace, which is meant anyway; another one is refused."),
  context: field(Input.maybe(Input.metadata), context),
  constraints: field(
    Input.maybe(ConstraintsInput),
    "Limits and wishes. A key that is not known is ignored; a value that is none of those allowed is refused."
  ),
  draft: field(
    Input.maybe(Input.text(8000)),
    "A text of yours that the message is to say. A first line `Subject: …` is the subject of an email, greeting and farewell are replaced by the message's own. `{{firstName}}` and `{{brand}}` are filled in; with a hole that nothing is known for, the draft is not used, and named in `meta.leftOut`."
  )
})
