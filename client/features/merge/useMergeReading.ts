// What becomes of each passage of a merge, read anew when nobody waits: never within a keystroke.
import { startTransition, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { inIdleSlices } from '#client/features/merge/idleSlices.ts'
import { useMerge } from '#client/features/merge/useMerge.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { Fate } from '#shared/merge/fates.ts'
import { type MergeReading, readMerge, readMergeInSteps, wasRead } from '#shared/merge/mergeReading.ts'
import type { Merge } from '#shared/merge/mergeState.ts'
import type { Steps } from '#shared/merge/steps.ts'

/** Letters are gathered for this long before a reading, in milliseconds; a busy page reads at the latest after `latestMs`. */
const gatherMs = 120
const latestMs = 600

/** Undefined until the joint draft and the frozen parents are on this device; without a line it is what is known here. */
export function useMergeReading(mergeId: string): MergeReading | undefined {
  const room = useLiveRoom()
  const merge = useMerge(mergeId)
  const doc = merge && room.draftsOf(merge.spaceId)?.doc
  const [reading, setReading] = useState<MergeReading>()
  useEffect(() => {
    if (!doc || !merge) return setReading(undefined)
    // What people decide shows at once, where only that is new; a first reading, and what they type, when they pause.
    const isKnown = wasRead(doc, merge)
    if (isKnown) setReading(readNow(doc, merge))
    // Whoever types again meanwhile goes first.
    const show = (next: MergeReading | undefined): void =>
      startTransition(() => setReading(next && asShown(next, merge)))
    return keptRead({ doc, isKnown, begin: () => readMergeInSteps(doc, merge), show })
  }, [doc, merge])
  return reading && reading.parents.length > 0 && sameMerge(reading, merge) ? reading : undefined
}

interface Reader<Done> {
  readonly doc: Y.Doc
  /** Whether what stands now needs no reading. */
  readonly isKnown: boolean
  readonly begin: () => Steps<Done>
  readonly show: (read: Done) => void
}

/** Reads after each change, gathered. A change during a reading is read after it: where many type, readings still come to an end. */
export function keptRead<Done>({ doc, isKnown, begin, show }: Reader<Done>): () => void {
  let [isReading, isOld] = [false, false]
  let stop = (): void => undefined
  const read = (): void => {
    if (isReading) isOld = true
    else {
      isReading = true
      stop = inIdleSlices(begin, finished)
    }
  }
  const finished = (found: Done): void => {
    isReading = false
    show(found)
    if (isOld) read()
    isOld = false
  }
  if (!isKnown) read()
  const stopFollowing = afterTyping(doc, read)
  return () => {
    stopFollowing()
    stop()
  }
}

export function readNow(doc: Y.Doc, merge: Merge): MergeReading | undefined {
  const reading = readMerge(doc, merge)
  return reading && asShown(reading, merge)
}

/** What stands in the joint text only as the nuance that it was joined as is shown as joined, not as kept. */
function asShown(reading: MergeReading, merge: Merge): MergeReading {
  const isNuanceAlone = (fate: Fate, nuanceId: string): boolean =>
    fate.kind === 'kept' && fate.targets.every(({ of }) => of === nuanceId)
  const fates = new Map(reading.fates)
  for (const [id, decided] of Object.entries(merge.fates)) {
    const fate = fates.get(id)
    if (decided.kind === 'joined' && fate && isNuanceAlone(fate, decided.nuanceId))
      fates.set(id, { kind: 'joined', nuanceId: decided.nuanceId })
  }
  return {
    ...{ parents: reading.parents, rows: reading.rows, passages: reading.passages },
    ...{ joint: reading.joint, counts: reading.counts, fates },
    // Reckoned only where it is asked for.
    get fingerprint() {
      return reading.fingerprint
    },
  }
}

const sameMerge = (reading: MergeReading, merge: Merge | undefined): boolean =>
  merge?.parents.some(({ key }) => key === reading.parents[0]?.key) ?? false

/** Calls after changes of a document, gathered, in the page's idle time. Returns the way to stop. */
export function afterTyping(doc: Y.Doc, read: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const wait = (): void => {
    timer = undefined
    // Safari has no idle callback: the gathering alone then keeps it away from the keys.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(run, { timeout: latestMs })
    else run()
  }
  const run = (): void => {
    idle = undefined
    read()
  }
  const changed = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0 || timer !== undefined || idle !== undefined) return
    timer = setTimeout(wait, gatherMs)
  }
  doc.on('afterTransaction', changed)
  return () => {
    doc.off('afterTransaction', changed)
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
