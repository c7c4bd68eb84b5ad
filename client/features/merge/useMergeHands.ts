// Gathers what the parts of an open merge share, the same object while nothing of it changed.
import { type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeHands, PassageCalls, PassageFilter } from '#client/features/merge/mergeContext.ts'
import { partiesOf, passageNames } from '#client/features/merge/mergeNames.ts'
import { useMerge } from '#client/features/merge/useMerge.ts'
import { useMergeActs } from '#client/features/merge/useMergeActs.ts'
import { useMergeReading } from '#client/features/merge/useMergeReading.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { MergeReading } from '#shared/merge/mergeReading.ts'
import type { Merge } from '#shared/merge/mergeState.ts'

export interface OpenedMerge {
  readonly hands: MergeHands
  readonly calls: PassageCalls
  readonly dialog: ReactNode
  readonly setFilter: (filter: PassageFilter) => void
  readonly setChoosing: (on: boolean) => void
  readonly clearChosen: () => void
}

/** Undefined until the merge has been read. */
export function useOpenedMerge(
  mergeId: string,
  showInJoint: (passage: string) => void,
): OpenedMerge | undefined {
  const merge = useMerge(mergeId)
  const reading = useMergeReading(mergeId)
  const local = useLocal()
  const blocked = useBlocked(merge)
  const acts = useMergeActs(mergeId)
  const named = useNamed(reading)
  const { filter, selected, openPassage, chosen, choosing, select, open, choose, openDialog } = local
  const room = useLiveRoom()
  const hands = useMemo(
    () =>
      merge && reading && named
        ? {
            ...{ room, merge, reading, ...named, acts, blocked },
            ...{
              filter,
              selected,
              select,
              openPassage,
              open,
              chosen,
              choose,
              choosing,
              openDialog,
              showInJoint,
            },
          }
        : undefined,
    [
      room,
      merge,
      reading,
      named,
      acts,
      blocked,
      filter,
      selected,
      select,
      openPassage,
      open,
      chosen,
      choose,
      choosing,
      openDialog,
      showInJoint,
    ],
  )
  const names = named?.names
  const calls = useMemo(() => names && { open, choose, acts, names }, [open, choose, acts, names])
  return hands && calls && { hands, calls, ...local }
}

/** What this person looks at and has chosen; nobody else's business. */
function useLocal() {
  const [filter, setFilter] = useState<PassageFilter>('all')
  const [selected, select] = useState<string>()
  const [openPassage, setOpenPassage] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState(false)
  const [dialog, setDialog] = useState<ReactNode>(null)
  const open = useCallback((passage: string | undefined): void => {
    setOpenPassage(passage)
    if (passage !== undefined) select(passage)
  }, [])
  const choose = useCallback(
    (passage: string): void =>
      setChosen((was) =>
        was.includes(passage) ? was.filter((other) => other !== passage) : [...was, passage],
      ),
    [],
  )
  const clearChosen = useCallback(() => setChosen([]), [])
  const openDialog = useCallback(
    (render: (close: () => void) => ReactNode): void => setDialog(render(() => setDialog(null))),
    [],
  )
  return {
    ...{ filter, setFilter, selected, select, openPassage, open, chosen, choose, clearChosen },
    ...{ choosing: choosing || chosen.length > 0, setChoosing, dialog, openDialog },
  }
}

function useNamed(reading: MergeReading | undefined) {
  const room = useLiveRoom()
  const { t, i18n } = useTranslation('merge')
  const parents = reading?.parents
  const rows = reading?.rows
  const named = useMemo(() => {
    if (!parents) return undefined
    const parties = partiesOf(t, room, parents)
    return { parties, names: passageNames(t, i18n.language, { parents, parties }) }
  }, [t, i18n.language, room, parents])
  const rowOf = useMemo(
    () =>
      new Map(
        (rows ?? []).flatMap(({ cells }) => {
          const row = cells.flat()
          return row.map((id) => [id, row] as const)
        }),
      ),
    [rows],
  )
  return useMemo(() => named && { ...named, rowOf }, [named, rowOf])
}

/** Drawn again when the reason changes, not with each letter that is sent. */
function useBlocked(merge: Merge | undefined): string | undefined {
  const { t } = useTranslation('merge')
  const room = useLiveRoom()
  const subscribe = useCallback((changed: () => void) => room.subscribe(changed), [room])
  const reason = useSyncExternalStore(subscribe, () => blockedBy(room, merge))
  return reason && t(reason)
}

function blockedBy(room: LiveRoom, merge: Merge | undefined) {
  const live = merge && room.draftsOf(merge.spaceId)
  if (merge?.closed) return 'blocked.closed' as const
  if (room.join.you.role === 'observer') return 'blocked.observer' as const
  if (live && live.access !== 'write') return 'way.blocked' as const
  return room.save().state === 'offline' ? ('blocked.offline' as const) : undefined
}
