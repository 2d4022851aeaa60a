/**
 * What people tell in passing and do not want to read again: somebody or an animal that they lost, what aches, operations,
 * payments that failed, lawyers, and what they do not eat or drink. For `Sensitive`, beside its own lists; what somebody
 * lost silences every other memory that speaks of it.
 */
import { fold, worded } from "../Worded.ts"

const their = "(?:his|her|their|my|our|its|the|a|an)"
const dear =
  "(?:(?:old |little |beloved |best )?(?:dogs?|cats?|pupp(?:y|ies)|kittens?|pets?|horses?|pony|rabbits?|hamsters?|parrots?|birds?|labradors?|retrievers?|poodles?|spaniels?|grand\\w+|granny|nan|uncles?|aunt(?:ie)?s?|sisters?|brothers?|friends?|cousins?|nephews?|nieces?|fianc\\w+|colleagues?|neighbou?rs?))"

const loss = worded(
  `(?:lost|losing|bur(?:y|ied)|mourn\\w*|cremat\\w+) ${their} ${dear}`,
  `${dear} (?:is gone|has gone|crossed|did not make it|didn['’]?t make it|was put (?:down|to sleep))`,
  `(?:put|putting|had) ${their} ${dear} (?:down|to sleep|euthani[sz]ed)`,
  "rainbow bridge|in (?:loving )?memory of|stillb\\w+|lost the baby|memorial service|loss of (?:his|her|their|my|our)"
)

const limb =
  "(?:back|knees?|necks?|shoulders?|hips?|foot|feet|ankles?|wrists?|elbows?|hands?|legs?|arms?|tooth|teeth|stomach|tummy|belly|spine|joints?|eyes?|ears?|throat|chest|lungs?)"
const organ =
  "(?:knee|back|hip|eye|foot|shoulder|hand|wrist|elbow|ankle|spine|spinal|stomach|nose|cataract|dental|gall ?bladder|appendix|brain|tummy|heart|bypass|ear|throat|breast|prostate)"

const body = worded(
  `${organ} (?:operations?|ops?|replacements?|surger\\w+|procedure)`,
  `(?:after|before|since|because of|cause of|cos of|coz of|due to|recover\\w+ from|had|having|has|needs?|needed|awaiting|waiting for) ${their} (?:\\w+ )?(?:operation|op)(?! (?:manager|team|system))`,
  "got operated|was operated|operated on",
  `${limb} (?:is|are|was|were|has been|have been|keeps?|still|really|just|started|been) ?(?:really |still |always |just )?(?:killing|hurt\\w*|aching|aches?|sore|stiff|swollen|giving out|playing up|in pain|gone|went|bad|weak|messed up|in bits)`,
  `(?:sore|aching|bad|dodgy|stiff|swollen|weak|injured|hurt|pulled|twisted|sprained|strained|busted) ${their}? ?${limb}`,
  `${limb} (?:hurts?|aches?)|in pain|painful|pain in|toothache|backache|limping|cramps?|vertigo|dizzy|out of breath`
)

const paid = "(?:cards?|payments?|direct debits?|debits?|cheques?|checks?|transfers?|standing orders?|mandates?)"
const money = worded(
  `${paid} (?:\\w+ ){0,3}?(?:declin\\w+|bounc\\w+|reject\\w+|refused|failed|returned|stopped|blocked)`,
  `(?:declin\\w+|bounc\\w+|reject\\w+|refused|failed|blocked) (?:${their} )?(?:last |first |direct |credit |debit )*${paid}`,
  "bounced|pay ?day|every penny|broke (?:til|till|until|this|at|right|again|atm|now)|(?:i['’]?m|im|am|is|bit|currently) broke|skint|(?:cant|wont|couldnt|cannot) afford|no money|out of money|short on (?:cash|money)|low on (?:cash|money)|money is (?:tight|short)|tight (?:this|at the) (?:month|moment)|(?:pay|paying|asks? for|asked for|in) instal?ments|benefits office|lost (?:his|her|their|my) jobs?"
)

const lawyer = "(?:lawyers?|solicitors?|attorneys?|barristers?)"
const law = worded(
  `(?:my|his|her|their|our)(?: own)? ${lawyer}`,
  `(?:called|calls?|hired?|consult\\w*|contact\\w*|instruct\\w*|spoke to|via|through|seeing|letter from|heard from) (?:a |an |the )?${lawyer}`,
  "legal (?:action|disputes?|proceedings|steps|threats?|letter|case|battle)|ombudsman|small claims|(?:take|took|taking|see) (?:us|you|them|him|her) (?:to|in) court|trading standards|chargebacks?|in (?:a )?disputes?(?= with| over|$)|inheritance|probate"
)

const diet = worded(
  "(?:does not|doesn['’]?t|do not|don['’]?t|never|cannot|can['’]?t|can not|no longer|won['’]?t|not allowed to|must not|mustn['’]?t|stopped|gave up|given up|avoids?|quit) (?:\\w+ )?(?:eat\\w*|drink\\w*|touch(?:es)? (?:meat|alcohol|pork|sugar|dairy)|pork|meat|beef|alcohol|dairy|gluten|sugar|shellfish|wine|caffeine)",
  "(?:no|without) (?:pork|meat|beef|alcohol|gluten|dairy|nuts|shellfish|eggs|lactose)|(?:buys?|bought|eats?|wants?|needs?|asks? for|asked for|orders?|ordered|prefers?|anything|something|only|have) (?:\\w+ ){0,2}?(?:gluten|lactose|dairy|nut|sugar|alcohol|egg|soy)[- ]free|teetotal\\w*|sober|pescatarian|low[- ](?:carb|sodium|sugar|fodmap)|keto|bar mitzvah|bat mitzvah|mitzvah|shabbat|sabbath|eid|iftar|seder|orthodox|celiacs?"
)

/** `folded` as `Worded.fold` makes it. */
export const isDistress = (folded: string): boolean =>
  [loss, body, money, law, diet].some((pattern) => pattern.test(folded))

const lost = new RegExp(
  `(?:lost|losing|bury|buried|mourn\\w*|put|had) ${their} (?:\\w+ )??(\\w{3,}?)s?(?= |$|[.,;!?])|\\b(\\w{3,}?)s? (?:died|passed away|was put)`,
  "g"
)
const unborn = /miscarr|stillb|lost (?:the|her|a|our|my) baby|abortion|infertil|ivf/

/** What the notes tell is gone, as beginnings of words. */
export const lossesIn = (notes: ReadonlyArray<string>): ReadonlyArray<string> =>
  notes.flatMap((note) => {
    const folded = fold(note)
    const babies = unborn.test(folded) ? ["baby", "babies", "nurser", "pregnan", "stroller", "matern"] : []
    if (!loss.test(folded) && !/\b(?:died|passed away|put down|put to sleep)\b/.test(folded)) return babies
    return [
      ...babies,
      ...folded
        .matchAll(lost)
        .map(([, one, other]) => one ?? other ?? "")
        .filter((word) => word.length > 2)
    ]
  })

/** Whether a note speaks of what is gone. */
export const touches = (note: string, losses: ReadonlyArray<string>): boolean =>
  losses.some((word) => new RegExp(`\\b${word}`).test(fold(note)))
