// The ways into merges: begins them from drafts, finds those that run, and keeps the open one in the page's address.
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { Merging } from '#client/features/list/listContext.ts'
import { type DraftAt, keyOf, mergesAreMadeHere } from '#client/features/merge/draftsToMerge.ts'
import { mergeName } from '#client/features/merge/mergeName.ts'
import { mergesAt, useRunningMerges } from '#client/features/merge/useMerge.ts'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { Merge } from '#shared/merge/mergeState.ts'

const MergeWithDialog = lazyView(
  async () => (await import('#client/features/merge/MergeWithDialog.tsx')).MergeWithDialog,
)
const SplitDialog = lazyView(async () => (await import('#client/features/merge/SplitDialog.tsx')).SplitDialog)

/** `/r/CODE#fusion=merge id`: a link to one merge. */
const hashOf = (mergeId: string): string => `#fusion=${encodeURIComponent(mergeId)}`
const mergeInHash = (hash: string): string | undefined => {
  const [, id] = /^#fusion=([^/]+)$/.exec(hash) ?? []
  try {
    return id && decodeURIComponent(id)
  } catch {
    return undefined
  }
}

export interface RoomMerging {
  /** The merge that fills the room's place; undefined while the room itself is shown. */
  readonly mergeId: string | undefined
  readonly open: (mergeId: string) => void
  /** Back to the room; nothing where the room itself is shown. */
  readonly leave: () => void
  readonly ways: Merging
  readonly dialog: ReactNode
}

export function useMerging(): RoomMerging {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const here = useRef({ hash, navigate })
  useEffect(() => {
    here.current = { hash, navigate }
  })
  // Stable: lists are drawn again when what they may call changes.
  const open = useCallback((mergeId: string) => void here.current.navigate({ hash: hashOf(mergeId) }), [])
  const leave = useCallback(() => {
    if (mergeInHash(here.current.hash) !== undefined) void here.current.navigate({ hash: '' })
  }, [])
  const { start, isAwaited } = useStart(open)
  const [asking, setAsking] = useState<{ kind: 'merge' | 'split'; drafts: readonly DraftAt[] }>()
  const ways = useWays({ open, start, ask: setAsking })
  const done = (): void => setAsking(undefined)
  const [first] = asking?.drafts ?? []
  const asked = asking && (
    <Suspense fallback={<OnItsWay />}>
      {asking.kind === 'merge' ? (
        <MergeWithDialog
          from={asking.drafts}
          onStart={(parents) => void start(parents, 'merge')}
          onClose={done}
        />
      ) : (
        first && <SplitDialog draft={first} onClose={done} />
      )}
    </Suspense>
  )
  const dialog = (
    <>
      {isAwaited && <OnItsWay />}
      {asked}
    </>
  )
  return { mergeId: mergeInHash(hash), open, leave, ways, dialog }
}

/** Something was asked for and comes in a moment; what is pressed meanwhile may be gone before it answers. */
const OnItsWay = () => <span hidden data-opening />

type Start = (parents: readonly DraftAt[], kind: 'merge' | 'pull') => Promise<void>

/** Begins a merge and opens it once the room tells of it; where somebody was quicker, theirs is opened. */
function useStart(open: (mergeId: string) => void): { readonly start: Start; readonly isAwaited: boolean } {
  const room = useLiveRoom()
  const { t } = useTranslation('merge')
  const merges = useRunningMerges()
  const [awaited, setAwaited] = useState<readonly DraftAt[]>()
  const found = awaited && merges.find((merge) => isOf(merge, awaited))
  useEffect(() => {
    if (!found) return
    setAwaited(undefined)
    open(found.id)
  }, [found, open])
  const start = useCallback<Start>(
    async (parents, kind) => {
      setAwaited(parents)
      const input = { parents: parents.map(({ spaceId, draftId }) => ({ spaceId, draftId })) }
      const answer = await room.command('merge.open', kind === 'pull' ? { ...input, all: true } : input)
      const isThere = !answer.ok && answer.error.reason === 'merge.alreadyOpen'
      if (isThere) return
      if (!sayRefusal(answer)) return setAwaited(undefined)
      announce(t(kind === 'pull' ? 'said.pulled' : 'said.started'))
    },
    [room, t],
  )
  return { start, isAwaited: awaited !== undefined }
}

const isOf = (merge: Merge, drafts: readonly DraftAt[]): boolean =>
  merge.split === null &&
  merge.parents.length === drafts.length &&
  drafts.every((draft) => merge.parents.some((parent) => keyOf(parent) === keyOf(draft)))

interface WaysNeeds {
  readonly open: (mergeId: string) => void
  readonly start: Start
  readonly ask: (asking: { kind: 'merge' | 'split'; drafts: readonly DraftAt[] }) => void
}

/** What lists and boards offer of a draft; the same object as long as the room's rights stay. */
function useWays({ open, start, ask }: WaysNeeds): Merging {
  const room = useLiveRoomChanges(useLiveRoom())
  const { t } = useTranslation('merge')
  const merges = useRunningMerges()
  const latest = useRef(merges)
  useEffect(() => {
    latest.current = merges
  })
  const blocked = mergesAreMadeHere(room) ? undefined : t('way.blocked')
  return useMemo(
    () => ({
      blocked,
      merge: (drafts) => ask({ kind: 'merge', drafts }),
      pull: (draft) => void start([draft], 'pull'),
      split: (draft) => ask({ kind: 'split', drafts: [draft] }),
      running: (draft) =>
        mergesAt(latest.current, draft).map((merge) => ({
          label: t('openNamed', { name: mergeName(t, room, merge) }),
          run: () => open(merge.id),
        })),
    }),
    [room, t, blocked, ask, start, open],
  )
}
