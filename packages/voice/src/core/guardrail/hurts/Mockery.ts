/**
 * Customers laughed at, groaned at and threatened between the lines: outdone by a hamster, too dim for a form, seen with
 * their children on the day of a complaint; and people whom others are told to leash or send home. Patterns meet folded text:
 * no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { exposing } from "../Warnings.ts"

const told =
  "\\b(?:wrong to|bully\\w*|stereotypes?|myth|discriminat\\w*|racis[mt]\\w*|sexis[mt]\\w*|prejudices?|novel|film|movie|museum|exhibition|ours,? too|same here|don't worry|no worries|nobody should|no one should)\\b"

const creature =
  "(?:hamster|dog|cat|goldfish|parrot|guinea pig|toddler|baby|gran|granny|grandma|nan|five-year-old|cactus|houseplant|monkey|chicken|tortoise)"
const outdone = `${creature}s? [^.!?]{0,60}\\b(?:better|\\w{3,12}er|more \\w{1,20})\\b[^.!?]{0,40}\\bthan you\\b(?! (?:(?:would|might|could|may) )?(?:ever )?(?:think|expect|believe|guess|imagine|thought|know|need))`
const wretch =
  "you (?:sad|pathetic|sorry|miserable|hopeless|useless|lazy|stupid|dumb|worthless|clueless|silly|tragic)(?:,? (?:little|old|lazy|sad|useless|pathetic))* (?:mess|excuse|creature|sack|specimen|person|man|woman|human|cow|lot|loser|thing(?=[.!?,]|$))"
const dim =
  "(?:some|certain|most|many|these|those|half)(?: of)?(?: our| the)? (?:\\w{1,20} )?(?:customers|readers|buyers|users|clients|subscribers|people) (?:are|must be|seem) (?:so|too|simply too|just too|clearly too) (?:thick|dim|dense|dumb|stupid|slow|daft|simple|ignorant|lazy)"
const unbearable =
  "(?:nobody|no one|none of us)(?: \\w{1,20}){0,2} (?:can |could )?(?:stand|bear|tolerate|abide|put up with) you(?= ?[.!?,;]|$| any| and| or| here)|(?:team|office|staff|crew|everyone|everybody) (?:\\w{1,20} )?(?:groans?|cringes?|rolls? (?:their|our|its|his|her) eyes|winces?|sighs?|hides?) (?:when(?:ever)?|every time|each time|as soon as) (?:(?:we|they) (?:see|hear|get) )?you"
const shunned =
  "(?:nobody|no one)(?: \\w{1,20}){0,2} (?:wants?|likes?|bothers?|cares?) to (?:spend (?:any |their )?time|be seen|hang out|meet up|sit|go out|eat|have lunch|eat lunch|talk|work) (?:with|to|near|around|next to|beside) you\\b"
const botched =
  "your (?:handwriting|writing|drawing|cooking|singing|taste|garden|haircut|outfit|photos?|face|spelling) (?:looks?|reads?|sounds?|smells?|is) like (?:a |an |the )?(?:\\w{1,20} ){0,2}(?:spider had|drunk|toddler'?s|chicken scratch|car crash|accident|disaster|vomit|monkey|corpse|train wreck|crime scene|stroke|landfill)(?![^.!?]{0,40}\\?)"

const withered =
  "(?:wrinkly|wrinkled|shrivel\\w+|decrepit|senile|dried-up|crusty|toothless|doddering)(?: old)? (?:bats?|hags?|crones?|prunes?|codgers?|geezers?|goats?|trouts?|fossils?|fools?|biddy|biddies)|old (?:bats|hags|crones|codgers|farts|biddies)(?= who| that| can| like|[.!?,;])"
const vanish =
  "(?:stay|go|sit) (?:at )?home (?:to|and) (?:rot|die|decay)|do (?:us|the world|everyone|everybody)(?: all)? a favou?r(?: and|,|:) (?:stay (?:home|away)|die|disappear|vanish|leave(?= ?[.!?,;]| us\\b| town| forever| now)|go away|never|get lost|shut)"
const backwards =
  "(?:proof|evidence|example|reminder)(?: that| of| how)? (?:\\w{1,20} )?evolution (?:\\w{1,20} )?(?:backwards?|in reverse|failed|fails|stopped|skipped|gave up)|evolution (?:\\w{1,20} )?(?:runs?|went|goes|works) (?:backwards?|in reverse)"
const thickAs =
  "(?:dumb|stupid|dim|daft|(?:(?:you|he|she|they|customers?|clients?|people|some|guy|lady|woman|man)\\b[^.!?]{0,40} )(?:thick|dense|slow)) as (?:a |an |two |the )?(?:bag|box|sack|bucket|plank|planks|post|brick|bricks|rock|wall|doorknob|mince|stump|log|toast|bread)s?(?: of \\w{1,20})?(?:,? (?:and|but) (?:half|twice|not even) as)?"

const starve =
  "(?:stop|quit|skip|give up) eating (?:for|until|till|altogether|completely|at all)|(?:let|make) (?:the |your )?hunger (?:punish|teach|hurt|remind|shame)|(?:don't|do not|didn't|haven't|never) (?:\\w{1,20} )?(?:deserve|deserved|earn|earned) (?:\\w{1,20} )?(?:dinner|lunch|breakfast|food|to eat|a meal|that meal|dessert)(?: \\w{1,20}){0,3}? (?:until|unless|till|before|yet|if)|(?:until|till) you(?:'re| are) (?:an? )?size (?:zero|0|double zero)"

const decency =
  "only (?:ship|ships|deliver|delivers|sell|sells|rent|rents) to (?:decent|respectable|proper|better|civili[sz]ed) (?:neighbou?rhoods?|areas?|addresses|people|streets?|postcodes?)|(?:ship|deliver|sell|rent) to (?:decent|respectable|proper|better|civili[sz]ed) (?:neighbou?rhoods?|areas?|addresses|people|streets?|postcodes?) only"
const yourStreet =
  "(?:kind|sort|type)s? of (?:people|folks?|famil(?:y|ies)|crowd) (?:who|that|which) (?:\\w{1,20} ){1,3}(?:on|in|around|about) your (?:\\w{1,20} )?(?:street|area|block|neighbou?rhood|estate|building|part of town)"
const thieving = "steals?|robs?|nick(?:s|ed)?|thieves|wreck\\w*|drunk|dealers?|criminals?|never pays?|dirty|filthy"

const roles =
  "(?:women|girls|ladies|wives|housewives) (?!and |or |& )(?:\\w{1,20},? ){1,4}(?:and |but |while |whereas )?(?:the )?(?:men|boys|gentlemen|husbands|real men) (?:\\w{1,20} )?(?:decide|decides|make (?:the )?decisions|lead|think|rule|command|close deals)\\b|leave the (?:\\w{1,20} )?(?:shopping|cooking|cleaning|kitchen|baby|washing|dishes|household)(?: \\w{1,20}){0,2} to (?:her\\b|(?:the|your) (?:wife|ladies|girls|women|missus|mrs))"
const impaired =
  "(?:autistic|disabled|down syndrome|down's|adhd|blind|deaf|retarded|handicapped|special needs) (?:kids|children|people|boys|girls|adults|customers|folks)"
const leashed =
  "(?:need|needs|deserve|belong (?:in|on)|should be (?:kept )?(?:in|on))(?: a| an| the)? (?:leash|cage|muzzle|kennel|beating|slap|straitjacket|exorcis\\w+|lobotomy|institution|zoo|chain)"
const newcomers =
  "(?:refugees|immigrants?|migrants|asylum[- ]seekers|foreigners|gypsies|muslims|(?:refugee|immigrant|migrant|foreign|roma) families)"
const spongers =
  "freeloaders?|scroungers?|spongers?|leech(?:es)?|(?:send|ship|kick|throw|drive) (?:them|the lot|these people|those people|all of them|every one of them)(?: all)? (?:home|back|out)|(?:for free|for nothing|free (?:flats|houses|money|phones)) while you\\b|while you (?:pay|work|queue|struggle|wait)"

const withdraw =
  "(?:delete|remove|withdraw|take down|pull|change|edit|drop)(?: \\w{1,20}| one-star| 1-star){0,3} (?:reviews?|rating|comment|post|complaint|lawsuit|claim)"
const known =
  "(?:we|i)(?:'ve| have| know| still have| kept| keep| saved)(?: \\w{1,20}){0,2} your (?:[^ .!?]{1,24} ){0,5}?(?:home address|address|house number|street|plate|number plate)"
const leisure =
  "free (?:evenings?|nights?|time)|(?:time|evenings|nights) on our hands|all the time in the world|nothing (?:else|better) to do|big (?:dogs?|friends)|long memor(?:y|ies)|friends (?:near|in) (?:you|your)"
const limbs =
  "(?:explain|introduce|discuss|talk|read|deliver|have a word|teach|spell)\\w*\\b[^.!?]{0,50}\\b(?:to|with) your (?:\\w{1,20} )?(?:kneecaps?|knees|fingers|teeth|legs|skull|nose|bones|jaw|windscreen)\\b"
const spotted =
  "(?:saw|spotted|watched|passed|met|filmed|followed)(?: \\w{1,20}){0,2} your (?:\\w{1,20} ){0,2}?(?:boys?|girls?|kids?|sons?|daughters?|child|children|wife|husband|mother|dog|little one)"
const grievance =
  "(?:your|that|the|a) (?:\\w{1,20} ){0,2}?(?:complaints?|reviews?|lawsuits?|claims?|testimon(?:y|ies)|statement|ratings?|report)"
const backDown =
  "(?:shame|pity|too bad|sad) about (?:that|the|your)|withdraw (?:it|that|your)|drop (?:it|that|the)|take it (?:down|back)|reconsider (?:it|that|your)|think (?:again|twice)"
const kneeCare = "\\b(?:physio\\w*|yoga|exercises?|stretch\\w*|protect\\w*|pads?|trainers?|dentists?|gentle|kind)\\b"

const noBreath =
  "(?:du |ihr )?(?:solltest|konntest|solltet|konntet) (?:du |ihr )?(?:\\w{1,20} ){0,3}aufhoren zu (?:atmen|leben|existieren)|(?:hor|hort) (?:\\w{1,20} ){0,2}auf zu (?:atmen|leben|existieren)|(?:tu )?(?:devrais|pourrais|ferais mieux d[e'])(?: \\w{1,20}){0,2} ?(?:d')?(?:arreter|cesser) (?:de |d')(?:respirer|vivre|exister)|(?:arrete|cesse) (?:donc )?(?:de |d')(?:respirer|vivre|exister)|(?:deberias|podrias|mejor) (?:\\w{1,20} ){0,2}dejar de (?:respirar|vivir|existir)|deja (?:ya )?de (?:respirar|vivir|existir)"
const attracted =
  "you(?:'re| are| were| look| looked| seemed)? (?:so |really |very |damn |absolutely |way too )*(?:hot|sexy|delicious|tasty|irresistible|fine|ravishing)\\b"
const invited =
  "room (?:number|key)|hotel room|what (?:these|my) hands|my (?:room|bed|bedroom)|show you (?:my (?:private|bed)|what i can)|private collection|come (?:over|up) (?:tonight|alone|and)|all night"

type Mock = Meaning<Hurt["category"]>

export const mockery: ReadonlyArray<Mock> = [
  meaning("insult", 1, [outdone], `${told}|healthier|older|younger|longer|taller`),
  meaning("insult", 1, [wretch], told),
  meaning("insult", 1, [dim], `${told}|\\bnot\\b|n't`),
  meaning("insult", 1, [unbearable], told),
  meaning("insult", 1, [shunned], told),
  meaning("insult", 1, [botched], `${told}|\\bif your\\b|ours`),
  meaning(
    "insult",
    1,
    [withered],
    `${told}|\\b(?:apples?|grapes?|leaves|fruits?|baseball|cricket|cave|halloween|costumes?)\\b`
  ),
  meaning(
    "insult",
    1,
    [`${vanish}|${backwards}|${thickAs}`],
    `${told}|\\b(?:houseplants?|phones?|shares?|tv|screens?)\\b`
  ),
  meaning(
    "self-harm",
    1,
    [starve],
    `${told}|\\b(?:sugar|meat|dairy|gluten|doctor|fasting blood|surgery|before (?:bed|your (?:\\w{1,20} )?(?:tests?|scan|operation)))\\b`
  ),
  meaning("insult", 2, [`${decency}|${yourStreet}`, thieving], `${told}|\\b(?:insur\\w*|alarms?|locks?)\\b`),
  meaning("hate", 1, [roles], told),
  meaning("hate", 1, [impaired, leashed], `${told}|\\b(?:guide|assistance) dogs?\\b`),
  meaning(
    "hate",
    2,
    [newcomers, spongers],
    `${told}|\\b(?:support|welcome|donat\\w*|help\\w*|course|lessons?|volunteer\\w*)\\b`
  ),
  meaning("threat", 2, [withdraw, known, leisure], `${exposing}|\\b(?:you (?:can|may)|at any time|in your account)\\b`),
  meaning("threat", 1, [limbs], `${told}|${kneeCare}`),
  meaning("threat", 2, [spotted, grievance, backDown], `${told}|${exposing}`),
  meaning("self-harm", 1, [noBreath], "\\b(?:lachen|rire|risa|staunen)\\b"),
  meaning("harassment", 2, [attracted, invited], `${told}|\\b(?:wedding|coffee|tea|chocolate|pizza|soup|weather)\\b`)
]
