/**
 * Names of people that English text writes without their capitals, by where a person is named: ask for maria, jan kowalski
 * will call you, with tom from our team. Only first names that `ForeignNames` knows, and those below, are told from things
 * one may ask for. Used by `Invented`.
 */
import { isFirstName } from "./ForeignNames.ts"

/** English and Polish ones, and short forms; none that is a word of its own (will, mark, grace, rose, bill, sue). */
const more = new Set(
  `aaron abigail adam adrian aisha alan alex alexander alexandra amanda amy angus annabel anthony arthur ashley barbara becky ben beth bob brenda bruce cathy charles charlie chloe chris christopher cindy colin craig cynthia dave deborah debbie dennis derek diana donna doug duncan edward eileen eleanor ella ellen emmanuel eric erin ethan evelyn fatima fiona frances francis fred gareth gary gavin geoff george gordon graham greg gregory harriet harry heather henry howard hugh ian isaac isla jacob jake jamie jane janet jason jeff jeffrey jeremy jerry jill jim joanna joe joel jonathan joseph joyce judith judy karen kate katie keith kelly ken kenneth kim kyle larry laurence leah leo leon leslie lewis liam linda lindsay lisa liz logan louis louise lucy luke lynn maggie malcolm margaret marion mary matt maureen megan melissa mike mohammed molly monica nadia nancy naomi natasha neil nigel nina noah nora oscar pam pamela pat peter phil phoebe rachel ralph raymond richard rob robert robin ron ronald rory ross roy russell ruth ryan sally sam samuel scott sean sharon shaun sheila shirley simon sophia stacey stanley stella stephanie stephen steve stuart susan suzanne tara ted terry tiffany tim timothy tina todd tom tony tracy trevor veronica victoria vivian walter wendy zoe
  aleksandra aneta bartek bartosz dorota ewelina grzegorz jacek jerzy justyna kamil karolina kasia krystyna łukasz maciej magda marcin marek mariusz michał paweł rafał sylwia tadeusz tomasz wojtek wojciech zbigniew zofia`.split(
    /\s+/
  )
)

const name = "(\\p{Ll}[\\p{Ll}\\p{M}]+)(?: (\\p{Ll}[\\p{Ll}\\p{M}-]+))?"
const does =
  "(?:(?:will|['’]ll|would|is going to|wants to|can|may) (?:\\p{Ll}+ )?(?:call|ring|phone|text|email|write|contact|visit|meet|help|show|guide|advise|answer|welcome|greet|be|see|get|come|take|reach|pick|explain|walk)|(?:calls|rings|meets|visits|helps|awaits|greets|welcomes|is (?:calling|waiting|expecting|looking forward))) "
const places: ReadonlyArray<RegExp> = [
  new RegExp(
    `(?<=\\b(?:ask(?:ing)? for|speak (?:to|with)|talk (?:to|with)|reply to|meet(?: with)?|contact|call|email|phone|text|message|say (?:hi|hello) to|my name is|this is|i am|i['’]m|regards,?|wishes,?|best,|thanks,|cheers,?|yours,?|love,?)\\s{1,2})${name}`,
    "giu"
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}'’-])${name} (?=${does}|from (?:our|the|my) (?:\\p{Ll}+ )?(?:team|office|shop|store|sales|support|department|desk|company|crew|staff)|(?:in|from) (?:sales|support|marketing|accounts|billing)|here(?=[,.!])|and (?:i|we) (?:will|are|can|look)\\b)`,
    "giu"
  ),
  new RegExp(`(?<=\\b(?:with|by|to|from|and) )${name}(?= (?:from|at|in|of) (?:our|the|my|sales|support)\\b)`, "giu")
]

/** What follows a name and is no second one. */
const follows =
  /^(?:a|about|again|and|any|at|by|can|for|from|here|if|in|is|later|now|of|on|or|our|soon|the|then|there|to|today|tomorrow|tonight|via|when|who|will|with|you|your|directly|please|may|calls|rings|wants|would|instead|first)$/

/** As they stand in the text. */
export const smallNamesIn = (text: string): ReadonlyArray<string> =>
  places
    .flatMap((place) => Array.from(text.matchAll(place)))
    .flatMap(([, first = "", second]): ReadonlyArray<string> => {
      // "i" makes small letters of all.
      if (first !== first.toLowerCase()) return []
      if (isFirstName(first) || more.has(first))
        return [second === undefined || follows.test(second) ? first : `${first} ${second}`]
      return second !== undefined && (isFirstName(second) || more.has(second)) ? [second] : []
    })
