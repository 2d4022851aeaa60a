/** English words by which a note about somebody begins, for `SecondPerson`. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Present tense of the third person that is no plain -s. */
export const irregular: Readonly<Record<string, string>> = {
  is: "are",
  "isn't": "aren't",
  was: "were",
  "wasn't": "weren't",
  has: "have",
  "hasn't": "haven't",
  does: "do",
  "doesn't": "don't",
  goes: "go",
  "he's": "are",
  "she's": "are"
}

/** Base forms whose -s form may begin a note. Nouns that look the same are only taken where a verb must stand. */
export const bases = set(
  `accept advise agree aim appreciate apply arrive ask attend avoid bake believe belong book brew build buy call care carry celebrate change choose
  claim clean coach collect come commute compare complain complete consider contact cook cost count create cycle dance deal decide delay deliver depend design
  develop dislike distrust doubt download drink drive earn eat email employ enjoy exercise expand expect explore export fear feel find finish fish fix fly focus follow forget
  form freelance garden gather get give go grow handle hate have head hear help hesitate hike hire hold hope host import intend invest join keep
  know lack lead learn leave like listen live look lose love make manage mean measure meet mention mind miss move need object offer open operate order
  organize organise outsource own pay perform phone plan play post practice prefer prepare produce program publish purchase question race raise read receive recommend reject rely
  remember rent repair report represent request research respond restore return ride run save say search see seek sell send serve share shop sing sit skip
  sleep speak spend stand start state stay stop store struggle study subscribe suffer suggest supervise supply support suspect swim take talk teach tell think
  track train travel treat trust try turn understand upgrade use value view visit volunteer wait walk want watch wear wish wonder work worry write`
)

/** Past tenses that do not end in -ed; the same in every person. */
export const pasts = set(
  `ate became began bought broke brought built came caught chose cut did drank drove fell felt flew forgot fought found gave got grew had heard held kept
  knew led left lent let lost made meant met paid put quit ran read said sang sat saw sent set slept sold spent spoke stood swam taught thought threw told took
  understood woke won wore wrote could would should might will can may must`
)

/** Words that say how somebody is: "You are" goes before them. */
export const states = set(
  `able afraid allergic annoyed anxious aware based busy certain close committed concerned confident confused convinced curious disappointed dissatisfied due
  eager eligible engaged enthusiastic excited experienced expecting familiar fed focused fond free frustrated glad going happy hesitant hoping impressed in inclined
  interested keen known learning located looking loyal married moving near new nervous open opposed organizing passionate planning pleased pregnant preparing proud ready
  relocating reluctant responsible retired satisfied saving self-employed sceptical searching sensitive skeptical single sure thinking tired training trying undecided unhappy unsure
  upset used vegan vegetarian waiting wary willing working worried considering comparing evaluating expanding growing hiring running studying traveling travelling using building
  renovating switching launching starting testing wondering writing reading enjoying struggling dealing juggling not currently`
)

/** May stand before the verb. */
export const adverbs = set(
  "also already always currently finally frequently generally just largely mainly mostly never normally now occasionally often only primarily rarely really recently regularly seldom sometimes still strongly typically usually clearly definitely absolutely actively once twice previously"
)

/** Base forms that begin a note of few words, about its writer: "Need 20 seats". */
export const terse = set("need want love prefer dislike hate have")
