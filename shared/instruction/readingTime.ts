// How long texts take to be read, and a summary that is never longer than a volunteer's minute.

/** Words a minute of somebody who reads with care. */
export const wordsPerMinute = 200
export const summaryWords = 60

export const wordCount = (text: string): number =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’·-]*/gu) ?? []).length

/** [T1] Whole minutes, one at least for whatever has words. */
export const minutesOf = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))

/** [T2] Whole sentences up to sixty words; where the first is longer, its first sixty words and a sign that more follows. */
export function shortened(summary: string): string {
  if (wordCount(summary) <= summaryWords) return summary
  const sentences = summary.match(/[^.!?…]+[.!?…]+["»”\s]*/gu) ?? [summary]
  let kept = ''
  for (const sentence of sentences) {
    if (wordCount(kept + sentence) > summaryWords) break
    kept += sentence
  }
  return kept.trim() || `${summary.split(/\s+/u).slice(0, summaryWords).join(' ')} …`
}
