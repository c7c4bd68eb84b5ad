// What this room lends to its sub-groups: its views, the way into an aparté and back to what it brought, and the call's window.
import { useEffect, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { openBeside } from '#client/features/call/openBeside.ts'
import { apartePath } from '#client/features/subgroups/aparteApi.ts'
import type { SubgroupWays } from '#client/features/subgroups/subgroupWays.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

interface Views {
  readonly go: (to: 'board' | 'list') => void
  readonly onBoard: (recordId: string) => void
  readonly onTab: (tab: string) => void
  readonly phone: boolean
}

export function useSubgroupWaysHere({ go, onBoard, onTab, phone }: Views): SubgroupWays {
  const { code } = useLiveRoom().join.room
  const navigate = useNavigate()
  useCameBack(onBoard)
  return useMemo(
    () => ({
      onFrame: onBoard,
      onFrameInList: (frameId) => {
        onTab('notes')
        go('list')
        focusFrame(frameId)
      },
      enterAparte: (groupId) => void navigate(apartePath(code, groupId), { state: { phone } }),
      openCall: openBeside,
    }),
    [go, onBoard, onTab, phone, code, navigate],
  )
}

/** Whoever comes back from an aparté looks at what it brought, once. */
function useCameBack(onBoard: (recordId: string) => void): void {
  const navigate = useNavigate()
  const { state, pathname } = useLocation() as { state: unknown; pathname: string } // any page may have left something there
  useEffect(() => {
    if (typeof state !== 'object' || state === null || !('frame' in state)) return
    const { frame } = state
    void navigate(pathname, { replace: true, state: null })
    if (typeof frame === 'string') onBoard(frame)
  }, [state, pathname, navigate, onBoard])
}

/** After the tab is shown: what is hidden can neither scroll nor take the focus. */
function focusFrame(frameId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = document.querySelector<HTMLElement>(`.list-group [data-frame="${CSS.escape(frameId)}"]`)
      found?.scrollIntoView({ block: 'center' })
      found?.focus({ preventScroll: true })
    }),
  )
}
