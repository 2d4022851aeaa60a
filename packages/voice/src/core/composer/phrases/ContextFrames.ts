/** How the local composer says what a caller knows: which keys mean what, which go together, and in what words. */

/** Keys whose values are sentences of their own. */
export const prose =
  /^(?:message|text|notes?|summary|details?|description|context|body|content|offer|reason|announcement|headline|tagline|benefits?|highlights?|promotion|news|why)$/

/** Keys that address, steer, identify or measure, and are not meant to be read out. */
export const silent = new RegExp(
  `(?:^|_)(?:${[
    "id|ids|key|token|slug|sku|hash|url|link|links|href|image|email|phone|handle|locale|language|lang|timezone|country|currency",
    "channel|segment|audience|persona|cohort|stage|lifecycle|tier|source|medium|campaign|utm\\w*|tags?|variant|experiment|template",
    "risk|churn\\w*|nps|csat|rfm|clv|cltv|aov|spend|spent|revenue|margin|vip|pipeline|health|engagement|propensity|bucket|flags?|lead|score|rank|priority|weight|probability|confidence|sentiment|intent|mood|urgency|ltv|mrr|arr|age|gender|industry|company|role",
    "last_?4|card|stock|availability|inventory|qty|quantity|internal|test|debug|version|objective|tone|style|type|kind|status|state|action|trigger|metadata",
    "owner|assignee|assigned_to|csm|crm|deal\\w*|opportunity|budget|income|salary|cohort|gateway|payment_method|ip|device|browser|platform|referrer|referer|landing_page|visitor|query|search|file|path|folder|env|region|zip|postcode|team|department|account",
    "instructions?|prompt|system|created|updated|(?:created|updated|sent|seen|opened|clicked|purchased)_at|count|visits|sessions|logins"
  ].join(
    "|"
  )})$|^(?:(?:first|last|full|user|customer|contact|nick|company|sender|from|agent|rep|owner|manager|author|signature|staff|host|seller|advisor|coach)_)?name$|^(?:sender|from|agent|rep|author|signature|signed_?by|account_?manager|staff|reply_?to|preheader)$|^(?:last|previous|days|weeks|months|num|number_of|total_orders|is|has|should|can|max|min|avg)_|^(?:days|weeks|months|minutes)(?:_|$)|^hours_|_(?:days|weeks|months)$`
)

/** What the message is to ask, in the caller's words. */
export const askKeys = /^(?:cta|call to action|cta text|cta label|button|button text|button label)$/

/** Keys whose values the caller has already put as a heading. */
export const headings = /^(?:announcement|headline|tagline|news)$/

/** What may be said together with something else. */
export type Part =
  | "about"
  | "price"
  | "formerPrice"
  | "code"
  | "discount"
  | "event"
  | "booked"
  | "date"
  | "time"
  | "until"
  | "renewal"
  | "offer"
  | "hours"
  | "place"

const what =
  "recommendation|recommended|suggestion|product|plan|items?|products|subject|topic|theme|book|article|feature|subscription|membership|pass|package|policy|upgrade|trip|room type"
const occasion =
  "event|webinar|workshop|class|course|concert|meeting|demo|match|game|show|screening|exhibition|performance|talk|dinner|lunch|retreat|tasting|party|tour|race|ride|walk|term|season|programme|program|festival|seminar|test|exam"
/** What somebody has a time for, and calls theirs. */
const booked = "appointment|booking|reservation|service|treatment|session|lesson|consultation|visit|stay|check-?up"

export const parts: ReadonlyArray<readonly [Part, RegExp]> = [
  ["about", new RegExp(`^(?:${what})(?: names?| title)?$`)],
  ["event", new RegExp(`^(?:${occasion})(?: name| title)?$`)],
  ["booked", new RegExp(`^(?:${booked})(?: name| title)?$`)],
  ["price", /^(?:(?:new|current|special|sale|monthly|annual|product|item|ticket) )?price$/],
  ["formerPrice", /^(?:regular|old|former|original|list|full|usual) price$/],
  ["code", /^(?:(?:discount|coupon|promo|promotion|voucher|offer) )?code$/],
  ["discount", /^discount(?: percent| percentage| pct)?$/],
  [
    "date",
    new RegExp(
      `^(?:(?:${occasion}|${booked}|start) )?(?:date|day|date ?time)$|^(?:(?:${occasion}|${booked}) )?(?:starts?|begins?)(?: at| on)?$|^when$`
    )
  ],
  ["time", new RegExp(`^(?:(?:${occasion}|${booked}|start) )?time$`)],
  [
    "until",
    /^(?:(?:offer|sale) )?(?:until|till|valid (?:until|till|to|through)|good (?:until|through)|expires(?: at| on)?|expiry(?: date)?|expiration(?: date)?|ends(?: at| on)?|last day)$/
  ],
  ["renewal", /^(?:renew(?:s|al)?(?: at| on| date| day)?|next renewal)$/],
  [
    "offer",
    /^(?:(?:special|current|our|your|promo|birthday|welcome|thank you|free) )?(?:offer|promotion|promo|deal|perk|bonus|gift|reward|incentive|treat|voucher|delivery|shipping)$/
  ],
  ["hours", /^(?:(?:new|our|opening|business) )*(?:hours|opening times)$/],
  ["place", /^(?:place|location|venue|address|room)$/]
]

