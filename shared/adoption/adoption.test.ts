import { describe, expect, test } from 'vitest'
import { adoption } from '#shared/adoption/adoption.ts'
import type { AdoptionFacts } from '#shared/adoption/adoptionFacts.ts'
import { type AdoptionSecret, type AdoptionState, textOf } from '#shared/adoption/adoptionState.ts'
import { type GroupAnswer, type GroupRule, outcomeOf } from '#shared/adoption/groupRule.ts'
import { consentState } from '#shared/adoption/heldConsent.ts'
import type { VersionBody } from '#shared/adoption/version.ts'
import type { Result } from '#shared/contract/result.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

const { commands: c, view } = adoption
const place = { spaceId: 's', draftId: 'd' }
const text = { title: 'Un comité', summary: '' } as FingerprintedDraft
const body = {} as VersionBody // the rules carry it and never look into it
type Facts = Partial<AdoptionFacts>
const factsAt = (fingerprint: string, more: Facts = {}): AdoptionFacts => ({
  ...{ groupIds: ['n', 'l'], isOwnRoom: false, speaksFor: ['n'], isSecretary: false },
  text: { fingerprint, title: 'Un comité', text },
  ...more,
})

/** A room in which one after the other acts. */
class Acting {
  state: AdoptionState = { texts: {} }
  secret: AdoptionSecret = { voices: {} }
  effects: { kind: string; input: unknown }[] = []
  #ids = 0

  act(
    name: keyof typeof c,
    input: object,
    who: { group?: string | null; seat?: string; facts?: AdoptionFacts; now?: number } = {},
  ): string {
    const { group = 'n', seat = 'ana', facts = factsAt('f1'), now = 0 } = who
    const context = ruleContext<AdoptionSecret>({
      ...{ secret: this.secret, facts, now, newId: `id${++this.#ids}` },
      actor: { participantId: seat, groupId: group },
      present: [
        {
          id: 'seat-ana',
          name: 'ana',
          participantId: 'ana',
          presence: 'remote',
          side: 'remote',
          role: 'participant',
          groupId: 'n',
        },
      ],
    })
    const made = (
      c[name].apply as (...all: unknown[]) => Result<AdoptionState | Change<AdoptionState, AdoptionSecret>>
    )(this.state, { ...place, ...input }, context)
    if (!made.ok) return made.error.reason
    if (made.value instanceof Change) {
      this.state = made.value.state
      this.secret = made.value.more.secret ?? this.secret
      this.effects.push(...(made.value.more.effects ?? []))
    } else this.state = made.value
    return 'done'
  }

  get text() {
    return textOf(this.state, place)
  }

  asking(groupId: string): string {
    return this.text.groups[groupId]?.asking?.id ?? ''
  }

  say(groupId: string, seat: string, answer: GroupAnswer): string {
    const input = { groupId, askingId: this.asking(groupId), seatId: `seat-${seat}`, answer }
    return this.act('answer', input, { group: groupId, seat })
  }

  close(groupId: string, facts = factsAt('f1', { speaksFor: [groupId] })): string {
    return this.act('close', { groupId, askingId: this.asking(groupId) }, { group: groupId, facts })
  }

  /** The group says yes to the words of that fingerprint. */
  consents(groupId: string, fingerprint = 'f1'): void {
    const facts = factsAt(fingerprint, { speaksFor: [groupId] })
    expect(this.act('ask', { groupId, rule: { kind: 'consent' } }, { group: groupId, facts })).toBe('done')
    expect(this.say(groupId, 'ana', accord)).toBe('done')
    expect(this.close(groupId, facts)).toBe('done')
  }
}

