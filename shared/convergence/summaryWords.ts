// The summary that a volunteer reads in a minute: at most sixty words.

export const summaryWordLimit = 60

/** What stands between blanks and holds a letter or a digit: « prêt·e », « l’antenne » and « 8 000 » count as people count them. */
export const countWords = (text: string): number =>
  text
    .replace(/(\d)[ \u00a0\u202f](?=\d{3}\b)/gu, '$1')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
