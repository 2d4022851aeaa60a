/** How somebody warns of a fraud instead of trying one, in seven languages; for what would make a rule harmless. */

/** That nobody ever asks for it, or not to give it away. */
const never =
  "never|nobody|no one|not (?:ask|share|send|give|enter|reply|pay|call|click)|n't (?:ask|share|send|give|enter|reply|pay|call|click)|nie|niemals|niemandem?|weder|fragen (?:sie|dich|euch) nicht|geben sie \\w{1,20} nicht|jamais|personne ne|ne (?:vous |te |nous )?(?:demand|communiqu|partag|donn|envoy|repond)\\w*|nunca|jamas|nadie|no (?:le |te |os |se |lo )?(?:ped|pid|solicit|compart|facilit|respond|envi|haga)\\w*|mai|nessuno|non (?:le |ti |vi )?(?:chied|condivid|comunic|rispond|invi|forn)\\w*|nao (?:lhe |te )?(?:ped|pec|solicit|partilh|compartilh|respond|envi|fornec)\\w*|ninguem|nooit|niemand|vragen (?:u|je|wij)? ?niet|(?:deel|geef|stuur) (?:\\w{1,20} )?niet"
const tricks =
  "scams?|scammers?|fraud\\w*|phish\\w*|smishing|hoax\\w*|beware|how to spot|pretend\\w*|betrug\\w*|betruger\\w*|masche|vorsicht|warnung|gefalscht\\w*|arnaqu\\w*|escro\\w*|hameconnage|mefiez|attention aux|estaf\\w*|timo|cuidado con|fraude\\w*|truff\\w*|raggir\\w*|attenzione a|diffidate|burlas?|burlao|golpe\\w*|cuidado com|oplicht\\w*|fraudeurs?|nepbericht\\w*|let op|pas op|novel|film|podcast|museum|theat(?:re|er)"

export const warning = `\\b(?:${never}|${tricks})\\b`

/** Only that it is one; where "never" and "nobody" belong to what the fraud says itself. */
export const exposing = `\\b(?:${tricks})\\b`
