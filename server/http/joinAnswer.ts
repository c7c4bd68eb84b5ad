// What a participant is told on entering: who they are, a fresh ticket, and the documents it opens.
import { groupIn, openTo } from '#server/live/gate.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import { type Tickets, ticketLife } from '#server/transport/tickets.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { JoinAnswer, RoomDocument, RoomGroup } from '#shared/room/join.ts'

/** What rooms need to know of the cooperative: its groups as they are worn, and its legal entities. */
export interface RoomGuide {
  /** In the order asked; groups that are gone are left out. */
  groups(ids: readonly string[]): Promise<readonly RoomGroup[]>
  entities(): Promise<JoinAnswer['room']['entities']>
}

export interface Answering {
  readonly documentLog: Pick<DocumentLog, 'create' | 'generation'>
  readonly tickets: Tickets
  readonly guide: RoomGuide
  readonly now: () => number
  readonly tldrawLicenseKey?: string | undefined
}

export async function joinAnswer(
  { documentLog, tickets, guide, now, tldrawLicenseKey }: Answering,
  { participant, room, session }: { participant: Participant; room: Room; session: string | null },
): Promise<JoinAnswer> {
  const documents = await roomDocuments(documentLog, participant, room)
  const expiresAt = now() + ticketLife
  const ticket = tickets.sign({
    participantId: participant.id,
    roomId: room.id,
    epoch: participant.epoch,
    expiresAt,
    documents: documents.map(({ name }) => name),
    session,
  })
  const [groups, entities] = await Promise.all([guide.groups(room.groupIds), guide.entities()])
  return {
    ticket,
    ticketExpiresAt: expiresAt,
    participantId: participant.id,
    room: { id: room.id, code: room.code, title: room.title, kind: room.kind, groups, entities },
    documents,
    ...(tldrawLicenseKey ? { tldrawLicenseKey } : {}),
    you: {
      name: participant.name,
      presence: participant.presence,
      role: participant.role,
      groupId: groupIn(participant, room),
      seats: participant.seats,
      signedIn: participant.accountId !== null,
    },
  }
}

/** Whiteboard first, then the room's own drafts, then the groups'. */
async function roomDocuments(
  log: Answering['documentLog'],
  participant: Participant,
  room: Room,
): Promise<readonly RoomDocument[]> {
  const groupOf = (spaceId: string): string | null =>
    room.spaces.find((space) => space.spaceId === spaceId)?.groupId ?? null
  const documents = await Promise.all(
    openTo(participant, room).map(async ({ document, access }): Promise<RoomDocument> => {
      const name = documentName(document)
      return {
        name,
        kind: document.kind,
        access,
        generation: await generationOf(log, name),
        groupId: groupOf(document.id),
      }
    }),
  )
  const rank = ({ kind, groupId }: RoomDocument): number =>
    kind === 'whiteboard' ? 0 : groupId === null ? 1 : 2
  return documents.sort((a, b) => rank(a) - rank(b))
}

/** A room's documents exist before anyone may connect to them: one that a new room does not have yet is made here. */
async function generationOf(log: Answering['documentLog'], name: string): Promise<number> {
  const known = await log.generation(name)
  if (known !== undefined) return known
  await log.create(name)
  return (await log.generation(name)) ?? 0
}