const accord: GroupAnswer = { kind: 'consent', position: 'accord', words: '' }
const objection: GroupAnswer = { kind: 'consent', position: 'objection', words: 'trop cher' }
const reservation: GroupAnswer = { kind: 'consent', position: 'reservation', words: '' }
const vote = (choice: 'for' | 'against' | 'abstain'): GroupAnswer => ({ kind: 'vote', choice })
const degree = (n: number): GroupAnswer => ({ kind: 'gradient', degree: n, words: n === 1 ? 'non' : '' })

describe('[AD4] what voices come to', () => {
  test.each<[GroupRule['kind'], GroupAnswer[], string]>([
    ['consent', [], 'none'],
    ['consent', [accord, accord], 'consented'],
    ['consent', [accord, reservation], 'with-reservations'],
    ['consent', [accord, accord, objection], 'none'],
    ['gradient', [], 'none'],
    ['gradient', [degree(5), degree(3)], 'consented'],
    ['gradient', [degree(5), degree(2)], 'with-reservations'],
    ['gradient', [degree(5), degree(1)], 'none'],
    ['vote', [], 'none'],
    ['vote', [vote('for'), vote('abstain'), vote('abstain')], 'consented'],
    ['vote', [vote('for'), vote('against')], 'none'],
    ['vote', [vote('abstain')], 'none'],
    ['delegate', [reservation], 'with-reservations'],
  ])('%s %j: %s', (kind, answers, outcome) => {
    const rule: GroupRule = kind === 'delegate' ? { kind, seatId: 'x', name: 'X' } : { kind }
    expect(outcomeOf(rule, answers)).toBe(outcome)
  })
})

test('[AD1] only whoever speaks for a group asks it, on a text that is there, once at a time', () => {
  const room = new Acting()
  const ask = { groupId: 'l', rule: { kind: 'consent' } }
  expect(room.act('ask', ask)).toBe('adoption.notYours')
  expect(room.act('ask', { ...ask, groupId: 'x' })).toBe('adoption.noSuchGroup')
  expect(room.act('ask', ask, { facts: factsAt('f1', { speaksFor: ['l'], text: null }) })).toBe(
    'adoption.noText',
  )
  const facts = factsAt('f1', { speaksFor: ['l'] })
  expect(room.act('ask', ask, { facts })).toBe('done')
  expect(room.act('ask', ask, { facts })).toBe('adoption.asked')
  expect(room.effects).toEqual([{ kind: 'keep-text', input: { fingerprint: 'f1', text } }])
})

test('[AD2] a voice a seat, of the group’s own seats; changed until the closing; carried ones are counted apart', () => {
  const room = new Acting()
  room.act('ask', { groupId: 'n', rule: { kind: 'vote' } })
  expect(room.say('n', 'ana', vote('against'))).toBe('done')
  expect(room.say('n', 'ana', vote('for'))).toBe('done')
  expect(room.say('n', 'ben', accord)).toBe('adoption.otherRule')
  const question = { groupId: 'n', askingId: room.asking('n') }
  expect(room.act('answer', { ...question, seatId: 'seat-ana', answer: vote('for') }, { group: 'l' })).toBe(
    'adoption.otherGroup',
  )
  expect(room.act('answer', { ...question, seatId: 'seat-x', answer: vote('for') })).toBe(
    'adoption.notYourSeat',
  )
  expect(room.act('answerFor', { ...question, name: 'Zoé', answer: vote('against') })).toBe('done')
  expect(room.act('answerFor', { ...question, name: 'zoé', answer: vote('for') })).toBe('done')
  expect(
    room.act(
      'answerFor',
      { ...question, name: 'Léo', answer: vote('for') },
      { facts: factsAt('f1', { speaksFor: ['l'] }) },
    ),
  ).toBe('adoption.notYours')
  expect(room.close('n')).toBe('done')
  expect(room.text.groups['n']?.spoken).toMatchObject({
    outcome: 'consented',
    voices: 2,
    carried: 1,
    counts: { choices: [2, 0, 0] },
    said: [],
  })
  expect(JSON.stringify([room.state, room.secret])).not.toMatch(/seat-|Zoé/i)
})

