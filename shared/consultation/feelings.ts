// The five feelings with which anybody answers a published text, and how long the sentence beside one may be.

/** Keys of the data, in the order in which they are shown. */
export const feelings = ['enthousiaste', 'favorable', 'interrogatif', 'inquiet', 'oppose'] as const
export type Feeling = (typeof feelings)[number]

/** Words of a comment at most. */
export const commentWords = 60

export const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length

export type Counts = Readonly<Record<Feeling, number>>

export function countsOf(felt: readonly { readonly feeling: Feeling }[]): Counts {
  const counts = { enthousiaste: 0, favorable: 0, interrogatif: 0, inquiet: 0, oppose: 0 }
  for (const { feeling } of felt) counts[feeling] += 1
  return counts
}

/** One answer, as it is counted. */
export interface Felt {
  readonly feeling: Feeling
  readonly entityId?: string | null | undefined
  readonly inGroup: boolean
  readonly groupId?: string | null | undefined
  /** `YYYY-MM-DD` of the server's clock on which it was said here; nothing of what came with an imported file. */
  readonly day?: string | null | undefined
}
