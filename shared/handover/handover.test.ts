import { describe, expect, test } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import { handover } from '#shared/handover/handover.ts'
import type { HandoverFacts } from '#shared/handover/handoverFacts.ts'
import { handoverList, type JointText, lacksOf, versionKey } from '#shared/handover/handoverList.ts'
import { type HandoverState, nothingHandedOver, standingHandover } from '#shared/handover/handoverState.ts'

const draft = (id: string, more: Partial<ReadDraft> = {}): ReadDraft => ({
  ...{ id, title: `Texte ${id}`, summary: '', kind: null, maturity: null, code: '', order: id },
  ...{ addressee: 'boards', scope: 'all', status: 'ready', outOfTheBox: false, deletedAt: null },
  sections: { constat: [], proposition: [], moyens: [] },
  ...{ jurisdictions: [], contextIds: [], authorIds: [], countryPassages: {}, nuances: [] },
  ...{ questions: [], sources: {}, shortDraftId: null },
  ...more,
})
const joint: JointText = {
  ...{ id: 'v1', spaceId: 'j', draftId: 'jd', title: 'Commun', fingerprint: 'fj' },
  ...{ addressee: null, scope: null },
}
const listOf = (state: HandoverState, drafts = [draft('a'), draft('b')], versions = [joint]) =>
  handoverList({ spaceId: 's', drafts, joint: versions, state })

type Name = keyof typeof handover.commands
interface Who {
  readonly facts?: Partial<HandoverFacts>
  readonly role?: 'facilitator' | 'participant'
}

/** A group's room in which one after the other acts on the list above. */
class Room {
  state = nothingHandedOver
  effects: { kind: string; input: unknown }[] = []
  drafts = [draft('a'), draft('b')]
  versions = [joint]

  get list() {
    return listOf(this.state, this.drafts, this.versions)
  }

  act(name: Name, input: object, { facts = {}, role = 'facilitator' }: Who = {}): string {
    const known: HandoverFacts = {
      ...{ groupId: 'n', leads: true, isSecretary: false, list: this.list, consent: 'consented' },
      body: {
        ...{ texts: [], left: [], merged: [], why: '', questions: [] },
        signatures: { members: ['ana'] } as never, // the rules carry it and never look into it
      },
      ...facts,
    }
    const context = ruleContext({ facts: known, now: 7, newId: `id${this.effects.length}`, actor: { role } })
    const command = handover.commands[name] as unknown as {
      input: { parse(value: unknown): unknown }
      apply: (...all: unknown[]) => Result<HandoverState | Change<HandoverState, undefined>>
    }
    const made = command.apply(this.state, command.input.parse(input), context)
    if (!made.ok) return made.error.reason
    if (made.value instanceof Change) {
      this.state = made.value.state
      this.effects.push(...(made.value.more.effects ?? []))
    } else this.state = made.value
    return 'ok'
  }

  askJoint(): void {
    this.act('askOf', { key: versionKey('v1'), addressee: 'boards', scope: 'all' })
  }
}

describe('the list', () => {
  test('[H1] own drafts in their order, then joint texts; what went into a joint text goes with it', () => {
    const into = { spaceId: 'j', draftId: 'jd', versionId: 'v1', title: 'Commun' }
    const list = listOf(nothingHandedOver, [draft('a'), draft('m', { mergedInto: into }), draft('b')])
    expect(list.texts.map(({ key }) => key)).toEqual(['a', 'b', 'version:v1'])
    expect(list.merged).toEqual([{ title: 'Texte m', into: 'Commun' }])
  })

  test('[H2] its fingerprint changes with words, order, addressee, scope, reasons, outcome and questions, and with nothing else', () => {
    const before = listOf(nothingHandedOver).fingerprint
    expect(
      listOf(nothingHandedOver, [draft('a', { code: 'R7', status: 'writing' }), draft('b')]).fingerprint,
    ).toBe(before)
    const others = [
      listOf(nothingHandedOver, [draft('a', { summary: 'mot' }), draft('b')]),
      listOf(nothingHandedOver, [draft('b'), draft('a')]),
      listOf(nothingHandedOver, [draft('a', { addressee: 'us-here' }), draft('b')]),
      listOf(nothingHandedOver, [draft('a', { scope: 'antenna' }), draft('b')]),
      listOf(nothingHandedOver, [draft('a'), draft('b')], []),
      listOf({ ...nothingHandedOver, left: { a: { reason: 'trop tôt', by: '' } } }),
      listOf({ ...nothingHandedOver, left: { a: { reason: 'trop tard', by: '' } } }),
      listOf({ ...nothingHandedOver, outcome: 'none' }),
      listOf({ ...nothingHandedOver, why: 'parce que' }),
      listOf({ ...nothingHandedOver, questions: [{ id: 'q', text: 'Et après ?', by: '' }] }),
    ].map(({ fingerprint }) => fingerprint)
    expect(new Set([before, ...others]).size).toBe(others.length + 1)
  })

  test('[H3] a joint text, frozen without an addressee, is asked about in the list', () => {
    const room = new Room()
    expect(room.list.texts.map(lacksOf)).toEqual([[], [], ['addressee', 'scope']])
    expect(room.act('handOver', { fingerprint: room.list.fingerprint })).toBe('handover.askedAtLast')
    room.askJoint()
    expect(room.list.texts.flatMap(lacksOf)).toEqual([])
  })
})

