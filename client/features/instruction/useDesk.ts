// A desk as it is read, also with the line cut, and what a person writes on it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  copyKey,
  keepDesk,
  keepWaiting,
  keptDesk,
  waitingOwn,
} from '#client/features/instruction/deskCopy.ts'
import {
  type NewAct,
  readDesk,
  readGroupRulings,
  readOverview,
  sendActs,
  sendOwn,
} from '#client/features/instruction/instructionApi.ts'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { OwnInput } from '#shared/instruction/instructionActs.ts'
import type { DeskAnswer } from '#shared/instruction/instructionAnswers.ts'

export const instructionKey = ['instruction'] as const

export const useOverview = () =>
  useQuery({ queryKey: [...instructionKey, 'overview'], queryFn: ({ signal }) => readOverview(signal) })

export const useGroupRulings = (group: string) =>
  useQuery({
    queryKey: [...instructionKey, 'group', group],
    queryFn: ({ signal }) => readGroupRulings(group, signal),
  })

export interface ReadDesk {
  readonly desk: DeskAnswer
  /** Milliseconds since 1970 of a copy that is read with the line cut; null for what the server has just said. */
  readonly copiedAt: number | null
}

/** How long a desk is good for, in milliseconds: others rule and pull out meanwhile. */
const readAgainEvery = 30_000

export function useDesk(person: string, board: string | undefined) {
  const client = useQueryClient()
  useEffect(() => {
    const again = (): void => void client.invalidateQueries({ queryKey: instructionKey })
    for (const change of ['online', 'offline']) window.addEventListener(change, again)
    return () => {
      for (const change of ['online', 'offline']) window.removeEventListener(change, again)
    }
  }, [client])
  return useQuery({
    queryKey: [...instructionKey, 'desk', person, board],
    enabled: board !== undefined,
    refetchInterval: readAgainEvery,
    queryFn: async ({ signal }): Promise<ReadDesk> => {
      const key = copyKey(person, board ?? '')
      try {
        const read = await readDesk(board ?? '', signal)
        const desk = withWaiting(key, read)
        void keepDesk(key, desk)
        return { desk, copiedAt: null }
      } catch (error) {
        const kept = error instanceof UnreachableServer ? await keptDesk(key) : undefined
        if (!kept) throw error
        return { desk: withWaiting(key, kept.desk), copiedAt: kept.at }
      }
    },
  })
}

/** What was written while the line was cut stands where it will stand. */
const withWaiting = (key: string, desk: DeskAnswer): DeskAnswer => ({
  ...desk,
  items: desk.items.map((item) => {
    const change = item.mine && waitingOwn(key, item.id)
    return change ? { ...item, mine: { ...item.mine, ...definedOf(change) } } : item
  }),
})

const definedOf = ({ avis, avisVersion, line, note, readVersion }: OwnInput) => ({
  ...(avis === undefined ? {} : { avis, avisOn: avis === null ? null : (avisVersion ?? null) }),
  ...(line === undefined ? {} : { line }),
  ...(note === undefined ? {} : { note }),
  ...(readVersion === undefined ? {} : { readVersion }),
})

export type KeepOwn = (recommendation: string, change: OwnInput) => Promise<'sent' | 'waiting'>

/** Private words are shown at once, sent when they can be, and wait on this device until then. */
export function useOwn(person: string, desk: DeskAnswer): KeepOwn {
  const client = useQueryClient()
  const board = desk.board.id
  const key = copyKey(person, board)
  const query = useCallback(() => [...instructionKey, 'desk', person, board], [person, board])
  const send = useCallback(
    async (recommendation: string): Promise<'sent' | 'waiting'> => {
      const change = waitingOwn(key, recommendation)
      if (!change) return 'sent'
      try {
        await sendOwn(board, recommendation, change)
        // Somebody may have gone on typing meanwhile: only what was sent is done.
        if (JSON.stringify(waitingOwn(key, recommendation)) === JSON.stringify(change))
          keepWaiting(key, recommendation, undefined)
        return 'sent'
      } catch (error) {
        if (error instanceof UnreachableServer) return 'waiting'
        throw error
      }
    },
    [board, key],
  )
  useEffect(() => {
    const back = (): void => {
      for (const { id } of desk.items) if (waitingOwn(key, id)) void send(id).catch(() => undefined)
    }
    back()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [desk.items, key, send])
  return useCallback(
    async (recommendation, change) => {
      keepWaiting(key, recommendation, { ...waitingOwn(key, recommendation), ...change })
      client.setQueryData<ReadDesk>(query(), (read) => {
        if (!read) return read
        const shown = { ...read, desk: withWaiting(key, read.desk) }
        void keepDesk(key, shown.desk)
        return shown
      })
      return send(recommendation)
    },
    [client, key, query, send],
  )
}

export interface Acting {
  readonly busy: boolean
  readonly problem: string | undefined
  /** True once it is kept and the pages are read again; nothing typed is lost otherwise. */
  run(acts: readonly NewAct[], done: string, block?: number): Promise<boolean>
}

export function useActing(): Acting {
  const client = useQueryClient()
  const { t } = useTranslation('instruction')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ids = useRef<ReadonlyMap<string, string>>(new Map())
  const run = useCallback<Acting['run']>(
    async (acts, done, block) => {
      setBusy(true)
      setProblem(undefined)
      try {
        const known = ids.current
        const named = acts.map((act) => ({ ...act, id: known.get(JSON.stringify(act.body)) ?? randomId() }))
        // Until the server answered: the same words sent again are the same act.
        ids.current = new Map(named.map(({ body, id }) => [JSON.stringify(body), id]))
        await sendActs(named, block)
        ids.current = new Map()
        await client.invalidateQueries({ queryKey: instructionKey })
        showToast({ text: done, tone: 'done' })
        return true
      } catch (error) {
        const isStale = error instanceof RefusedRequest && error.status === 409
        if (isStale) void client.invalidateQueries({ queryKey: instructionKey })
        setProblem(t(isStale ? 'stale' : error instanceof RefusedRequest ? 'refused' : 'away'))
        return false
      } finally {
        setBusy(false)
      }
    },
    [client, t],
  )
  return { busy, problem, run }
}
