// The server's half of handing over: reads the list and the group's consent to it, keeps what was handed over.
import { agendaIn, type BodyDeps, creditsOf } from '#server/features/adoption/versionBody.ts'
import { groupsSpokenFor, isSecretary } from '#server/features/adoption/whoSpeaks.ts'
import { type ListDeps, ownSpace, type ReadList, readGroupList } from '#server/features/handover/groupList.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { Handovers } from '#server/ports/handovers.ts'
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import { adoption } from '#shared/adoption/adoption.ts'
import { consentOf, type TextConsent, textOf } from '#shared/adoption/adoptionState.ts'
import { consentState } from '#shared/adoption/heldConsent.ts'
import type { HandoverBody, HandoverHead } from '#shared/handover/handedOver.ts'
import type { HandoverFacts } from '#shared/handover/handoverFacts.ts'
import { listPlace } from '#shared/handover/handoverState.ts'

export interface HandoverServerOptions extends BodyDeps, ListDeps {
  readonly rooms: BodyDeps['rooms'] & Pick<Rooms, 'state'>
  readonly lane: BodyDeps['lane'] & ListDeps['lane']
  readonly people: Pick<People, 'participant' | 'account' | 'participantNames'>
  readonly handovers: Pick<Handovers, 'keepHandover' | 'takeBackHandover'>
}

export function handoverServer(options: HandoverServerOptions): SliceServer {
  return {
    async gather(actor, _input, verb): Promise<HandoverFacts> {
      const room = await options.rooms.room(actor.roomId)
      const own = room && ownSpace(room)
      if (!room || !own)
        return { groupId: null, leads: false, isSecretary: false, list: null, consent: 'not-asked' }
      const read = await readGroupList(options, room)
      const text = await listConsent(options, room, own.spaceId)
      const facts = {
        groupId: own.groupId,
        leads: (await groupsSpokenFor(options.people, actor, [own.groupId])).length > 0,
        isSecretary: await isSecretary(options, actor),
        list: read?.list ?? null,
        consent: consentState(text, own.groupId, read?.list.fingerprint ?? ''),
      }
      const body = verb === 'handOver' && read ? await bodyOf(options, { room, own, read, text }) : undefined
      return body ? { ...facts, body } : facts
    },

    async perform({ roomId, kind, input }) {
      switch (kind) {
        case 'hand-over': {
          const { body, ...head } = input as HandOverEffect // asked for by this slice only, as below
          const date = await options.today()
          return options.handovers.keepHandover({ ...head, roomId, date, takenBack: null, body })
        }
        case 'take-back': {
          const { id, ...withdrawal } = input as TakeBackEffect
          return options.handovers.takeBackHandover(id, withdrawal)
        }
      }
    },
  }
}

type HandOverEffect = Omit<HandoverHead, 'date' | 'takenBack'> & { readonly body: HandoverBody }
interface TakeBackEffect {
  readonly id: string
  readonly at: number
  readonly name: string
  readonly reason: string
}

async function listConsent(
  { rooms }: Pick<HandoverServerOptions, 'rooms'>,
  room: Room,
  spaceId: string,
): Promise<TextConsent> {
  const { state } = await rooms.state(room.id)
  const kept = adoption.state.safeParse(state['adoption'])
  return textOf(kept.success ? kept.data : adoption.initial, { spaceId, draftId: listPlace })
}

interface Signing {
  readonly room: Room
  readonly own: { readonly groupId: string; readonly spaceId: string }
  readonly read: ReadList
  readonly text: TextConsent
}

/** Undefined where the group never spoke: then nothing is handed over. */
async function bodyOf(
  options: HandoverServerOptions,
  { room, own, read, text }: Signing,
): Promise<HandoverBody | undefined> {
  const consent = consentOf(text, own.groupId)?.spoken
  if (!consent) return undefined
  const { state } = await options.rooms.state(room.id)
  const credits = await creditsOf(options, {
    ...{ room, groupIds: [own.groupId], text, agenda: agendaIn(state['agenda']) },
  })
  const [group] = credits.groups
  return {
    ...{ texts: read.texts, left: read.list.left, merged: read.list.merged, why: read.state.why },
    questions: read.state.questions.map((question) => question.text),
    signatures: {
      members: group?.members ?? [],
      facilitators: group?.facilitators ?? [],
      secretaries: credits.secretaries,
      consent,
    },
  }
}
