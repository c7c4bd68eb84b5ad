// The agenda for React: what it holds, who may lead, and its acts; each says why when it was not done.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandAnswer } from '#client/live/liveRoom.ts'
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type AgendaState, neighbourStep } from '#shared/agenda/agendaState.ts'
import { plainSession, sessionTemplate } from '#shared/agenda/sessionTemplates.ts'
import type { CommandName, InputOf } from '#shared/wire.ts'

/** Undefined before the first snapshot. */
export const useAgenda = (): AgendaState | undefined => useSlice('agenda')

/** The present step's own time, for whatever counts down; null where there is none. `extend` for those who may. */
export function useStepTime(): { endsAt: number; extend: ((minutes: number) => void) | undefined } | null {
  const agenda = useAgenda()
  const leads = useMayLead()
  const { extend } = useAgendaActs()
  if (!agenda || agenda.status !== 'running' || agenda.endsAt === null) return null
  return { endsAt: agenda.endsAt, extend: leads ? (minutes) => void extend(minutes) : undefined }
}

type Done = Promise<boolean>

export interface AgendaActs {
  begin(): Done
  next(): Done
  back(): Done
  goTo(stepId: string): Done
  extend(minutes: number): Done
  end(): Done
  reopen(): Done
  renew(keepSteps: boolean): Done
}

/** Every act says from which step it was asked, as this person sees it now: the second of two is told. */
export function useAgendaActs(): AgendaActs {
  const room = useLiveRoom()
  const { i18n } = useTranslation()
  return useMemo(() => {
    const seen = (): AgendaState | undefined => room.state()['agenda'] as AgendaState | undefined // what the slice of that name sends
    const send = async <N extends CommandName>(name: N, input: InputOf<N>): Done =>
      sayRefusal(await (room.command(name, input) as Promise<CommandAnswer>))
    const from = (): string => seen()?.currentId ?? 'none'
    return {
      begin: () =>
        send('agenda.begin', { otherwise: [...sessionTemplate(plainSession, i18n.language).steps] }),
      next: () => send('agenda.next', { from: from() }),
      back: () => send('agenda.back', { from: from() }),
      goTo: (to) => send('agenda.goTo', { from: from(), to }),
      extend: (minutes) => send('agenda.extend', { from: from(), minutes, seen: seen()?.endsAt ?? null }),
      end: () => send('agenda.end', { from: from() }),
      reopen: () => send('agenda.reopen', {}),
      renew: (keepSteps) => send('agenda.renew', { keepSteps }),
    }
  }, [room, i18n.language])
}

export const useNextStep = () => {
  const agenda = useAgenda()
  return agenda && neighbourStep(agenda, 1)
}

/** The people behind this device, as the server knows them. */
export function useOwnSeats() {
  const room = useLiveRoomChanges(useLiveRoom())
  const { participantId } = room.join
  return room.people().find((person) => person.participantId === participantId)?.seats ?? []
}
