/** More of what a fraud says: in a relative's name, in an accountant's, about fees that stand before a fortune. */
import type { Deception } from "./Deceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const warned =
  "\\b(?:never|not ask|n't ask|beware|scams?|scammers?|fraud\\w*|phish\\w*|hoax|how to spot|pretend\\w*|police advise|law|lawyers?|advice|talk by|donat\\w*|charity|insurance)\\b"

export const schemes: ReadonlyArray<Meaning<Deception>> = [
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:we|will|shall) (?:then |also |just |quietly )?(?:take|charge|debit|bill|withdraw)",
      "left (?:this|it|that) out|on purpose|without (?:telling|asking)|(?:buried|hidden) in|nobody reads|hope you (?:forget|don't notice)",
      "card|account|checkout|trial|subscription"
    ],
    `${warned}|\\bnot (?:\\w+ ){0,2}(?:take|charge|debit|bill)|(?:won't|don't|can't) (?:\\w+ ){0,2}(?:take|charge|debit|bill)`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:got|have|offer you) the job|no interview (?:is |was )?(?:needed|necessary|required)|you(?:'re| are) hired",
      "transfer|forward|pass on|deposit|cash|pay",
      "training kit|starter kit|che(?:ck|que)s?|to our (?:overseas |foreign )?(?:partners?|agents?|suppliers?)|western union"
    ],
    warned
  ),
  meaning(
    "asks for money by a trick",
    1,
    [
      "(?:reviews?|ratings?|testimonials?) (?:were|are|is|was) (?:all )?(?:made up|invented|faked|bought|written by (?:us|ourselves|(?:our )?(?:own )?(?:interns|staff|team|employees|friends)))|(?:timer|countdown) (?:restarts|starts again|is fake)"
    ],
    "never|not|n't|\\b(?:oven|egg|kitchen|stove)\\b"
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "donat\\w+|collecting for|give now|charity|orphans?|earthquake|flood victims?|every cent",
      "crypto only|only (?:in )?(?:crypto|bitcoin)|pay in crypto|(?:pay|give|only) (?:with |by |in )?gift cards|western union",
      "banks? (?:would|will|might) ask|no questions|registered (?:later|at some later|soon)|dies? (?:with )?each"
    ],
    "beware|scams?|fraud\\w*"
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:change|update|replace|correct|new|use)\\w* (?:\\w{1,20} ){0,3}?(?:iban|bank details|account number|payment details|bank account)",
      "tell (?:nobody|no one)|don't tell|do not tell|keep (?:it|this) (?:quiet|between|secret|confidential|to yourself)|confidential|at once|immediately|urgent(?:ly)?|before (?:noon|tonight)|without (?:asking|calling)",
      "accountant|ceo|boss|director|invoices?|cfo|finance|supplier|payroll|salary|payments?"
    ],
    warned
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "accident|bail|jail|prison|hospital|arrested|stranded|stuck|emergency|lost my (?:phone|wallet|bag)|robbed|broke my phone|new number",
      "(?:need|send|lend|wire|transfer|pay|borrow|spare)(?: [^ .!?]{1,24}){0,6}? (?:[$€£] ?)?\\d[\\d.,]+",
      "don't tell|do not tell|it's me|it is me|keep (?:it|this)|granny|grandma|grandpa|mum|mom|dad|auntie|uncle|please help|trust me"
    ],
    warned
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "inheritance|lottery|fortune|jackpot|unclaimed|grant|beneficiary|winnings|prize|legacy",
      "fee|tax(?:es)?|charge|deposit|stamp duty|notary|transfer costs?",
      "claim|release|receive|stands? between|only|pay|small|first|collect|settle|unlock"
    ],
    `${warned}|notaries|estate planning|writing|contest|entry`
  ),
  meaning(
    "asks for money by a trick",
    1,
    [
      "(?:replying|reply|texting|text|sending|send) stop (?:will |would )?(?:costs?|charges?|be charged)|stop (?:costs|will cost) you"
    ],
    "not|n't|nothing|free|standard"
  ),
  meaning(
    "frightens into clicking",
    2,
    [
      "payments? (?:has |was )?(?:failed|declined|rejected)|(?:customs|delivery|handling|import) fee|(?:parcel|package) (?:is |was )?(?:held|goes back|returned|waiting|on hold)|account (?:is |was )?(?:limited|suspended|locked)",
      "log ?in|sign in|settle|pay|verify|confirm|update",
      "[a-z0-9]+-(?:billing|clearance|secure|verify|verification|login|account|support|pay|payment|payments|delivery|customs|update|service|parcel)(?:-[a-z]+)?\\.(?:com|net|org|info|biz|xyz|top|online|site|click|link|ru|cc)"
    ],
    warned
  ),
  meaning(
    "promises money",
    2,
    [
      "(?:put in|deposit|invest|pay in|send)(?: only| just)? (?:[$€£] ?)?\\d[\\d.,]*",
      "(?:take out|withdraw|cash out|get back)(?: back)? (?:[$€£] ?)?\\d[\\d.,]*",
      "guarantee\\w*|no risk|risk-free|works for everyone|by (?:next )?\\w+day|on \\w+day|tomorrow|within|in \\d+ (?:hours|days)"
    ],
    `${warned}|\\b(?:savings plan|cashback|bonus|pension|may lose|fall as well|voucher|gift)\\b`
  ),
  meaning(
    "frightens into clicking",
    2,
    [
      "(?:photos?|files?|documents?|data|backups?|cloud|messages|contacts|account|mailbox)",
      "(?:will be|get|gets|are being|be) (?:permanently |all )?(?:erased|deleted|lost|wiped|removed|destroyed|published)",
      "(?:log ?in|sign in|enter|confirm|verify|type|use)\\b.{0,40}\\b(?:passwords?|credentials|pin|code)"
    ],
    warned
  ),
  meaning(
    "promises money",
    2,
    [
      "(?:put|invested|invest|started with|deposited|deposit|paid in)\\b.{0,30}\\d.{0,40}\\b(?:took|got|made|make|withdrew|cashed|earned|walked away|have now|received)\\b.{0,20}\\d",
      "you can|the same|risk|dm|ask me|join|follow|copy|everyone|anyone|days?|weeks?|friday"
    ],
    `${warned}|\\b(?:savings plan|cashback|bonus|pension|may lose|fall as well)\\b`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:pay|pays|paid|give|gives|get|gets|earn|earns|receive|send(?: you)?|offer)(?: [^ .!?]{1,24}){0,4}? (?:[$€£] ?)?\\d[\\d.,]*(?: [^ .!?]{1,24}){0,4}? (?:for|per) (?:every |each |a |an |your |any )?(?:honest |public )?(?:five|5)[- ]stars? (?:reviews?|ratings?)",
      "no purchase|without (?:buying|a purchase|having bought)|whether (?:or not )?you(?:'ve| have)? (?:bought|ordered|tried)|just say|even if you(?:'ve| have)? never|pay|get|earn|give|receive"
    ],
    `${warned}|\\b(?:library|don't pay|do not pay)\\b`
  )
]
