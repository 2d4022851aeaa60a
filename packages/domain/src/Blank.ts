/** Texts that show nothing. */

/** Not white space, nor a control character, nor one that Unicode wants unseen (DerivedCoreProperties.txt), nor an empty Braille cell. */
const seen = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether nobody would see anything of it. */
export const isBlank = (text: string): boolean => !seen.test(text)