test('[AD2] only the chosen person answers for the group; somebody without a device through the facilitator', () => {
  const room = new Acting()
  const delegate = { kind: 'delegate', seatId: 'seat-ana', name: 'ana' }
  expect(room.act('ask', { groupId: 'n', rule: { ...delegate, name: 'bob' } })).toBe('adoption.noDelegate')
  room.act('ask', { groupId: 'n', rule: delegate })
  expect(room.say('n', 'ben', accord)).toBe('adoption.notTheDelegate')
  expect(room.say('n', 'ana', reservation)).toBe('done')
  expect(room.close('n')).toBe('done')
  expect(room.text.groups['n']?.spoken?.outcome).toBe('with-reservations')
  room.act('ask', { groupId: 'n', rule: { kind: 'delegate', seatId: null, name: 'Zoé' } })
  const question = { groupId: 'n', askingId: room.asking('n') }
  expect(room.act('answerFor', { ...question, name: 'Léo', answer: accord })).toBe('adoption.notTheDelegate')
  expect(room.act('answerFor', { ...question, name: 'Zoé', answer: accord })).toBe('done')
})

test('[AD3] of two who close at once the second closes nothing; the secretary may close, nobody is closed unheard', () => {
  const room = new Acting()
  room.act('ask', { groupId: 'n', rule: { kind: 'consent' } })
  const question = { groupId: 'n', askingId: room.asking('n') }
  const secretary = { facts: factsAt('f1', { speaksFor: [], isSecretary: true }) }
  expect(room.act('close', question, secretary)).toBe('adoption.nobodySpoke')
  room.say('n', 'ana', objection)
  expect(room.act('close', question, { facts: factsAt('f1', { speaksFor: [] }) })).toBe('adoption.notYours')
  expect(room.act('close', question, secretary)).toBe('done')
  expect(room.act('close', question)).toBe('adoption.closed')
  expect(room.act('drop', question)).toBe('adoption.closed')
  expect(room.text.groups['n']?.spoken).toMatchObject({
    outcome: 'none',
    said: [{ name: 'ana', words: 'trop cher' }],
  })
})

test('[AD5] a consent is to the words of that moment: others let it lapse, and the same words again bring it back', () => {
  const room = new Acting()
  room.consents('n')
  expect(consentState(room.text, 'n', 'f1')).toBe('consented')
  expect(consentState(room.text, 'n', 'f2')).toBe('lapsed')
  expect(consentState(room.text, 'l', 'f1')).toBe('not-asked')
})

const formed = (fingerprint: string, groups: readonly string[], more: Facts = {}): AdoptionFacts =>
  factsAt(fingerprint, {
    changes: Object.fromEntries(groups.map((id) => [id, [{ before: 'cooperatif', after: 'coopératif' }]])),
    ...more,
  })

test('[AD6] [AD7] a correction of form carries each consent by one tap each; contested, they lapse', () => {
  const room = new Acting()
  room.consents('n')
  room.consents('l')
  expect(room.act('markForm', {})).toBe('adoption.nothingLapsed')
  const facts = formed('f2', ['n', 'l'])
  expect(room.act('markForm', {}, { facts: { ...facts, formFault: 'adoption.formNumber' } })).toBe(
    'adoption.formNumber',
  )
  expect(room.act('markForm', {}, { facts, group: null })).toBe('done')
  expect(room.act('markForm', {}, { facts })).toBe('adoption.markedAlready')
  const correctionId = room.text.corrections[0]?.id ?? ''
  const keep = (groupId: string, at = 'f2') =>
    room.act('keepConsent', { correctionId, groupId }, { facts: formed(at, [], { speaksFor: [groupId] }) })
  expect(keep('n', 'f3')).toBe('adoption.changedAgain')
  expect(keep('n')).toBe('done')
  expect(consentState(room.text, 'n', 'f2')).toBe('consented')
  expect(consentState(room.text, 'l', 'f2')).toBe('lapsed')
  expect(keep('l')).toBe('done')
  expect(consentState(room.text, 'l', 'f2')).toBe('consented')
  expect(room.act('contest', { correctionId, reason: 'le sens change' }, { group: 'l' })).toBe('done')
  for (const group of ['n', 'l']) expect(consentState(room.text, group, 'f2')).toBe('lapsed')
  for (const group of ['n', 'l']) expect(consentState(room.text, group, 'f1')).toBe('consented')
  expect(keep('n')).toBe('adoption.noCorrection')
})

