// A group's page as it is read and answered: one query, and what a person does to it.
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { readGroup, sayComing } from '#client/features/group/groupApi.ts'
import { forgetLink, keepLink, keptLink } from '#client/features/group/personalLink.ts'
import type { Coming, GroupPageAnswer } from '#shared/group/groupPage.ts'

export type GroupQuery = UseQueryResult<GroupPageAnswer>

const keyOf = (group: string): readonly string[] => ['group', group.toLocaleLowerCase('fr')]

/** Every name under which this page is reached. */
const namesOf = ({ group }: GroupPageAnswer): string[] => [group.id, group.code, group.place]

/** How long another page's answer is good for, in milliseconds: people answer and contribute from elsewhere. */
const readAgainEvery = 60_000

/** Groups whose link turned out to be over, while this tab is open. */
const overHere = new Set<string>()
export const linkIsOver = (group: string): boolean => overHere.has(keyOf(group).join())

export function useGroupPage(group: string): GroupQuery {
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async ({ signal }) => {
      const token = keptLink(group)
      const answer = await readGroup(group, signal)
      if (token !== undefined) settleLink(group, token, answer)
      return answer
    },
    refetchInterval: readAgainEvery,
  })
}

/**
 * A link that opened the page opens it under each of its names. One that opened nothing is over: it goes from this device
 * at once, because the server counts each further try as a guess.
 */
function settleLink(group: string, token: string, answer: GroupPageAnswer): void {
  const { byLink, standing } = answer.you
  if (byLink) keepLink([group, ...namesOf(answer)], token)
  else if (standing === 'stranger' || standing === 'reader') {
    forgetLink([group, ...namesOf(answer)])
    overHere.add(keyOf(group).join())
  }
}

export interface GroupActs {
  /** Reads the page again. */
  refresh(): Promise<void>
  /** The same, for whoever does not wait for it. */
  refreshNow(): void
  /** Shown at once; put back, and thrown, where the server does not take it. */
  answerComing(sessionId: string, answer: Coming | null): Promise<void>
}

export function useGroupActs(group: string): GroupActs {
  const client = useQueryClient()
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: keyOf(group) }), [client, group])
  return useMemo(
    () => ({
      refresh,
      refreshNow: () => void refresh(),
      async answerComing(sessionId, answer) {
        await client.cancelQueries({ queryKey: keyOf(group) })
        const before = client.getQueryData<GroupPageAnswer>(keyOf(group))
        client.setQueryData<GroupPageAnswer>(keyOf(group), (page) => page && answered(page, answer))
        try {
          await sayComing(group, { sessionId, answer })
          await refresh()
        } catch (error) {
          client.setQueryData(keyOf(group), before)
          throw error
        }
      },
    }),
    [client, group, refresh],
  )
}

/** The page with this person's answer, counted once. */
export function answered(page: GroupPageAnswer, answer: Coming | null): GroupPageAnswer {
  const { next } = page
  if (!next) return page
  const counted = (side: 'room' | 'remote'): number =>
    next.coming[side] + Number(answer === side) - Number(next.answer === side)
  return {
    ...page,
    next: { ...next, answer, coming: { room: counted('room'), remote: counted('remote') } },
  }
}

/** Calls again when the line comes back or the person comes back to the tab. */
export function useOnReturn(doIt: () => void): void {
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') doIt()
    }
    window.addEventListener('online', doIt)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', doIt)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [doIt])
}
