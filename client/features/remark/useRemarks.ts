// The remarks of one draft and how many each draft of the room has: read over HTTP, again when the server says that they changed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { DraftPlace } from '#client/features/remark/remarkDesk.ts'
import { readRemarkCounts, readRemarks } from '#client/live/apiRemarks.ts'
import { useChanged } from '#client/live/useChanged.ts'
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import type { Remark, RemarkCounts, RemarksAnswer } from '#shared/remark/remark.ts'

const remarksKey = (code: string, { spaceId, draftId }: DraftPlace) => ['remarks', code, spaceId, draftId]
const countsKey = (code: string) => ['remark-counts', code]

export interface ReadRemarks {
  /** Undefined before the first answer. */
  readonly answer: RemarksAnswer | undefined
  /** Nobody answered, or the answer was no. */
  readonly failed: boolean
  readonly again: () => void
}

export function useRemarks(draft: DraftPlace): ReadRemarks {
  const { code } = useLiveRoom().join.room
  const { data, isError, refetch } = useQuery({
    queryKey: remarksKey(code, draft),
    queryFn: ({ signal }) => readRemarks({ code, ...draft }, { signal }),
    structuralSharing: true,
  })
  const again = useCallback(() => void refetch(), [refetch])
  return { answer: data, failed: isError, again }
}

export function useRemarkCounts(): RemarkCounts | undefined {
  const { code } = useLiveRoom().join.room
  return useQuery({
    queryKey: countsKey(code),
    queryFn: ({ signal }) => readRemarkCounts(code, { signal }),
  }).data
}

/** Once per room: what others say or decide is read anew. */
export function useRemarksFollowed(): void {
  const { code } = useLiveRoom().join.room
  const queries = useQueryClient()
  useChanged('remarks', (what) => {
    void queries.invalidateQueries({ queryKey: countsKey(code) })
    // A remark that came along with a merge changes at its parent's address: what is on the screen is little, and read again.
    void queries.invalidateQueries({
      queryKey: what ? ['remarks', code] : ['remarks'],
    })
  })
  const rights = useRightsTold()
  const before = useRef(rights)
  useEffect(() => {
    if (before.current === rights) return
    before.current = rights
    void queries.invalidateQueries({ queryKey: countsKey(code) })
    void queries.invalidateQueries({ queryKey: ['remarks', code] })
  }, [rights, queries, code])
}

/** Changes with what decides who may say and accept: how far groups have opened their texts, what is adopted, one's own rights. */
function useRightsTold(): string {
  const { drafts } = useLiveRoomChanges(useLiveRoom())
  const opened = useSlice('openness')
  const texts = useSlice('adoption')?.texts ?? {}
  const adopted = Object.values(texts).map(({ adopted: versions }) =>
    versions.map(({ id, withdrawn }) => [id, withdrawn !== null]),
  )
  return JSON.stringify([opened, adopted, drafts.map(({ name, access }) => [name, access])])
}

/** Puts what the server answered where it is read. */
export function useKeepRemark(draft: DraftPlace): (remark: Remark) => void {
  const { code } = useLiveRoom().join.room
  const queries = useQueryClient()
  const { spaceId, draftId } = draft
  return useCallback(
    (remark) => {
      queries.setQueryData<RemarksAnswer>(
        remarksKey(code, { spaceId, draftId }),
        (was) =>
          was && {
            ...was,
            remarks: was.remarks.some(({ id }) => id === remark.id)
              ? was.remarks.map((one) => (one.id === remark.id ? remark : one))
              : [...was.remarks, remark],
          },
      )
      void queries.invalidateQueries({ queryKey: remarksKey(code, { spaceId, draftId }) })
      void queries.invalidateQueries({ queryKey: countsKey(code) })
    },
    [queries, code, spaceId, draftId],
  )
}
