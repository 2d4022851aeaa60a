/** How somebody warns of a fraud instead of trying one, in seven languages; for what would make a rule harmless. */

/** That nobody ever asks for it, or not to give it away. */
const never =
  "never|nobody|no one|not (?:ask|share|send|give|enter|reply|pay|call|click)|n't (?:ask|share|send|give|enter|reply|pay|call|click)|nie|niemals|niemandem?|weder|fragen (?:sie|dich|euch) nicht|geben sie \\w{1,20} nicht|jamais|personne ne|ne (?:vous |te |nous )?(?:demand|communiqu|partag|donn|envoy|repond)\\w*|nunca|jamas|nadie|no (?:le |te |os |se |lo )?(?:ped|pid|solicit|compart|facilit|respond|envi|haga)\\w*|mai|nessuno|non (?:le |ti |vi )?(?:chied|condivid|comunic|rispond|invi|forn)\\w*|nao (?:lhe |te )?(?:ped|pec|solicit|partilh|compartilh|respond|envi|fornec)\\w*|ninguem|nooit|niemand|vragen (?:u|je|wij)? ?niet|(?:deel|geef|stuur) (?:\\w{1,20} )?niet"
const tricks =
  "scams?|scammers?|fraud\\w*|phish\\w*|smishing|hoax\\w*|beware|how to spot|pretend\\w*|betrug\\w*|betruger\\w*|masche|vorsicht|warnung|gefalscht\\w*|arnaqu\\w*|escro\\w*|hameconnage|mefiez|attention aux|estaf\\w*|timo|cuidado con|fraude\\w*|truff\\w*|raggir\\w*|attenzione a|diffidate|burlas?|burlao|golpe\\w*|cuidado com|oplicht\\w*|fraudeurs?|nepbericht\\w*|let op|pas op|novel|film|podcast|museum|theat(?:re|er)"

export const warning = `\\b(?:${never}|${tricks})\\b`

/** Only that it is one; where "never" and "nobody" belong to what the fraud says itself. */
export const exposing = `\\b(?:${tricks})\\b`

/** Who speaks against a wrong, tells of it or shows it behind glass uses its words. */
const spokenAgainst =
  "wrong|illegal\\w*|unlawful\\w*|crime|offence|myths?|prejudices?|stereotypes?|bully\\w*|discriminat\\w*|racis[mt]\\w*|antisemit\\w*|extremis[mt]\\w*|report(?:ing|s|ed)? (?:it|them|such|any)|equal\\w*|charity|helpline|survivors?|victims?|histor(?:y|ic|ical|ian|ians)|exhibitions?|films?|novels?|operas?|thrillers?|documentar(?:y|ies)|centur(?:y|ies)|strafbar|verboten|vorurteil\\w*|diskriminier\\w*|rassis\\w*|ausstellung\\w*|roman|krimi|geschichte|jahrhundert\\w*|interdit\\w*|illegal\\w*|prejuges?|discriminat\\w*|racisme|exposition|siecle|histoire|prohibid\\w*|delito|prejuicios?|racismo|exposicion|novela|siglo|vietat\\w*|reato|pregiudiz\\w*|razzismo|mostra|romanzo|secolo|crime|preconceitos?|exposicao|seculo|verboden|strafbaar|vooroordel\\w*|racisme|tentoonstelling|eeuw|museums?|museo|musee|museu"

/** That somebody condemns it or tells of it, in seven languages. */
export const condemning = `\\b(?:${tricks}|${spokenAgainst})\\b`
