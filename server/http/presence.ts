// The sessions held in a room and their presence records: read by the room, corrected by its facilitators and its secretary.
import express, { type Request, type Router } from 'express'
import { keepsMinutes } from '#server/features/account/keepsMinutes.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { actorOf } from '#server/live/gate.ts'
import type { HeldSession, PresenceKept } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { mayNoteDown } from '#shared/agenda/agenda.ts'
import { AgendaState, emptyAgenda } from '#shared/agenda/agendaState.ts'
import {
  type HeldSessionsAnswer,
  type PresenceLine,
  type PresenceRecord,
  presenceLineId,
  presenceLineInput,
} from '#shared/group/groupPage.ts'
import { countedBySide } from '#shared/group/noticedPeople.ts'
import { missingMembers } from '#shared/group/samePerson.ts'

/** Lines of one session; a room holds five hundred people. */
const mostLines = 600

export function presenceRoutes(deps: Deps): Router {
  const router = express.Router()
  const { sessionRecords: records } = deps.store

  router.get('/api/rooms/:code/sessions', async (request, response) => {
    const { room } = await insider(deps, request)
    const held = await records.heldInRoom(room.id)
    const lines = await records.lines(held.map(({ id }) => id))
    const sessions = held.toReversed().map(({ id, title, date, startedAt, endedAt }) => ({
      ...{ id, title, date, startedAt, endedAt },
      ...countedBySide(lines.get(id) ?? []),
    }))
    response.json({ sessions } satisfies HeldSessionsAnswer)
  })

  router.get('/api/rooms/:code/presence/:sessionId', async (request, response) => {
    const { session } = await noteTaker(deps, request)
    response.json(await presenceRecord(deps, session))
  })

  router.put('/api/rooms/:code/presence/:sessionId/lines/:lineId', async (request, response) => {
    const id = presenceLineId.parse(request.params['lineId'])
    const { was, ...words } = presenceLineInput.parse(request.body ?? {})
    const { session, by } = await noteTaker(deps, request)
    const lines = (await records.lines([session.id])).get(session.id) ?? []
    if (lines.length >= mostLines && !lines.some((line) => line.id === id)) throw new HttpProblem('too-many')
    if (!(await records.writeLine(session.id, { id, ...words }, was))) throw new HttpProblem('conflict')
    audit(deps, by, 'presence written', { sessionId: session.id, lineId: id })
    response.json({ id, ...words, source: 'written' } satisfies PresenceLine)
  })

  router.delete('/api/rooms/:code/presence/:sessionId/lines/:lineId', async (request, response) => {
    const id = presenceLineId.parse(request.params['lineId'])
    const { session, by } = await noteTaker(deps, request)
    await records.removeLine(session.id, id)
    audit(deps, by, 'presence taken away', { sessionId: session.id, lineId: id })
    response.status(204).end()
  })

  return router
}

/** 404 for strangers and for sessions of other rooms, 403 for people of the room who neither lead nor write its minutes. */
async function noteTaker(deps: Deps, request: Request): Promise<{ by: Insider; session: HeldSession }> {
  const by = await insider(deps, request)
  const { state } = await deps.store.rooms.state(by.room.id)
  const agenda = AgendaState.safeParse(state['agenda']).data ?? emptyAgenda
  const { participant, room } = by
  const may =
    participant.role !== 'observer' &&
    mayNoteDown(agenda, { actor: actorOf(participant, room), seats: participant.seats })
  if (!may && !(await keepsMinutes(deps.store, by))) throw new HttpProblem('not-allowed')
  const id = request.params['sessionId']
  const session = typeof id === 'string' ? await deps.store.sessionRecords.heldSession(id) : undefined
  if (session?.roomId !== by.room.id) throw new HttpProblem('not-found')
  return { by, session }
}

async function presenceRecord({ store }: Deps, session: HeldSession): Promise<PresenceRecord> {
  const lines = (await store.sessionRecords.lines([session.id])).get(session.id) ?? []
  return {
    sessionId: session.id,
    title: session.title,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    lines: lines.map(shownLine),
    missing: await missingFrom(store, session.groupIds, lines),
  }
}

const shownLine = ({ id, name, side, headcount, source }: PresenceKept): PresenceLine => ({
  ...{ id, name, side, headcount, source },
})

/** The members of these groups whom no line names, in the groups' order, each once. */
export async function missingFrom(
  { cycle }: Pick<Deps['store'], 'cycle'>,
  groupIds: readonly string[],
  lines: readonly PresenceKept[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const members = (await Promise.all(groupIds.map((groupId) => cycle.members({ groupId })))).flat()
  const once = new Map(members.map(({ id, displayName }) => [id, { id, name: displayName }]))
  return missingMembers([...once.values()], lines)
}

/** Who did what, for the incident runbook; no names. */
function audit({ logger }: Deps, { room, participant }: Insider, act: string, details: object): void {
  logger.info({ audit: true, roomId: room.id, by: participant.id, ...details }, act)
}
