/** Letters that look like those of the Latin alphabet (after the confusables of Unicode UTS #39). */

const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аɑα", "a"],
    ["вβ", "b"],
    ["сϲ", "c"],
    ["ԁ", "d"],
    ["еєε", "e"],
    ["ɡ", "g"],
    ["һн", "h"],
    ["іıιӏ", "i"],
    ["јϳ", "j"],
    ["кκ", "k"],
    ["ⅼ", "l"],
    ["м", "m"],
    ["пη", "n"],
    ["оοσ", "o"],
    ["рρ", "p"],
    ["г", "r"],
    ["ѕ", "s"],
    ["тτ", "t"],
    ["υս", "u"],
    ["ν", "v"],
    ["ѡω", "w"],
    ["хχ", "x"],
    ["уγ", "y"],
    ["ʐ", "z"],
    ["øɵ", "o"],
    ["łʟ", "l"],
    ["đɖ", "d"],
    ["ħʜ", "h"],
    ["ŧ", "t"],
    ["ƒꜰ", "f"],
    // Small capitals.
    ["ᴀ", "a"],
    ["ʙ", "b"],
    ["ᴄ", "c"],
    ["ᴅ", "d"],
    ["ᴇ", "e"],
    ["ɢ", "g"],
    ["ɪ", "i"],
    ["ᴊ", "j"],
    ["ᴋ", "k"],
    ["ᴍ", "m"],
    ["ɴ", "n"],
    ["ᴏ", "o"],
    ["ᴘ", "p"],
    ["ʀ", "r"],
    ["ꜱ", "s"],
    ["ᴛ", "t"],
    ["ᴜ", "u"],
    ["ᴠ", "v"],
    ["ᴡ", "w"],
    ["ʏ", "y"],
    ["ᴢ", "z"],
    // Ligatures that no compatibility form takes apart.
    ["ß", "ss"],
    ["æ", "ae"],
    ["œ", "oe"],
    ["’‘ʼ`´", "'"]
  ].flatMap(([from, to]) => Array.from(String(from), (character) => [character, String(to)] as const))
)

/** Where the white letters on black, in circles and in squares, and those of flags begin: twenty-six of each. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6]

/** The letters of our alphabet that a character of another looks like; undefined where it looks like none. */
export const lookalikeOf = (character: string): string | undefined => {
  if (character <= "\u007e") return undefined
  const code = character.codePointAt(0) ?? 0
  const first = alphabets.find((start) => code >= start && code < start + 26)
  return first === undefined ? lookalikes[character] : String.fromCharCode(97 + code - first)
}
