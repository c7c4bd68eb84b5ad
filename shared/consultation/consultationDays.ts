// When the public debate is open: from the cycle's own stages where it has one for it, or as the cooperative's life set it.
export interface ConsultationDays {
  readonly status: 'before' | 'open' | 'closed'
  /** `YYYY-MM-DD`; null where the cycle names no day. */
  readonly opensOn: string | null
  /** The last day on which people answer; null: until somebody sets one. */
  readonly closesOn: string | null
}

interface StagedCycle {
  readonly stages: readonly { readonly key: string; readonly start: string; readonly end: string }[]
}

/** Keys that cycles give to the stage of the public debate. A cycle that has none stays open until a day is set. */
const stageKeys = ['presentation', 'consultation', 'debate']

/** `setTo`: the last day as it was set here; undefined where nobody did, null where it was taken away. */
export function consultationDays(
  cycle: StagedCycle | undefined,
  today: string,
  { published, setTo }: { readonly published: boolean; readonly setTo?: string | null | undefined },
): ConsultationDays {
  const stage = cycle?.stages.find(({ key }) => stageKeys.includes(key))
  const opensOn = stage?.start ?? null
  const closesOn = setTo === undefined ? (stage?.end ?? null) : setTo
  if (!published) return { status: 'before', opensOn, closesOn }
  return { status: closesOn !== null && closesOn < today ? 'closed' : 'open', opensOn, closesOn }
}
