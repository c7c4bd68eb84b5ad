// Judges whether a line still lives, from what was sent and heard. Packets may vanish without a word: only silence tells.

/** What is known of one open or opening socket; times in milliseconds of this device's clock. */
export interface LineFacts {
  readonly now: number
  readonly open: boolean
  /** Whether the server's step 2 has come. */
  readonly joined: boolean
  /** When anything last came; at first, when the socket was asked for. */
  readonly heardAt: number
  /** When a step 1 was sent that is not answered yet. */
  readonly probedAt: number | undefined
  /** When the last step 1 was sent, answered or not. */
  readonly lastProbeAt: number
  /** The oldest frame that was neither acknowledged nor refused, and the bytes of them all. */
  readonly waiting: { readonly since: number; readonly bytes: number } | undefined
  /** Milliseconds until the handshake must be done. */
  readonly opening: number
  /** 1, doubled for each line that was given up in vain: a slow line must arrive in the end. */
  readonly patience: number
}

export interface LineVerdict {
  readonly act: 'wait' | 'probe' | 'cut'
  /** Unacknowledged frames and no sign of life: the badge must not say that they are being sent. */
  readonly silent: boolean
}

export const watchLimits = {
  /** Until the server's first step 2. */
  joining: 12_000,
  /** Unacknowledged for so long: ask the server for a sign. */
  probeAfter: 1_800,
  /** No sign for so long while something is unacknowledged: the line counts as dead. Below the 5 s that are promised. */
  silentAfter: 4_000,
  /** The server answers probes from memory; other people's words arriving prove only one direction. */
  probeAnswer: 10_000,
  /** At most 15 probes a minute; the server allows 20. */
  probeEvery: 4_000,
  /** The server says something every 20 s. */
  idleProbe: 25_000,
  idleCut: 30_000,
  /** Bytes a second that the slowest usable line carries. */
  slowestLine: 16 * 1024,
} as const

export function judgeLine(facts: LineFacts): LineVerdict {
  const { now, patience, waiting } = facts
  const upload = ((waiting?.bytes ?? 0) / watchLimits.slowestLine) * 1_000
  const silence = now - facts.heardAt
  const verdict = (act: LineVerdict['act'], silent = false): LineVerdict => ({ act, silent })
  if (!facts.open || !facts.joined) {
    const limit = facts.open ? watchLimits.joining * patience : facts.opening
    return verdict(silence > limit ? 'cut' : 'wait', silence > watchLimits.silentAfter)
  }
  const answerLate =
    facts.probedAt !== undefined && now - facts.probedAt > watchLimits.probeAnswer * patience + upload
  if (answerLate) return verdict('cut', waiting !== undefined)
  const mayProbe = facts.probedAt === undefined && now - facts.lastProbeAt > watchLimits.probeEvery
  if (waiting) {
    const quiet = Math.min(now - waiting.since, silence)
    if (quiet > watchLimits.silentAfter * patience + upload) return verdict('cut', true)
    const due = mayProbe && now - waiting.since > watchLimits.probeAfter
    return verdict(due ? 'probe' : 'wait', quiet > watchLimits.silentAfter + upload)
  }
  if (silence > watchLimits.idleCut * patience) return verdict('cut')
  return verdict(mayProbe && silence > watchLimits.idleProbe ? 'probe' : 'wait')
}
