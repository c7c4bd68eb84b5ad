// The rules of merges: who may choose, what is refused, and what each choice leaves in the state and asks of the document.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change, type Command } from '#shared/contract/slice.ts'
import { createDraft, draftsOf, type NewDraft, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { merge as slice } from '#shared/merge/merge.ts'
import type { MergeEffect } from '#shared/merge/mergeEffects.ts'
import type { MergeFacts, RunningFacts, Source } from '#shared/merge/mergeFacts.ts'
import { type Merge, MergeState } from '#shared/merge/mergeState.ts'
import { mergeLimits } from '#shared/merge/opening.ts'
import type { Actor } from '#shared/people/actor.ts'

const draft = (id: string, proposition: string, more: Partial<NewDraft> = {}): ReadDraft => {
  const doc = new Y.Doc()
  createDraft(doc, { id, title: `Texte ${id}`, proposition: [proposition], ...more })
  return readDraft(id, draftsOf(doc).get(id)) as ReadDraft // just made
}
const nantes: Source = {
  ...{ spaceId: 'space-n', groupId: 'grp-n' },
  draft: draft('n', 'Huit places. Une réunion.', {
    nuances: [{ type: 'minority', text: 'Non.', groupId: 'grp-n' }],
  }),
}
const lyon: Source = { spaceId: 'space-l', groupId: 'grp-l', draft: draft('l', 'Six places. Une page.') }
const [huit, reunion, non] = ['new.1-0', 'new.1-1', 'new.1-2']
const [six, page] = ['new.2-0', 'new.2-1']
const target = { spaceId: 'space-j', mayWrite: true }

/** A room whose merges are decided one after the other. */
class Bench {
  state: MergeState = slice.initial
  parents: FrozenParent[] = []
  facts: Partial<RunningFacts> = {}
  more: Partial<MergeFacts> = { target }
  actor: Partial<Actor> = { groupId: 'grp-n', role: 'participant' }
  effects: readonly MergeEffect[] = []
  newId = 'new'

  /** The reason of a refusal, or undefined. */
  say<V extends keyof typeof slice.commands>(verb: V, input: object): string | undefined {
    const command = slice.commands[verb] as unknown as Command<MergeState, object> // inputs are parsed by the command's own schema
    const parsed = command.input.parse(input)
    const running: RunningFacts = {
      ...{ parents: this.parents, stands: true, locked: false, changedNuances: [], tooLong: [], targets: {} },
      ...this.facts,
    }
    const facts: MergeFacts = { ...this.more, running }
    const context = ruleContext({ actor: this.actor, facts, newId: this.newId, now: 5 })
    if (!command.may(context.actor, parsed)) return 'not-allowed'
    const made = command.apply(this.state, parsed, context)
    if (!made.ok) return made.error.reason
    const isChange = made.value instanceof Change
    this.state = MergeState.parse(isChange ? (made.value as Change<MergeState, undefined>).state : made.value)
    this.effects = isChange
      ? ((made.value as Change<MergeState, undefined>).more.effects as MergeEffect[])
      : []
    return undefined
  }

  get merge(): Merge {
    return this.state.merges['new'] as Merge
  }
}

function opened(): Bench {
  const bench = new Bench()
  bench.more = { target, sources: [nantes, lyon] }
  expect(
    bench.say('open', {
      parents: [
        { spaceId: 'space-n', draftId: 'n' },
        { spaceId: 'space-l', draftId: 'l' },
      ],
    }),
  ).toBe(undefined)
  bench.parents = [nantes, lyon].map((source, at) =>
    freezeParent(source.draft, {
      key: `new.${at + 1}`,
      spaceId: source.spaceId,
      groupId: source.groupId,
      now: 5,
    }),
  )
  bench.more = { target }
  return bench
}
const of = (...passages: (string | undefined)[]) => ({ mergeId: 'new', passages })

test('open: ids are named beforehand, parents are frozen with the decision, the same merge is not begun twice', () => {
  const bench = opened()
  expect(bench.merge).toMatchObject({
    spaceId: 'space-j',
    draftId: 'd-new',
    openedBy: { name: 'ana', groupId: 'grp-n' },
  })
  expect(bench.merge.parents.map(({ key, version }) => [key, version])).toEqual([
    ['new.1', 1],
    ['new.2', 1],
  ])
  expect(bench.effects).toMatchObject([
    { kind: 'begin', input: { parents: bench.parents, title: 'Texte n' } },
  ])
  const parents = [
    { spaceId: 'space-l', draftId: 'l' },
    { spaceId: 'space-n', draftId: 'n' },
  ]
  bench.more = { target, sources: [lyon, nantes] }
  expect(bench.say('open', { parents })).toBe('merge.alreadyOpen')
  bench.more = { target, sources: [lyon, nantes], gone: ['new'] }
  bench.newId = 'second'
  expect(bench.say('open', { parents, all: true, into: { title: ' Ensemble ' } })).toBe(undefined)
  expect(bench.effects.map(({ kind }) => kind)).toEqual(['begin', 'put'])
  expect(bench.effects[0]).toMatchObject({ input: { title: 'Ensemble' } })
  expect(Object.keys(bench.state.merges['second']?.taken ?? {})).toHaveLength(5)
})

test('open is refused without a place, without the right, and alike for each draft that one may not read', () => {
  const bench = new Bench()
  const parents = [
    { spaceId: 'space-n', draftId: 'n' },
    { spaceId: 'space-l', draftId: 'l' },
  ]
  for (const [more, reason] of [
    [{ target: undefined, sources: [nantes, lyon] }, 'merge.notHere'],
    [{ target: { ...target, mayWrite: false }, sources: [nantes, lyon] }, 'merge.notYours'],
    [{ target, sources: [nantes, undefined] }, 'merge.noParent'],
    [{ target, sources: [undefined, undefined] }, 'merge.noParent'],
    [{ target }, 'merge.noParent'],
  ] as const) {
    bench.more = more
    expect(bench.say('open', { parents })).toBe(reason)
  }
  bench.more = { target, sources: [nantes, nantes] }
  expect(bench.say('open', { parents: [parents[0], parents[0]] })).toBe('merge.sameTwice')
  bench.more = { target, sources: [nantes] }
  const one = bench.state
  for (let n = 0; n <= mergeLimits.merges; n++) {
    bench.newId = `m${n}`
    bench.more = { target, sources: [nantes], gone: Object.keys(bench.state.merges) }
    expect(bench.say('open', { parents: parents.slice(0, 1) })).toBe(
      n < mergeLimits.merges ? undefined : 'merge.tooMany',
    )
  }
  expect(one.merges).toEqual({})
})

test('[M7] observers, boards and the team choose nothing; guests of the room do', () => {
  const bench = opened()
  for (const actor of [{ role: 'observer' }, { standing: 'board' }, { standing: 'team' }] as const) {
    bench.actor = { groupId: 'grp-n', role: 'participant', ...actor }
    expect(bench.say('take', of(huit))).toBe('not-allowed')
  }
  bench.actor = { standing: 'guest', groupId: null, role: 'participant' }
  expect(bench.say('take', of(huit))).toBe(undefined)
  bench.more = { target: { ...target, mayWrite: false } }
  for (const verb of ['take', 'untake', 'pair', 'unpair', 'join', 'reopen', 'confirm'] as const)
    expect(bench.say(verb, of(huit)), verb).toBe('merge.notYours')
})

test('[M1] [M2] each taking has its number; of several the free ones are taken; where none is free somebody was first', () => {
  const bench = opened()
  expect(bench.say('take', of(huit))).toBe(undefined)
  expect(bench.effects).toEqual([
    {
      kind: 'put',
      input: {
        mergeId: 'new',
        spaceId: 'space-j',
        draftId: 'd-new',
        things: [{ passageId: huit, n: 1 }],
        at: 5,
      },
    },
  ])
  expect(bench.say('take', of(huit, six))).toBe(undefined)
  expect(bench.effects).toMatchObject([{ input: { things: [{ passageId: six, n: 1 }] } }])
  expect(bench.say('take', of(six, huit, six))).toBe('merge.alreadyTaken')
  expect(bench.say('untake', of(huit, page))).toBe(undefined)
  expect(bench.effects).toMatchObject([{ kind: 'takeAway', input: { things: [{ passageId: huit, n: 1 }] } }])
  expect(bench.say('untake', of(huit))).toBe('merge.notTaken')
  expect(bench.say('take', of(huit))).toBe(undefined)
  expect(bench.merge.taken).toMatchObject({ [huit]: { n: 2, now: true }, [six]: { n: 1, now: true } })
  expect(bench.say('take', of('new.1-9'))).toBe('merge.noPassage')
})

test('what is locked, too long, deleted, closed or unknown is refused', () => {
  const bench = opened()
  bench.facts = { locked: true }
  for (const verb of ['take', 'untake', 'join'] as const)
    expect(bench.say(verb, of(huit))).toBe('merge.locked')
  expect(bench.say('header', { mergeId: 'new', field: 'title', from: 'new.1' })).toBe('merge.locked')
  expect(bench.say('pair', of(huit, six))).toBe(undefined)
  bench.facts = { tooLong: [huit, `n-${six}`] }
  expect(bench.say('take', of(huit))).toBe('merge.tooLong')
  expect(bench.say('join', of(six))).toBe('merge.tooLong')
  bench.facts = { stands: false }
  expect(bench.say('take', of(huit))).toBe('merge.draftGone')
  expect(bench.say('take', { mergeId: 'other', passages: [huit] })).toBe('merge.unknown')
  expect(bench.say('take', { mergeId: 'constructor', passages: [huit] })).toBe('merge.unknown')
  bench.actor = { participantId: 'ben', groupId: 'grp-l', role: 'participant' }
  expect(bench.say('close', { mergeId: 'new', reason: '' })).toBe('merge.notYours')
  bench.actor = { ...bench.actor, role: 'facilitator' }
  expect(bench.say('close', { mergeId: 'new', reason: 'Plus tard.' })).toBe(undefined)
  expect(bench.say('take', of(huit))).toBe('merge.closed')
})

test('pairing: the last pair holds, a row needs two parents, who is taken out stands alone', () => {
  const bench = opened()
  expect(bench.say('pair', of(huit, reunion))).toBe('merge.cannotPair')
  expect(bench.say('pair', of(huit, six))).toBe(undefined)
  expect(bench.say('pair', of(reunion, six, page))).toBe(undefined)
  expect(bench.merge.pairs).toEqual([[reunion, six, page]])
  expect(bench.say('unpair', of(six))).toBe(undefined)
  expect(bench.merge).toMatchObject({ pairs: [[reunion, page]], alone: [six] })
  expect(bench.say('pair', of(huit, six))).toBe(undefined)
  expect(bench.merge).toMatchObject({
    pairs: [
      [reunion, page],
      [huit, six],
    ],
    alone: [],
  })
  expect(bench.say('reword', { ...of(huit, six), on: true })).toBe(undefined)
  expect(bench.say('reword', { ...of(six, huit), on: true })).toBe(undefined)
  expect(bench.merge.rewording).toEqual([six])
  expect(bench.say('reword', { ...of(huit, six), on: false })).toBe(undefined)
  expect(bench.merge.rewording).toEqual([])
})

test('set aside: one reason for several, « other » needs words, who says it instead is another passage; unused reasons go', () => {
  const bench = opened()
  const aside = (passages: string[], reason: object) => bench.say('setAside', { ...of(...passages), reason })
  expect(aside([huit], { code: 'other', text: '  ' })).toBe('merge.reasonMissing')
  expect(aside([huit], { code: 'same-meaning', text: '', coveredBy: huit })).toBe('merge.coveredBy')
  expect(aside([huit], { code: 'same-meaning', text: '', coveredBy: 'new.9-9' })).toBe('merge.coveredBy')
  bench.newId = 'r1'
  expect(aside([huit, reunion], { code: 'same-meaning', text: ' Dit par Lyon. ', coveredBy: six })).toBe(
    undefined,
  )
  expect(bench.merge.reasons).toEqual({ r1: { code: 'same-meaning', text: 'Dit par Lyon.', coveredBy: six } })
  bench.newId = 'r2'
  expect(aside([huit], { code: 'stays-local', text: '' })).toBe(undefined)
  expect(Object.keys(bench.merge.reasons)).toEqual(['r1', 'r2'])
  // Taken after all: it is not set aside any more.
  expect(bench.say('take', of(huit))).toBe(undefined)
  expect(Object.keys(bench.merge.reasons)).toEqual(['r1'])
  expect(bench.say('reopen', of(reunion))).toBe(undefined)
  expect(bench.merge).toMatchObject({ fates: {}, reasons: {} })
  expect(bench.say('reopen', of(reunion))).toBe('merge.nothingDecided')
})

test('join: a nuance is made, taken away with the fate, made again with the next number; a changed one is named as left', () => {
  const bench = opened()
  expect(bench.say('join', { ...of(page), type: 'condition' })).toBe(undefined)
  expect(bench.effects).toMatchObject([
    { kind: 'put', input: { things: [{ passageId: page, n: 1, nuance: 'condition' }] } },
  ])
  expect(bench.say('join', of(page))).toBe('merge.alreadyJoined')
  expect(bench.say('reopen', of(page))).toBe(undefined)
  expect(bench.effects).toMatchObject([{ kind: 'takeAway', input: { things: [{ passageId: page, n: 1 }] } }])
  expect(bench.merge.left).toEqual([])
  expect(bench.say('join', of(page))).toBe(undefined)
  expect(bench.effects).toMatchObject([{ input: { things: [{ n: 2 }] } }])
  bench.facts = { changedNuances: [`n-${page}`] }
  expect(bench.say('setAside', { ...of(page), reason: { code: 'too-detailed', text: '' } })).toBe(undefined)
  expect(bench.effects).toMatchObject([{ kind: 'takeAway' }])
  expect(bench.merge.left).toEqual([`n-${page}`])
  expect(bench.say('join', of(page))).toBe(undefined)
  expect(bench.merge.left).toEqual([])
  // A nuance of a parent is either taken or joined: both would be the same nuance.
  expect(bench.say('take', of(non))).toBe(undefined)
  expect(bench.say('join', of(non))).toBe('merge.alreadyTaken')
  expect(bench.say('untake', of(non))).toBe(undefined)
  expect(bench.say('join', of(non))).toBe(undefined)
  expect(bench.effects).toMatchObject([{ input: { things: [{ nuance: 'minority' }] } }])
  expect(bench.say('take', of(non))).toBe('merge.alreadyJoined')
})

test('[M6] only the source group confirms, and only what a joint sentence says; the digest is kept', () => {
  const bench = opened()
  bench.facts = { targets: { [huit]: 'd1', [six]: 'd2' } }
  expect(bench.say('confirm', of(huit, six))).toBe('merge.notYourWords')
  expect(bench.say('confirm', of(reunion))).toBe('merge.notReworded')
  expect(bench.say('confirm', of(huit))).toBe(undefined)
  expect(bench.merge.fates[huit]).toMatchObject({ kind: 'reworded', target: 'd1', at: 5 })
  bench.actor = { standing: 'cooperative-life', groupId: null, role: 'participant' }
  expect(bench.say('confirm', of(six))).toBe(undefined)
  bench.actor = { groupId: null, role: 'participant', standing: 'guest' }
  expect(bench.say('confirm', of(six))).toBe('merge.notYourWords')
})

test('refresh: what is gone loses its choices, what stayed keeps them; bring: another parent under the next key', () => {
  const bench = opened()
  expect(bench.say('pair', of(huit, six))).toBe(undefined)
  expect(bench.say('setAside', { ...of(huit, reunion), reason: { code: 'off-topic', text: '' } })).toBe(
    undefined,
  )
  bench.more = { target, sources: [nantes] }
  expect(bench.say('refresh', { mergeId: 'new', parentKey: 'new.1' })).toBe('merge.upToDate')
  bench.more = { target, sources: [undefined] }
  expect(bench.say('refresh', { mergeId: 'new', parentKey: 'new.1' })).toBe('merge.noParent')
  bench.more = { target, sources: [{ ...nantes, draft: draft('n', 'Dix places. Une réunion.') }] }
  expect(bench.say('refresh', { mergeId: 'new', parentKey: 'new.9' })).toBe('merge.noParent')
  expect(bench.say('refresh', { mergeId: 'new', parentKey: 'new.1' })).toBe(undefined)
  expect(bench.effects).toMatchObject([{ kind: 'keep', input: { parent: { key: 'new.1', version: 2 } } }])
  expect(bench.merge.parents.map(({ version }) => version)).toEqual([2, 1])
  expect(Object.keys(bench.merge.fates)).toEqual([reunion])
  expect(bench.merge.pairs).toEqual([])
  const third: Source = { spaceId: 'space-j', groupId: null, draft: draft('j', 'Une salle.') }
  bench.more = { target, sources: [lyon] }
  expect(bench.say('bring', { mergeId: 'new', parent: { spaceId: 'space-l', draftId: 'l' } })).toBe(
    'merge.sameTwice',
  )
  bench.more = { target, sources: [third] }
  expect(bench.say('bring', { mergeId: 'new', parent: { spaceId: 'space-j', draftId: 'j' } })).toBe(undefined)
  expect(bench.merge.parents.map(({ key, groupId }) => [key, groupId])).toEqual([
    ['new.1', 'grp-n'],
    ['new.2', 'grp-l'],
    ['new.3', null],
  ])
})

test('split: two merges of one parent, each knows the other and why, and what went there; a number that is not there is refused', () => {
  const bench = new Bench()
  bench.more = { target, sources: [nantes] }
  const wish = (...passages: string[][]) => ({
    ...{ spaceId: 'space-n', draftId: 'n', reason: ' Deux sujets. ' },
    parts: passages.map((some, at) => ({ title: `Partie ${at + 1}`, passages: some })),
  })
  expect(bench.say('split', wish(['0'], ['x-7']))).toBe('merge.noPassage')
  expect(bench.state.merges).toEqual({})
  expect(bench.say('split', wish(['0', 'cut-2'], ['cut-1']))).toBe(undefined)
  const [one, two] = Object.values(bench.state.merges)
  expect(one).toMatchObject({ split: { reason: 'Deux sujets.', others: [two?.id] } })
  expect(two).toMatchObject({
    split: { others: [one?.id] },
    taken: { [`${two?.parents[0]?.key}-1`]: { n: 1 } },
  })
  expect(Object.keys(one?.fates ?? {})).toEqual([`${one?.parents[0]?.key}-1`])
  expect(Object.values(one?.reasons ?? {})).toEqual([
    { code: 'other', text: 'Deux sujets.', coveredBy: null },
  ])
  expect(Object.keys(two?.fates ?? {})).toHaveLength(2)
  expect(one?.parents[0]?.key).not.toBe(two?.parents[0]?.key)
  expect(bench.effects.map(({ kind }) => kind)).toEqual(['begin', 'put', 'begin', 'put'])
})

test('header: each taking of a field is counted; only from a parent', () => {
  const bench = opened()
  const take = (from: string) => bench.say('header', { mergeId: 'new', field: 'scope', from })
  expect(take('new.7')).toBe('merge.noParent')
  expect(take('new.2')).toBe(undefined)
  expect(take('new.1')).toBe(undefined)
  expect(bench.merge.headers).toMatchObject({ scope: { from: 'new.1', n: 2 } })
  expect(bench.effects).toMatchObject([{ kind: 'header', input: { field: 'scope', from: 'new.1', n: 2 } }])
})

test('whoever takes hundreds of passages is named once, and merges that were kept before know their people', () => {
  const bench = opened()
  bench.say('take', { mergeId: 'new', passages: [huit, reunion, six] })
  bench.actor = { ...bench.actor, participantId: 'other' }
  bench.say('setAside', { mergeId: 'new', passages: [page], reason: { code: 'off-topic', text: '' } })
  const { people, taken, fates } = bench.merge
  expect(people).toHaveLength(2)
  expect([taken[huit], taken[six]].map((one) => one?.by)).toEqual([0, 0])
  expect(people[fates[page]?.by ?? -1]?.participantId).toBe('other')
  const by = (place: number) => people[place]
  const { people: _none, ...older } = structuredClone(bench.merge)
  const kept = {
    ...older,
    taken: Object.fromEntries(Object.entries(taken).map(([id, one]) => [id, { ...one, by: by(one.by) }])),
    fates: Object.fromEntries(Object.entries(fates).map(([id, one]) => [id, { ...one, by: by(one.by) }])),
  }
  expect(MergeState.parse({ merges: { new: kept } }).merges['new']).toEqual(bench.merge)
  expect(MergeState.parse(bench.state)).toEqual(bench.state)
})

test('an adopted text is changed by its merge no longer; the merge may still be given up', () => {
  const bench = opened()
  bench.say('take', { mergeId: 'new', passages: [huit] })
  bench.facts = { adopted: true }
  const wish = { mergeId: 'new', passages: [reunion] }
  expect(bench.say('take', wish)).toBe('merge.adopted')
  expect(bench.say('untake', { ...wish, passages: [huit] })).toBe('merge.adopted')
  expect(bench.say('join', wish)).toBe('merge.adopted')
  expect(bench.say('header', { mergeId: 'new', field: 'title', from: 'new.1' })).toBe('merge.adopted')
  expect(bench.say('refresh', { mergeId: 'new', parentKey: 'new.1' })).toBe('merge.adopted')
  bench.facts = { adopted: false }
  expect(bench.say('take', wish)).toBeUndefined()
})
