/** Threats, extortion and contempt by hints: no word of them is bad, and nobody misses what is meant. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const yours =
  "your (?:[a-z]+ )?(?:address|street|house|home|door|car|daughter|son|kids?|children|family|wife|husband|mother|school|windows?|dog|cat|face)|where you (?:live|sleep|work|park)|you park|pretty face|lovely (?:[a-z]+ )?(?:car|house|family)"
const hint =
  "(?:have|has|had|meet with) accidents|long memor(?:y|ies)|sleep soundly (?:this|tonight)|(?:might|may|could|will|would) happen to|(?:would be|be|such) a (?:real |great )?shame if (?:something|anything|anyone)|find out how (?:fast|quickly|easily) (?:a|your|his|her)|burns? (?:down|easily)"
const price =
  "(?:edit|delete|remove|change|take down|withdraw) (?:that|your|the|this) (?:bad |negative |one-star )?(?:review|comment|post|complaint)|ignor\\w+ us|order (?:today|now)|pay\\b|keep talking|or else|unless you|this week|tonight|think (?:about|twice)|by (?:midnight|tomorrow|morning)|we(?:'ve| have)? (?:got )?your"
const peaceful =
  "\\b(?:insur\\w+|cover(?:s|ed)?|alarms?|smoke|mattress\\w*|pillows?|sleep tracker|protect\\w*|safe(?:ty|r)?|claims?|repairs?|airbags?|rescue|screening|novel|thriller|film|podcast|theat(?:re|er))\\b"

export const veiled: ReadonlyArray<Meaning<Hurt["category"]>> = [
  meaning("threat", 2, [yours, hint, price], peaceful),
  meaning(
    "threat",
    2,
    [
      "(?:we|i)(?:'ve| have|'ll| will)? (?:already |just )?(?:sent|send|forward(?:ed)?|show(?:ed|n)?|post(?:ed)?|leak(?:ed)?|publish(?:ed)?) (?:all )?(?:of )?your (?:dms?|messages|photos|pictures|chats?|texts|emails|secrets?|history|searches)",
      "your (?:boss|husband|wife|mother|parents|family|friends|followers|employer|colleagues)|everyone|everybody",
      "unless you|(?:is|are) next|if you (?:do not|don't)|or else"
    ],
    "\\b(?:never|not)\\b|with your (?:permission|consent)|as you asked"
  ),
  meaning(
    "threat",
    2,
    [
      "pay\\b|leave the money|settle (?:the|your)|invoice|you owe|hand over",
      "(?:our|the|my) (?:guys?|people|boys|men|lads|friends)|your (?:family|kids|wife|children|husband)",
      "break your|your (?:knees?|legs)|won't walk|not walk|will pay the price|visit you|pay you a visit"
    ],
    "physio\\w*|orthop\\w*|insur\\w+"
  ),
  meaning(
    "threat",
    2,
    [
      "(?:nice|lovely|pretty|beautiful) (?:car|house|shop|place|family|dog|bike|office)",
      "(?:pity|shame) if (?:it|they|she|he|something|anything|someone)"
    ],
    "\\b(?:stay\\w*|sat|sits?|st[ao]\\w*d|empty|unused|wasted|miss\\w*|sold|hidden|rust\\w*|fad\\w+)\\b"
  ),
  meaning(
    "self-harm",
    2,
    [
      "starving easy|watch the bones|(?:skip|skipping) (?:all )?(?:your )?meals (?:all|for|every)|nothing tastes as good as skinny|thinspo\\w*|pro-?ana|cutting takes the pain|sleeves hide (?:the|your) (?:marks|cuts|scars)"
    ],
    "\\b(?:never|don't|do not|against|help ?line|recover\\w*|disorders?)\\b"
  ),
  meaning(
    "self-harm",
    2,
    [
      "(?:painless|least painful|easiest|quickest|best) (?:way|method)s? to (?:overdose|die|kill yourself|end (?:it|your life))|how to overdose|there is always the (?:bridge|cliff|rope|railway)"
    ],
    "\\b(?:prevent\\w*|avoid|help ?line|signs of|naloxone|call us)\\b"
  ),
  meaning(
    "self-harm",
    1,
    [
      "(?:nobody|no one) (?:would|will) (?:even )?(?:notice|miss you|care)|(?:world|we|they|anyone|anybody|office) (?:would|will)(?:n't| hardly| barely| scarcely| never| not) (?:even )?(?:notice|miss you|care)",
      "if you (?:were|are|was) (?:gone|dead|not (?:here|there|around))|if you (?:disappeared|vanished|died)"
    ],
    "we would miss you"
  ),
  meaning("self-harm", 1, ["do the (?:gene pool|human race|species) a favou?r"]),
  meaning(
    "hate",
    2,
    [
      "asylum seekers?|refugees?|immigrants?|migrants?|foreigners?|muslims?|jews?|blacks|gays?|gypsies|halal|kosher|not born here|actually born here|your lot|people like you|your accent|old (?:people|ppl|folks)",
      "vermin|pests? control|roach\\w*|rats\\b|plague|(?:history|there) (?:has |had |have )?(?:had )?(?:been )?(?:a )?solutions? for|go back (?:to )?where (?:you|they)|crawled|smelly|civili[sz]ed|seen a toilet|be put down|drag (?:the mood|us|everyone) down|stay (?:at )?home where|down for the normal (?:guests|people|customers)"
    ],
    "\\b(?:against|stereotypes?|museum|history of|charity|support|welcome|donat\\w+|rights)\\b"
  ),
  meaning(
    "hate",
    2,
    [
      "go back (?:to )?where (?:you|they) came from|speak (?:english|german|french|spanish|italian) or (?:leave|go|get out)"
    ],
    "\\b(?:against|told|heard|shouted|museum|history of|charity|stand up)\\b"
  ),
  meaning(
    "hate",
    2,
    [
      "even (?:a|your|the) (?:girl|woman|women|wife|girlfriend|blonde) (?:could|can) (?:use|do|understand|manage|handle|drive)|(?:women|girls|females) (?:simply |just |really )?(?:are not|aren't|can't|cannot) (?:\\w+ )?(?:clever|smart|bright|strong|capable|able|understand|handle|drive|do maths?|good at|cut out|made for)"
    ],
    "\\b(?:myth|stereotypes?|nonsense|wrong|who says|they said|prove)\\b"
  ),
  meaning(
    "insult",
    2,
    [
      "you(?:'re| are) not going to get (?:prettier|younger|smarter|thinner)|nobody (?:with your (?:figure|weight|looks|size)|wants to be near you)|(?:whole |entire )?(?:office|team|shop) laughs? at you|gave (?:our|the) \\w+ a good laugh|cheapskate of the"
    ],
    "hilarious|comedian|comedy|flatter\\w*|perfect|made for"
  )
]