test('[AD7] who speaks anew keeps nothing of before, and corrections follow each other', () => {
  const room = new Acting()
  room.consents('n')
  room.consents('l')
  for (const [from, to] of [
    ['f1', 'f2'],
    ['f2', 'f3'],
  ] as const) {
    expect(consentState(room.text, 'n', from)).toBe('consented')
    expect(room.act('markForm', {}, { facts: formed(to, ['n', 'l']) })).toBe('done')
    const correctionId = room.text.corrections.at(-1)?.id
    for (const groupId of ['n', 'l'])
      room.act('keepConsent', { correctionId, groupId }, { facts: formed(to, [], { speaksFor: [groupId] }) })
  }
  expect(consentState(room.text, 'l', 'f3')).toBe('consented')
  room.consents('n', 'f1')
  expect(consentState(room.text, 'n', 'f3')).toBe('lapsed')
  expect(consentState(room.text, 'l', 'f3')).toBe('consented')
})

const adopting = (open = 0): Facts => ({
  adopting: { open, parents: [{ spaceId: 'sn', draftId: 'dn', groupId: 'n', title: 'R1' }], body },
})
const adopt = (
  room: Acting,
  fingerprint = 'f1',
  { open = 0, reserved = null, ...more }: { open?: number; reserved?: unknown } & Facts = {},
) =>
  room.act(
    'adopt',
    { fingerprint: 'f1', reserved },
    { facts: factsAt(fingerprint, { ...adopting(open), ...more }), now: 100 },
  )

test('[AD8] adopted needs every group on these very words, and a fate for every sentence', () => {
  const room = new Acting()
  room.consents('n')
  expect(adopt(room)).toBe('adoption.groupMissing')
  room.consents('l', 'f0')
  expect(adopt(room)).toBe('adoption.lapsed')
  room.consents('l')
  expect(adopt(room, 'f1', { open: 1 })).toBe('adoption.openPassages')
  expect(adopt(room, 'f2')).toBe('adoption.changedAgain')
  expect(adopt(room, 'f1', { speaksFor: [] })).toBe('adoption.notYours')
  expect(adopt(room)).toBe('done')
  expect(room.effects.at(-1)).toMatchObject({
    kind: 'adopt',
    input: {
      number: 1,
      groupIds: ['n', 'l'],
      reserved: null,
      mark: { spaceId: 's', draftId: 'd', title: 'Un comité' },
    },
  })
  expect(adopt(room)).toBe('adoption.adoptedAlready')
})

const point = (about: object) => ({ about, text: 'à voir', who: 'Inès', when: '2020-02-04' })
const ofGroup = (groupId: string) => point({ kind: 'group', groupId })

