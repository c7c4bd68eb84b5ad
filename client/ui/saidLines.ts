// The sentences of a live region: the newest last, those before it kept until they have surely been read out.
export interface SaidLine {
  /** Rises: the same words said twice are two sentences. */
  readonly id: number
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Milliseconds. Screen readers read what was added even after it is gone; only not what is gone within the same breath. */
const keptFor = 10_000

/** Old ones leave when the next one comes, not by a timer: a page that says nothing does not change. */
export function addSaid(lines: readonly SaidLine[], text: string, now: number): readonly SaidLine[] {
  const kept = lines.filter(({ at }) => now - at < keptFor)
  return [...kept, { id: (lines.at(-1)?.id ?? 0) + 1, text, at: now }]
}
