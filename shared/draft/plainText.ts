// Which characters and link addresses a text may hold: one definition for the editor, the imports and the server's gate.

/**
 * Control characters (tab and line ends aside), the two characters that override writing direction, and the two code points
 * that are no characters: they can hide or reverse words, break XML files, and nobody types them.
 */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202d\u202e\ufffe\uffff]/
const everyUnwanted = new RegExp(unwanted.source, 'g')

export const hasUnwantedCharacters = (text: string): boolean => unwanted.test(text)
export const withoutUnwantedCharacters = (text: string): string => text.replace(everyUnwanted, '')

/** One line: what a title or a summary holds. */
export const singleLine = (text: string): string =>
  withoutUnwantedCharacters(text).replace(/\s+/g, ' ').trim()

/** Characters. */
export const linkLimit = 2048

const address = /^(?:https?:\/\/[^\s/?#\\]+|mailto:[^\s\\]+@)[^\s\\]*$/i
// Spaces and format characters of any kind inside an address only serve to disguise it.
const disguise = /[\p{C}\p{Z}<>"`]/u

/** Whether an address may be linked to: https, http or mailto, written plainly; ` java\tscript:` and its like are not. */
export const isSafeLink = (href: unknown): href is string =>
  typeof href === 'string' && href.length <= linkLimit && !disguise.test(href) && address.test(href)
