/**
 * The words by which `ReplyIntent` reads replies, as `OptOutWords.wordsOf` normalises them. Regular expressions over the
 * words of a reply with a blank on both sides; of an intent each match counts once, with its weight.
 */

export type Intent =
  | "interested"
  | "question"
  | "not_now"
  | "objection"
  | "opt_out"
  | "wrong_person"
  | "thanks"
  | "other"

export interface Cue {
  readonly intent: Intent
  readonly weight: number
  readonly pattern: RegExp
}

const cue = (intent: Intent, weight: number, words: string): Cue => ({
  intent,
  weight,
  pattern: new RegExp(` (?:${words}) `, "u")
})

export const cues: ReadonlyArray<Cue> = [
  cue(
    "opt_out",
    5,
    "unsubscribe|opt out|remove me|take me off|stop (?:texting|messaging|emailing|contacting|sending|writing|calling)(?: me)?"
  ),
  cue(
    "opt_out",
    5,
    "(?:do not|don t|dont|never) (?:text|message|email|contact|write|call|write to) (?:me|us)|leave me alone|off your list|spam me"
  ),
  cue(
    "opt_out",
    5,
    "desabonnez|desinscri\\w+|me desabonner|ne m ecrivez plus|darme de baja|no me escrib\\w+|abmelden|abbestellen|nicht mehr schreiben|descadastr\\w+|disiscriv\\w+|non scrivetemi"
  ),
  cue(
    "wrong_person",
    5,
    "wrong (?:person|number|guy|address|email|contact)|who is this|who s this|you have the wrong|not the right person|i am not \\w+|this is not \\w+ s (?:phone|number|email)|this isn t \\w+"
  ),
  cue(
    "wrong_person",
    5,
    "(?:no longer|don t|doesn t|not) (?:works?|working|with|at|employed)(?: here| there| at| for)?(?: the company)?|left the company|different person|not my department|mistaken identity"
  ),
  cue(
    "wrong_person",
    5,
    "mauvais numero|mauvaise personne|numero equivocado|persona equivocada|falsche (?:nummer|person)|numero errado|pessoa errada|numero sbagliato|persona sbagliata"
  ),
  cue(
    "objection",
    5,
    "not interested|no interest|not for (?:me|us)|don t need|do not need|no need|not (?:a )?(?:good )?fit|no thanks|no thank you|i ll pass|hard pass|we ll pass|not convinced|not a fan"
  ),
  cue(
    "objection",
    4,
    "too (?:expensive|pricey|much money|costly|complicated|slow|small|big)|can t afford|cannot afford|out of (?:my|our) budget|no budget|over budget|cheaper|costs? too much|price is too high"
  ),
  cue(
    "objection",
    4,
    "already (?:have|use|using|got|bought|with|signed)|happy with (?:our|my|what)|competitor|don t trust|scam|not worth|doesn t work|does not work|didn t work|waste of"
  ),
  cue(
    "objection",
    5,
    "pas interess\\w+|trop cher|no me interesa|no estoy interesad\\w|muy caro|demasiado caro|kein(?:e)? interesse|nicht interessiert|zu teuer|nao (?:tenho )?interess\\w+|muito caro|non (?:sono|mi) interess\\w+|troppo caro"
  ),
  cue(
    "not_now",
    4,
    "not (?:right )?now|not (?:yet|today|this (?:week|month|year|quarter))|(?:maybe |perhaps )?(?:later|another time|some other time)|next (?:week|month|quarter|year|time|spring|summer|autumn|fall|winter)"
  ),
  cue(
    "not_now",
    4,
    "(?:bad|not a good|wrong) (?:time|moment)|too busy|busy|swamped|circle back|check back|reach out again|get back to you|follow up (?:later|in)|in (?:a few|a couple of|two|three|\\d+) (?:days|weeks|months)|after the (?:holidays|summer|weekend)"
  ),
  cue(
    "not_now",
    4,
    "out of (?:the )?office|on (?:vacation|holiday|leave|parental leave)|travell?ing|remind me|pas maintenant|plus tard|ahora no|mas tarde|luego|nicht jetzt|spater|keine zeit|agora nao|mais tarde|non ora|non adesso|piu tardi"
  ),
  cue(
    "interested",
    3,
    "interested|i m in|im in|count me in|sign me up|sounds (?:good|great|perfect|interesting|fun|lovely)|let s (?:do|go|talk|chat|meet|book|set|schedule)|love to|like to (?:know|learn|hear|see|try|book|buy|order|join)"
  ),
  cue(
    "interested",
    3,
    "tell me more|more (?:info|information|details)|send (?:me|it|over|the|more)|book (?:me|a|it)|schedule|call me|ring me|demo|try it|buy|order one|i ll take|where do i (?:sign|pay|buy)|yes please|works for me|absolutely|definitely|of course|sure|perfect|deal|keen"
  ),
  cue("interested", 2, "yes|yep|yeah|yup|ok|okay|oui|si|ja|sim|d accord|va bene|vale|claro|gerne|com certeza|certo"),
  cue(
    "interested",
    3,
    "interess(?:e|ee|iert|ato|ata|ado|ada)|m interesse|me interesa|interessiert mich|tenho interesse|mi interessa|ca m interesse"
  ),
  cue(
    "question",
    2,
    "how (?:much|many|long|do|does|can|is|far|soon)|what (?:is|are|s|time|about|if|does|do|colou?rs?|sizes?)|when (?:is|are|do|does|can|will)|where (?:is|are|do|can)|which|why|can (?:you|i|we)|could (?:you|i|we)|do you|does (?:it|this)|is (?:it|there|this)|are (?:you|there)|will (?:it|you|this)"
  ),
  cue(
    "question",
    2,
    "combien|comment|quand|pourquoi|est ce que|cuanto|cuando|como|donde|wie (?:viel|lange|geht)|wann|warum|quanto|quando|onde|dove|perche|come funziona"
  ),
  cue(
    "thanks",
    1.5,
    "thanks|thank you|thx|ty|cheers|appreciate (?:it|that|you)|much appreciated|merci|gracias|danke|obrigad[oa]|grazie"
  )
]

