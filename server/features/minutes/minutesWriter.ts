// Writes the minutes of a room's session into its own space: once however often it is asked for, and never over people's words.
import { type FactsDeps, type Session, sessionFacts } from '#server/features/minutes/sessionFacts.ts'
import { inTurns } from '#server/live/inTurns.ts'
import { stateOf } from '#server/live/roomReading.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { AdoptionState } from '#shared/adoption/adoptionState.ts'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import { slices } from '#shared/app.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { DecisionState } from '#shared/decision/decisionState.ts'
import type { HandoverState } from '#shared/handover/handoverState.ts'
import { minutesBlocks } from '#shared/minutes/minutesBlocks.ts'
import { minutesLimit, minutesOf, readMinutes } from '#shared/minutes/minutesModel.ts'
import { type MinutesLanguage, minutesWords } from '#shared/minutes/minutesWords.ts'
import { writeMinutes } from '#shared/minutes/writeMinutes.ts'

export type WriterDeps = FactsDeps & Pick<Deps, 'lane' | 'store'>

export type WriteOutcome = 'written' | 'unchanged' | 'full'

/** The space whose document keeps a room's minutes: the group's in its own room, the joint one in a joint room. */
export const minutesSpace = ({ kind, spaces }: Pick<Room, 'kind' | 'spaces'>): string | undefined =>
  (kind === 'group' ? spaces[0] : spaces.find(({ groupId }) => groupId === null))?.spaceId

export const minutesDocument = (room: Pick<Room, 'kind' | 'spaces'>): string | undefined => {
  const id = minutesSpace(room)
  return id === undefined ? undefined : documentName({ kind: 'drafts', id })
}

/** The session that a room holds or has just held; undefined before it begins and once it was put away. */
export async function sessionOf({ store }: Pick<Deps, 'store'>, room: Room): Promise<Session | undefined> {
  const { state } = await store.rooms.state(room.id)
  const agenda = stateOf(slices, state, 'agenda') as AgendaState // parsed by the slice of that name
  const decision = stateOf(slices, state, 'decision') as DecisionState // likewise
  const adoption = stateOf(slices, state, 'adoption') as AdoptionState
  const handover = stateOf(slices, state, 'handover') as HandoverState
  const { sessionId, startedAt } = agenda
  return sessionId === null || startedAt === null
    ? undefined
    : { room, agenda, decision, adoption, handover, sessionId, startedAt }
}

export interface MinutesWriter {
  /** Without a language, the one that the minutes have, else French. */
  write(session: Session, language?: MinutesLanguage): Promise<WriteOutcome>
}

export function minutesWriter(deps: WriterDeps): MinutesWriter {
  const inTurn = inTurns()
  return {
    write(session, asked) {
      const name = minutesDocument(session.room)
      if (name === undefined) throw new Error(`${session.room.id} has no space for minutes`)
      // [M8] One after another: the second of two presses finds what the first has written.
      return inTurn(name, async () => {
        const held = await deps.lane.read(name, (doc) => ({
          language: readMinutes(doc, session.sessionId)?.language,
          count: minutesOf(doc).size,
        }))
        if (!held?.language && (held?.count ?? 0) >= minutesLimit) return 'full'
        const language = asked ?? held?.language ?? 'fr'
        return writeInto(deps, name, { session, language })
      })
    },
  }
}

async function writeInto(
  deps: WriterDeps,
  name: string,
  { session, language }: { readonly session: Session; readonly language: MinutesLanguage },
): Promise<WriteOutcome> {
  const facts = await sessionFacts(deps, session, language)
  let changed = false
  await deps.lane.edit(name, (doc) => {
    changed = writeMinutes(doc, {
      sessionId: session.sessionId,
      title: minutesWords[language].title(facts.title),
      blocks: minutesBlocks(facts, language),
      writtenAt: deps.now(),
      closedAt: session.agenda.endedAt,
      language,
      day: facts.day,
    })
  })
  return changed ? 'written' : 'unchanged'
}
