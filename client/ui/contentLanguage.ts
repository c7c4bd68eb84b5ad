// The language that the cooperative writes in: of every text that does not say its own. It may be none of the interface's three.

/** The server writes it into the page; where nobody knows it, '' says so to a screen reader, which then does not take the interface's. */
export const contentLanguage = (): string => document.documentElement.dataset['contentLanguage'] ?? ''