/** Words that turn the next few around, and words that make the next one stronger. */
export const negations: ReadonlySet<string> = new Set(
  "not no never don dont didn doesn isn wasn aren won cannot cant can't couldn wouldn shouldn hardly barely without pas ne jamais nunca jamas nicht kein keine nie nao non mai".split(
    " "
  )
)
export const intensifiers: ReadonlySet<string> = new Set(
  "very really so extremely absolutely totally super incredibly tres muy sehr muito molto".split(" ")
)

/** -3 to 3. */
const valences: Readonly<Record<string, string>> = {
  "3": "love loved amazing awesome excellent fantastic wonderful perfect brilliant outstanding adore genial excelente fantastico perfecto perfekt wunderbar parfait fantastique incrivel perfeito perfetto stupendo",
  "2": "great happy glad excited delighted best beautiful enjoy enjoyed helpful impressed recommend lovely yay congratulations super toll klasse encantado feliz bom otimo bello felice heureux",
  "1": "good nice thanks thank fine like liked cool interested interesting yes sure works appreciate welcome merci gracias danke obrigado obrigada grazie bien bueno gut bem bene oui si",
  "-1": "busy expensive slow late wrong missing confused confusing unfortunately sorry problem issue difficult hard unclear cher caro teuer lento tarde",
  "-2": "bad annoying annoyed disappointed disappointing unhappy useless broken poor spam waste refund complaint angry upset mauvais malo schlecht ruim cattivo decu decepcionado molesto enttauscht arrabbiato",
  "-3": "hate hated terrible awful horrible worst scam fraud disgusting furious ridiculous pathetic lawyer sue idiots stupid horrible pesimo schrecklich furchtbar pessimo terribile nul"
}

export const valence: ReadonlyMap<string, number> = new Map(
  Object.entries(valences).flatMap(([value, words]) => words.split(" ").map((word) => [word, Number(value)] as const))
)

export const gladSigns =
  /[\u{1F600}-\u{1F60E}\u{1F60D}\u{1F929}\u{1F973}\u{1F44D}\u{1F44F}\u{1F64C}\u{1F389}\u{2764}\u{1F49C}\u{1F499}\u{1F525}]|[:;]-?[)D]/gu
export const sadSigns =
  /[\u{1F620}-\u{1F624}\u{1F612}\u{1F61E}\u{1F61F}\u{1F641}\u{1F44E}\u{1F92C}\u{1F4A9}\u{1F62D}]|:-?[(/]/gu
