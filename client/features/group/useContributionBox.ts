// The box of what waits on this device, sent whenever there is a line.
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import {
  type ContributionBox,
  createContributionBox,
  type SendOutcome,
} from '#client/features/group/contributionBox.ts'
import { contribute } from '#client/features/group/groupApi.ts'
import { useOnReturn } from '#client/features/group/useGroupPage.ts'
import { UnreachableServer } from '#client/live/api.ts'
import type { ContributionInput } from '#shared/group/groupPage.ts'

/** How often the line is tried while something waits, in milliseconds. */
const tryEvery = 5_000

export interface BoxHandle {
  readonly box: ContributionBox
  /** Returns how many arrived. */
  flush(): Promise<number>
}

/** `may`: whether this person contributes; otherwise what waits goes on waiting. */
export function useContributionBox(group: string, may: boolean, onArrived: () => Promise<void>): BoxHandle {
  const box = useMemo(() => createContributionBox(group), [group])
  useSyncExternalStore(box.subscribe, box.version)
  const arrived = useRef(onArrived)
  useEffect(() => {
    arrived.current = onArrived
  })
  const flush = useCallback(async () => {
    if (!may) return 0
    const count = await box.flush((input) => send(group, input))
    if (count > 0) await arrived.current()
    return count
  }, [box, group, may])
  const tryAgain = useCallback(() => void flush(), [flush])
  useOnReturn(tryAgain)
  const waits = may && box.waiting().some(({ refused }) => !refused)
  useEffect(() => {
    if (!waits) return
    tryAgain()
    const timer = setInterval(tryAgain, tryEvery)
    return () => clearInterval(timer)
  }, [waits, tryAgain])
  return { box, flush }
}

async function send(group: string, input: ContributionInput): Promise<SendOutcome> {
  try {
    await contribute(group, input)
    return 'done'
  } catch (error) {
    return error instanceof UnreachableServer ? 'away' : 'refused'
  }
}