/** Said together where all of them are known, the first of these that can be. */
/** Whose it is that somebody else has a time for. */
export const wards = /^(?:pet|dog|cat|horse|child|kid|son|daughter|student|pupil|patient)(?: name)?$/

export const together: ReadonlyArray<readonly [ReadonlyArray<Part>, string]> = [
  [["event", "date", "time", "place"], "@event @date at @time, @place"],
  [["event", "date", "place"], "@event @date, @place"],
  [["event", "date", "time"], "@event @date at @time"],
  [["event", "date"], "@event @date"],
  [["hours", "date"], "From @day we are open @hours"],
  [["booked", "date", "time", "place"], "@booked @date at @time, @place"],
  [["booked", "date", "place"], "@booked @date, @place"],
  [["booked", "date", "time"], "@booked @date at @time"],
  [["booked", "date"], "@booked @date"]
]

/** Of what is a noun of its own: what it is called, whatever the value. */
export const occasions = new RegExp(`^(?:${occasion}|${booked})(?: name| title)?$`)

/** What is to be done by some day. */
export const dueBy =
  /^(order|book|reply|respond|register|sign up|apply|rsvp|pay|renew|return it|confirm|enter|vote|claim it|redeem it)(?: it)? (?:by|before|until)$/

/** Values that say what their keys say, too: "shoe rental included". */
export const plain = /^(?:extras?|notes?|good to know|also|more|info|information|remark|detail|hint|please note)$/

/** Words in the keys of what a company notes for itself, which is read out under no key. */
export const ours =
  /\b(?:internal|staff|private|confidential|admin|secret|hidden|agents?|sales|support|crm|customers?|clients?|users?|leads?|prospects?|profile|reviewer|operator|risk|churn|complaints?|diagnosis|debts?|history|credit|marital|religion|ethnic\w*|birth\w*|salary|comments?|notes?|remarks?|scores?|segments?|warnings?|todo|flag|stage)\b/

/** Keys that end as a sentence goes on: "saved until", "price from". */
export const leading = /(?:^| )(?:until|till|by|at|from|with|in|for|on|between)$/

/** How much or how many of something is left, or there is: numbers that mean something beside their keys. */
export const counted =
  /(?:^| )(?:left|remaining|available|places|seats|spots|nights|guests|people|tickets|classes|lessons|sessions|points|credits|participants|pages|courses)$/

/** Said alone: `#` is the key, `@` the value, `~` the value as a day. */
export const alone: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:items|products)$/, "Your items: @"],
  [new RegExp(`^(?:${what})(?: names?| title)?$`), "This is about @"],
  [/^discount(?: percent| percentage| pct)?$/, "You get @ off"],
  [/^(?:savings?|you save)(?: percent| percentage| pct)?$/, "You save @"],
  [/^(?:purchased?|bought)(?: product| item)?$/, "You bought @"],
  [/^(?:current|present) plan$/, "Your plan now is @"],
  [/^(?:target|recommended|new|next|suggested) plan$/, "The plan we mean is @"],
  [/^(?:(?:loyalty|reward|bonus) )?points$/, "You have @ points"],
  [/^(?:(?:new|our|opening|business) )*(?:hours|opening times)$/, "We are open @"],
  [/^(?:resource|guide|checklist|download|e ?book|template|recording|video)(?: name| title)?$/, "For you: @"],
  [/^(?:from|effective(?: date| from| on)?|as of|valid from|in effect from)$/, "It applies from @"],
  [/^duration(?: in)?(?: minutes| hours| days| weeks)?$/, "It takes @"],
  [/^(?:status|state)$/, "It is @"],
  [/^(?:reason|why|because)$/, "Reason: @"],
  [/^(?:please )?bring(?: along)?$|^(?:what )?to bring$/, "Please bring @"],
  [/^closes(?: at| on)?$/, "Closes ~"],
  [/^arrives(?: at| on)?$/, "It arrives ~"],
  [/^steps$/, "The steps: @"],
  [/(?:^| )code$|(?:^| )(?:number|reference)$/, "Your # is @"],
  [/^(?:cart|basket)(?: items| contents| products)?$/, "In your cart: @"],
  [/^(?:includes?|included|including|benefits?|comes with)$/, "Included: @"],
  [/ (?:ends|expires|starts|begins|renews|closes|opens)(?: at| on)?$/, "The # on @"],
  [/^(?:eta|expected delivery|estimated delivery)$/, "Expected ~"],
  [/^due(?: date| on| by)?$/, "Due ~"],
  [/^invoice$/, "Your invoice number is @"],
  [/(?: (?:price|amount|total|date|time|day)|^amount|^total| due)$/, "The # is @"],
  [/^(?:deadline|goal|host|speaker)$/, "The # is @"]
]