describe('preparing', () => {
  test('[H4] by whoever leads and by the secretary; a question by everybody', () => {
    const room = new Room()
    const nobody = { facts: { leads: false }, role: 'participant' } as const
    const secretary = { facts: { leads: false, isSecretary: true }, role: 'participant' } as const
    expect(room.act('leave', { key: 'a', reason: 'trop tôt' }, nobody)).toBe('handover.notYours')
    expect(room.act('say', { outcome: 'none', why: 'x' }, nobody)).toBe('handover.notYours')
    expect(room.act('leave', { key: 'a', reason: 'trop tôt' }, secretary)).toBe('ok')
    expect(room.act('addQuestion', { text: 'Qui paie ?' }, nobody)).toBe('ok')
    expect(room.act('removeQuestion', { id: 'id0' }, nobody)).toBe('handover.notYours')
    expect(room.state.questions).toEqual([{ id: 'id0', text: 'Qui paie ?', by: 'ana' }])
    expect(room.act('removeQuestion', { id: 'id0' })).toBe('ok')
    expect(room.act('addQuestion', { text: 'x' }, { facts: { groupId: null } })).toBe('handover.noGroup')
  })

  test('[H5] a text stays behind with its reason and can be put back; one that is not there cannot', () => {
    const room = new Room()
    expect(room.act('leave', { key: 'zz', reason: 'x' })).toBe('handover.noText')
    expect(() => room.act('leave', { key: 'a', reason: '  ' })).toThrow()
    room.act('leave', { key: 'a', reason: 'trop tôt' })
    expect(room.list.texts.map(({ key }) => key)).toEqual(['b', 'version:v1'])
    expect(room.list.left).toMatchObject([{ key: 'a', reason: 'trop tôt' }])
    room.act('putBack', { key: 'a' })
    expect(room.list.left).toEqual([])
  })
})

describe('handing over', () => {
  const ready = (): Room => {
    const room = new Room()
    room.askJoint()
    return room
  }
  const hand = (room: Room, who?: Who) => room.act('handOver', { fingerprint: room.list.fingerprint }, who)

  test('[H7] the list that was on the screen, consented to as it stands, by whoever leads', () => {
    const room = ready()
    expect(room.act('handOver', { fingerprint: 'another' })).toBe('handover.changed')
    expect(hand(room, { facts: { leads: false } })).toBe('handover.notYours')
    expect(hand(room, { facts: { consent: 'lapsed' } })).toBe('handover.lapsed')
    for (const consent of ['not-asked', 'asked', 'none'] as const)
      expect(hand(room, { facts: { consent } })).toBe('handover.noConsent')
    expect(hand(room, { facts: { consent: 'with-reservations' } })).toBe('ok')
    expect(room.state.handed).toMatchObject([
      { number: 1, texts: 3, outcome: 'list', at: 7, takenBack: null },
    ])
    expect(room.effects).toMatchObject([{ kind: 'hand-over', input: { groupId: 'n', textCount: 3 } }])
    expect(hand(room)).toBe('handover.handedAlready')
  })

  test('[H7] nothing to hand over, a text without a title', () => {
    const room = ready()
    room.drafts = [draft('a', { title: ' ' })]
    expect(hand(room)).toBe('handover.titleWanted')
    room.drafts = []
    room.versions = []
    expect(hand(room)).toBe('handover.empty')
  })

  test('[H6] no recommendation is an outcome: it says why; every text stays behind', () => {
    const room = ready()
    room.act('say', { outcome: 'none', why: '' })
    expect(hand(room)).toBe('handover.whyWanted')
    room.act('say', { outcome: 'none', why: 'Sujet trop vaste pour deux pays.' })
    room.act('addQuestion', { text: 'Quel modèle pour les deux pays ?' })
    expect(room.list.texts).toEqual([])
    expect(room.list.left).toHaveLength(3)
    expect(hand(room)).toBe('ok')
    expect(room.state.handed).toMatchObject([{ outcome: 'none', texts: 0 }])
  })

  test('[H8] taken back with a reason; the record stays, and another list may follow', () => {
    const room = ready()
    hand(room)
    const id = room.state.handed[0]?.id
    expect(room.act('takeBack', { id: 'zz', reason: 'x' })).toBe('handover.noList')
    expect(room.act('takeBack', { id, reason: 'x' }, { facts: { leads: false } })).toBe('handover.notYours')
    expect(room.act('takeBack', { id, reason: 'Une erreur' })).toBe('ok')
    expect(room.act('takeBack', { id, reason: 'encore' })).toBe('handover.takenBackAlready')
    expect(standingHandover(room.state)).toBeUndefined()
    expect(room.effects.at(-1)).toMatchObject({ kind: 'take-back', input: { id, reason: 'Une erreur' } })
    expect(hand(room)).toBe('ok')
    expect(room.state.handed).toMatchObject([{ number: 1 }, { number: 2, takenBack: null }])
  })
})
