// What people decide in a merge, as commands of the room's lane: each says in words what it did or why it was refused.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { HeaderField, MergeState, Reason } from '#shared/merge/mergeState.ts'
import type { CommandName, InputOf } from '#shared/wire.ts'

/** Each resolves with whether it was done. */
export interface MergeActs {
  take(passages: readonly string[]): Promise<boolean>
  untake(passages: readonly string[]): Promise<boolean>
  pair(passages: readonly string[]): Promise<boolean>
  unpair(passages: readonly string[]): Promise<boolean>
  reword(passages: readonly string[], on: boolean): Promise<boolean>
  setAside(passages: readonly string[], reason: Reason): Promise<boolean>
  join(passages: readonly string[]): Promise<boolean>
  reopen(passages: readonly string[]): Promise<boolean>
  confirm(passages: readonly string[]): Promise<boolean>
  refresh(parentKey: string): Promise<boolean>
  header(field: HeaderField, from: string, name: string): Promise<boolean>
  close(reason: string): Promise<boolean>
}

export type MergeCommand = Extract<CommandName, `merge.${string}`>

/** Sends one command and says what came of it. */
export async function sendMerge<N extends MergeCommand>(
  room: LiveRoom,
  command: { readonly name: N; readonly input: InputOf<N> },
  said: string,
): Promise<boolean> {
  const done = sayRefusal(await room.command(command.name, command.input))
  if (done) announce(said)
  return done
}

export function useMergeActs(mergeId: string): MergeActs {
  const room = useLiveRoom()
  const { t } = useTranslation('merge')
  return useMemo(() => {
    const send = <N extends MergeCommand>(name: N, input: InputOf<N>, said: string): Promise<boolean> =>
      sendMerge(room, { name, input }, said)
    const list = (passages: readonly string[]) => ({ mergeId, passages: [...passages] })
    const many = (passages: readonly string[]) => ({ count: passages.length })
    return {
      take: async (passages) => {
        const answer = await room.command('merge.take', list(passages))
        const first = firstTaker(room, mergeId, passages)
        // Two hands at the same instant: the second one is told whose the first was.
        if (!answer.ok && answer.error.reason === 'merge.alreadyTaken' && first !== undefined) {
          showToast({ text: t('refused.alreadyTaken', { name: first }), tone: 'problem' })
          return false
        }
        if (!sayRefusal(answer)) return false
        announce(t('said.taken', many(passages)))
        return true
      },
      untake: (passages) => send('merge.untake', list(passages), t('said.untaken')),
      pair: (passages) => send('merge.pair', list(passages), t('said.paired')),
      unpair: (passages) => send('merge.unpair', list(passages), t('said.unpaired')),
      reword: (passages, on) =>
        send('merge.reword', { ...list(passages), on }, t(on ? 'said.rewording' : 'said.notRewording')),
      setAside: (passages, reason) =>
        send('merge.setAside', { ...list(passages), reason }, t('said.setAside', many(passages))),
      join: (passages) => send('merge.join', list(passages), t('said.joined', many(passages))),
      reopen: (passages) => send('merge.reopen', list(passages), t('said.reopened')),
      confirm: (passages) => send('merge.confirm', list(passages), t('said.confirmed', many(passages))),
      refresh: (parentKey) => send('merge.refresh', { mergeId, parentKey }, t('said.refreshed')),
      header: (field, from, name) =>
        send('merge.header', { mergeId, field, from }, t('said.header', { name })),
      close: (reason) => send('merge.close', { mergeId, reason }, t('said.closed')),
    }
  }, [room, mergeId, t])
}

function firstTaker(room: LiveRoom, mergeId: string, passages: readonly string[]): string | undefined {
  const state = room.state()['merge'] as MergeState | undefined // what the slice of that name declares
  const merge = state?.merges[mergeId]
  const by = passages.map((id) => merge?.taken[id]).find((one) => one?.now)?.by
  return by === undefined ? undefined : merge?.people[by]?.name
}