test('[AD9] under reserve each thing that is missing is named; a no to these words is not passed over', () => {
  const room = new Acting()
  expect(adopt(room, 'f1', { reserved: [ofGroup('n'), ofGroup('l')] })).toBe('adoption.nobodyConsented')
  room.consents('n')
  expect(adopt(room, 'f1', { open: 2, reserved: [ofGroup('l')] })).toBe('adoption.openUnnamed')
  expect(adopt(room, 'f1', { open: 2, reserved: [point({ kind: 'passages' })] })).toBe('adoption.openUnnamed')
  const reserved = [ofGroup('l'), point({ kind: 'passages' })]
  room.act('ask', { groupId: 'l', rule: { kind: 'consent' } }, { facts: factsAt('f1', { speaksFor: ['l'] }) })
  room.say('l', 'ben', objection)
  room.close('l')
  expect(adopt(room, 'f1', { open: 2, reserved })).toBe('adoption.groupSaidNo')
  room.consents('l', 'f0')
  expect(adopt(room, 'f1', { open: 2, reserved })).toBe('done')
  room.consents('l')
  expect(adopt(room, 'f1', { reserved })).toBe('adoption.adoptedAlready')
  expect(adopt(room)).toBe('done')
  expect(room.text.adopted.map(({ number, reserved: left }) => [number, left?.length ?? 0])).toEqual([
    [1, 2],
    [2, 0],
  ])
})

test('[AD10] separated with a reason, by whoever speaks for any of the groups; an earlier version then stands', () => {
  const room = new Acting()
  room.consents('n')
  adopt(room, 'f1', { reserved: [ofGroup('l')] })
  room.consents('l')
  adopt(room)
  const [first, second] = room.text.adopted.map(({ id }) => id)
  const unmerge = (versionId: string | undefined, facts = factsAt('f9', { speaksFor: ['l'], text: null })) =>
    room.act('unmerge', { versionId, reason: 'nous repartons' }, { facts, now: 200 })
  expect(unmerge(second, factsAt('f1', { speaksFor: [] }))).toBe('adoption.notYours')
  expect(unmerge('x')).toBe('adoption.noVersion')
  expect(unmerge(second)).toBe('done')
  expect(room.effects.at(-1)).toMatchObject({
    kind: 'withdraw',
    input: { versionId: second, standing: { versionId: first }, parents: [{ draftId: 'dn' }] },
  })
  expect(unmerge(second)).toBe('adoption.withdrawnAlready')
  expect(unmerge(first)).toBe('done')
  expect(room.effects.at(-1)?.input).toMatchObject({ standing: null })
  expect(room.text.adopted).toHaveLength(2)
})

test('[AD7] what was adopted is no longer contested', () => {
  const room = new Acting()
  room.consents('n')
  room.consents('l')
  room.act('markForm', {}, { facts: formed('f2', ['n', 'l']), now: 50 })
  const correctionId = room.text.corrections[0]?.id
  for (const groupId of ['n', 'l'])
    room.act('keepConsent', { correctionId, groupId }, { facts: formed('f2', [], { speaksFor: [groupId] }) })
  expect(
    room.act('adopt', { fingerprint: 'f2', reserved: null }, { facts: factsAt('f2', adopting()), now: 100 }),
  ).toBe('done')
  expect(room.act('contest', { correctionId, reason: '' })).toBe('adoption.adoptedAlready')
})

test('[AD11] before the closing: of a vote how many spoke, of a round its counts too; of others’ words nothing', () => {
  const room = new Acting()
  const seen = (participantId: string) =>
    view?.(room.state, {
      actor: ruleContext({ actor: { participantId } }).actor,
      seats: [{ id: `seat-${participantId}`, name: participantId }],
      secret: room.secret,
    }).texts['s/d']?.groups['n']?.asking
  room.act('ask', { groupId: 'n', rule: { kind: 'vote' } })
  room.say('n', 'ana', vote('against'))
  expect(seen('ben')).toMatchObject({ answered: 1, counts: null, mine: {}, carriedNames: [] })
  expect(seen('ana')).toMatchObject({ mine: { 'seat-ana': vote('against') } })
  room.close('n')
  room.act('ask', { groupId: 'n', rule: { kind: 'consent' } })
  room.say('n', 'ana', objection)
  expect(seen('ben')).toMatchObject({ answered: 1, counts: { positions: [0, 0, 1] } })
  expect(JSON.stringify(seen('ben'))).not.toContain('trop cher')
})
