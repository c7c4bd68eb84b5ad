// Two groups that consent in their joint room, over the wire and on any database: their voices, what they see, and the way to adoption.
import { io, type Socket } from 'socket.io-client'
import type { Store } from '#server/adapters/sql/openStore.ts'
import { type MergeAnswer, MergeDesk, seedMergeRooms, until } from '#server/testing/mergeBench.ts'
import type { AdoptionView, TextConsentView } from '#shared/adoption/adoption.ts'
import { textKey } from '#shared/adoption/adoptionState.ts'
import type { GroupAnswer, GroupRule } from '#shared/adoption/groupRule.ts'
import { randomId } from '#shared/contract/ids.ts'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import type { Snapshot } from '#shared/wire.ts'

export interface TextPlace {
  readonly spaceId: string
  readonly draftId: string
}

export const joint: TextPlace = { spaceId: 'space-j', draftId: 'joint-text' }
export const accord: GroupAnswer = { kind: 'consent', position: 'accord', words: '' }

/** The rooms of the merge bench, and `DEUX`: Nantes and Lyon, each with a facilitator who has an account. */
export async function seedAdoptionRooms(store: Store): Promise<void> {
  await seedMergeRooms(store)
  const spaces = [
    { spaceId: 'space-j', groupId: null },
    { spaceId: 'space-n', groupId: 'grp-n' },
    { spaceId: 'space-l', groupId: 'grp-l' },
  ]
  await store.rooms.saveRoom({
    ...{ id: 'deux', code: 'DEUX', title: 'DEUX', kind: 'joint', doorOpen: true, sessionId: null },
    ...{ groupIds: ['grp-n', 'grp-l'], spaces },
  })
  await store.people.saveAccount({
    ...{
      id: 'demo-member-lyon',
      personId: 'mem-member-lyon',
      displayName: 'member-lyon',
      standing: 'member',
    },
    ...{ groupIds: ['grp-l'], facilitatesGroupIds: ['grp-l'] },
  })
  await store.people.saveAccount({
    ...{ id: 'demo-admin', personId: 'mem-admin', displayName: 'admin', standing: 'admin' },
    ...{ groupIds: [], facilitatesGroupIds: [] },
  })
}

/** One device in a room, with its documents and everything that its room lane received. */
export class AdoptionDesk extends MergeDesk {
  readonly told: string[] = []
  view: AdoptionView | undefined
  readonly #at: string
  #voice: Socket | undefined

  constructor(server: { readonly url: string }) {
    super(server)
    this.#at = server.url
  }

  override async enter(code: string, persona?: string, more: object = {}): Promise<this> {
    await super.enter(code, persona, more)
    const line = io(this.#at, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      auth: { ticket: this.answer.ticket },
    })
    this.#voice = line
    line.io.engine.on('data', (data: unknown) => void this.told.push(String(data)))
    await new Promise<void>((resolve, reject) => {
      line.on('connect_error', reject)
      line.on('room', ({ state }: Snapshot) => {
        if (state['adoption']) this.view = state['adoption'] as AdoptionView // the slice's own view
        resolve()
      })
    })
    return this
  }

  adoption(verb: string, input: object): Promise<MergeAnswer> {
    return this.command(`adoption.${verb}`, input)
  }

  command(name: string, input: object): Promise<MergeAnswer> {
    if (!this.#voice) throw new Error('not in the room')
    return this.#voice.timeout(20_000).emitWithAck(name, { id: randomId(), input }) as Promise<MergeAnswer> // the lane's answers
  }

  override leave(): void {
    this.#voice?.disconnect()
    super.leave()
  }

  get seatId(): string {
    return this.answer.you.seats[0]?.id ?? ''
  }

  textOf(place: TextPlace = joint): TextConsentView | undefined {
    return this.view?.texts[textKey(place)]
  }

  asking(groupId: string, place: TextPlace = joint): string {
    return this.textOf(place)?.groups[groupId]?.asking?.id ?? ''
  }

  fingerprint({ spaceId, draftId }: TextPlace = joint): string {
    const read = readDraft(draftId, draftsOf(this.doc(spaceId)).get(draftId))
    return read ? fingerprint(read) : ''
  }

  async ask(
    groupId: string,
    rule: GroupRule = { kind: 'consent' },
    place: TextPlace = joint,
  ): Promise<string> {
    // An answer may come before what was told earlier: the closing of the last question may still be on its way.
    const last = this.asking(groupId, place)
    mustBeDone(await this.adoption('ask', { ...place, groupId, rule }))
    await until(() => !['', last].includes(this.asking(groupId, place)))
    return this.asking(groupId, place)
  }

  answerTo(groupId: string, answer: GroupAnswer, place: TextPlace = joint): Promise<MergeAnswer> {
    const question = { ...place, groupId, askingId: this.asking(groupId, place) }
    return this.adoption('answer', { ...question, seatId: this.seatId, answer })
  }

  /** This facilitator's group says yes to the words that stand. */
  async consent(groupId: string, place: TextPlace = joint): Promise<void> {
    const askingId = await this.ask(groupId, { kind: 'consent' }, place)
    mustBeDone(await this.answerTo(groupId, accord, place))
    mustBeDone(await this.adoption('close', { ...place, groupId, askingId }))
    await until(() => this.asking(groupId, place) === '')
  }

  adopt(place: TextPlace = joint, reserved: unknown = null): Promise<MergeAnswer> {
    return this.adoption('adopt', { ...place, fingerprint: this.fingerprint(place), reserved })
  }
}

export function mustBeDone(answer: MergeAnswer): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
}
