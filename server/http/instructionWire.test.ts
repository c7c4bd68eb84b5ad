// The boards' work over the wire: verdicts that are stale, at once or corrected; the block; rewordings; and that private things are nobody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verdictsSince } from '#server/features/instruction/verdictsOf.ts'
import { instructionWaits } from '#server/features/instruction/waits.ts'
import { changeText, standingTexts } from '#server/features/publication/texts.ts'
import { routeTable } from '#server/http/routeTable.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type {
  DeskAnswer,
  DeskItem,
  GroupRulingsAnswer,
  RulingItem,
} from '#shared/instruction/instructionAnswers.ts'

/** Stands in private notes, in avis and in lines beside them: nowhere else. */
const canary = 'zibeline'
const [north, south] = ['board-n', 'board-s'] as const
const sitting = { [north]: 'bs-sitting-north', [south]: 'bs-sitting-south' }

let server: TestServer
const people = new Map<string, Visitor>()
const who = (name: string): Visitor => people.get(name) ?? new Visitor(server)

const recommendation = (id: string, more: object = {}) => ({
  ...{
    id,
    code: id.toUpperCase(),
    themeId: 'th',
    title: `Titre ${id}`,
    summary: 'Un résumé.',
    constat: 'Un constat.',
  },
  ...{
    proposition: 'Un repas par mois dans chaque antenne.',
    moyens: '',
    jurisdictions: ['FR', 'S'],
    kind: 'tool',
  },
  ...{
    maturity: 'ready',
    groupIds: ['grp-n'],
    nuances: [],
    provenance: [],
    status: 'final',
    updatedAt: '2019-12-01',
  },
  ...{ contextIds: [], ...more },
})
const members = (of: string) => [
  { id: `bm-${of}1`, displayName: `Chair ${of}`, role: 'présidente' },
  { id: `bm-${of}2`, displayName: `Member ${of}`, role: 'administrateur' },
]

beforeAll(async () => {
  server = await startTestServer()
  const before = await server.store.cycle.exportFile()
  const imported = await server.store.cycle.importFile({
    ...before,
    entities: [
      { id: 'ent', name: 'Nord', code: 'FR', boardId: north, languages: ['fr'] },
      { id: 'ent-s', name: 'Sud', code: 'S', boardId: south, languages: ['fr'] },
    ],
    boards: [
      { id: 'board', entityId: 'ent', name: 'Ancien', members: [] },
      { id: north, entityId: 'ent', name: 'Conseil Nord', members: members('n') },
      { id: south, entityId: 'ent-s', name: 'Conseil Sud', members: members('s') },
    ],
    drafts: [
      {
        ...{ id: 'dr-9', groupId: 'grp-n', sessionId: null, authorIds: [], date: '2019-11-20' },
        ...{ title: 'Un repas', text: 'Un repas par mois.', status: 'kept', recommendationIds: ['r5'] },
      },
    ],
    recommendations: [
      ...['r1', 'r2', 'r3', 'r4', 'r6', 'r7'].map((id) => recommendation(id)),
      recommendation('r5', { provenance: [{ draftId: 'dr-9', groupId: 'grp-n', relation: 'kept' }] }),
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const account = { groupIds: [], facilitatesGroupIds: [], standing: 'board' as const }
  for (const [persona, personId] of [
    ['board-france', 'bm-n1'],
    ['facilitator-lyon', 'bm-n2'],
    ['board-belgium', 'bm-s1'],
  ] as const)
    await server.store.people.saveAccount({
      id: `demo-${persona}`,
      personId,
      displayName: personId,
      ...account,
    })
  for (const persona of [
    'board-france',
    'facilitator-lyon',
    'board-belgium',
    'facilitator-nantes',
    'member-nantes',
    'admin',
  ]) {
    const visitor = new Visitor(server)
    const answer = await visitor.ask('POST', '/api/demo/sign-in', { persona })
    if (answer.status !== 200) throw new Error(`${persona}: ${answer.status}`)
    people.set(persona, visitor)
  }
  for (const [persona, board] of [
    ['board-france', north],
    ['board-belgium', south],
  ] as const) {
    const answer = await act(persona, {
      kind: 'sitting',
      boardId: board,
      sittingId: sitting[board],
      date: await today(),
      mode: 'online',
      minutes: 60,
      presentIds: board === north ? ['bm-n1', 'bm-n2'] : ['bm-s1', 'bm-s2'],
    })
    expect(answer).toBe(204)
  }
})
afterAll(() => server.close())

const today = async (): Promise<string> =>
  ((await (await who('admin').ask('GET', '/api/instruction')).json()) as { today: string }).today

async function act(
  name: string,
  body: object,
  more: { seen?: number; block?: number } = {},
): Promise<number> {
  const { block, seen } = more
  const answer = await who(name).ask('POST', '/api/instruction/acts', {
    acts: [{ id: randomId(), body, ...(seen === undefined ? {} : { seen }) }],
    ...(block === undefined ? {} : { block }),
  })
  return answer.status
}

const verdict = (board: typeof north | typeof south, recommendationId: string, more: object = {}) => ({
  ...{ kind: 'verdict', boardId: board, recommendationId, version: 1, decision: 'accept', basis: [] },
  ...{
    reason: 'Le conseil le veut aussi.',
    votes: { for: 2, against: 0, abstain: 0 },
    sittingId: sitting[board],
  },
  ...more,
})

async function desk(name: string, board: string): Promise<DeskAnswer> {
  const answer = await who(name).ask('GET', `/api/instruction/${board}/desk`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as DeskAnswer
}
const itemOf = async (name: string, board: string, id: string): Promise<DeskItem> => {
  const found = (await desk(name, board)).items.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not on the desk`)
  return found
}
const rulings = async (id: string): Promise<RulingItem> =>
  (await (await new Visitor(server).ask('GET', `/api/verdicts/${id}`)).json()) as RulingItem

test('only who presides writes a verdict down, on what concerns the board, with all that it must say', async () => {
  expect(await act('facilitator-lyon', verdict(north, 'r1'))).toBe(403)
  expect(await act('board-belgium', verdict(north, 'r1'))).toBe(403)
  expect(await act('admin', verdict(north, 'r1'))).toBe(403)
  expect(await act('member-nantes', verdict(north, 'r1'))).toBe(403)
  expect(await act('board-france', verdict(north, 'r1', { reason: 'Oui.' }))).toBe(422)
  expect(await act('board-france', verdict(north, 'r1', { votes: { for: 3, against: 0, abstain: 0 } }))).toBe(
    422,
  )
  expect(await act('board-france', verdict(north, 'nothing'))).toBe(404)
  expect((await itemOf('board-france', north, 'r1')).state).toBe('to-rule')
})

test('two boards rule at once and both are kept; of two verdicts of one board that saw the same, one is stale', async () => {
  const statuses = await Promise.all([
    act('board-france', verdict(north, 'r1'), { seen: 0 }),
    act(
      'board-belgium',
      verdict(south, 'r1', {
        decision: 'refuse',
        basis: ['means'],
        possibleIf: 'Il faudrait un budget de plus.',
        hereNow: 'Chaque groupe peut déjà commencer seul.',
      }),
      { seen: 0 },
    ),
  ])
  expect(statuses).toEqual([204, 204])
  const twice = await Promise.all([
    act('board-france', verdict(north, 'r1'), { seen: 1 }),
    act('board-france', verdict(north, 'r1'), { seen: 1 }),
  ])
  expect(twice.sort()).toEqual([204, 409])
})

test('a verdict that was corrected keeps both lines, everywhere, and its authors hear of each', async () => {
  const { boards } = (await rulings('r1')).rulings
  const own = boards.find(({ boardId }) => boardId === north)?.verdicts
  expect(own?.map(({ superseded }) => superseded)).toEqual([true, false])
  expect(await server.serving.deps.store.cycle.decisions({ recommendationId: 'r1' })).toHaveLength(3)
  const since = await verdictsSince(server.serving.deps, 0)
  expect(since.filter(({ recommendationId }) => recommendationId === 'r1')).toHaveLength(3)
  expect(since[0]?.groupIds).toEqual(['grp-n'])
  const group = await who('member-nantes').ask('GET', '/api/groups/grp-n/rulings')
  const told = (await group.json()) as GroupRulingsAnswer // the product's own answer
  expect(JSON.stringify(told.items)).toContain('Le conseil le veut aussi.')
  const from = told.items.flatMap(({ groupIds }) => groupIds)
  expect(told.groups.map(({ id }) => id).sort(), 'each group that is named has its place').toEqual(
    [...new Set(from)].sort(),
  )
})

test('the boards that differ explain it once both chairs signed, and the group answers a refusal once', async () => {
  const text = 'Le budget n’est pas le même ici.'
  const about = { recommendationId: 'r1' }
  expect(await act('facilitator-lyon', { kind: 'difference', boardId: north, text, ...about })).toBe(403)
  expect(await act('board-france', { kind: 'difference', boardId: north, text, ...about })).toBe(204)
  expect((await rulings('r1')).rulings.difference).toBeNull()
  const differenceId = (await itemOf('board-belgium', south, 'r1')).rulings.difference?.id
  expect(await act('board-belgium', { kind: 'signed', boardId: south, differenceId, ...about })).toBe(204)
  expect((await rulings('r1')).rulings.difference).toMatchObject({ text, whole: true })
  const refused = (await rulings('r1')).rulings.boards
    .find(({ boardId }) => boardId === south)
    ?.verdicts.at(-1)
  const reply = {
    kind: 'reply',
    verdictId: refused?.id,
    groupId: 'grp-n',
    text: 'Nous commençons sans attendre.',
    ...about,
  }
  expect(await act('member-nantes', reply)).toBe(403)
  expect(
    await Promise.all([act('facilitator-nantes', reply), act('facilitator-nantes', reply)]).then((all) =>
      all.sort(),
    ),
  ).toEqual([204, 409])
  expect(await act('facilitator-nantes', reply)).toBe(409)
})

test('a rewording goes back to its group, its consent makes the next version, and what was read before is stale', async () => {
  const after = 'Deux repas par mois dans chaque antenne.'
  const reword = verdict(north, 'r2', {
    decision: 'reformulate',
    basis: ['means'],
    rewording: { proposition: after },
  })
  expect(await act('board-france', reword, { seen: 0 })).toBe(204)
  expect(await act('board-belgium', verdict(south, 'r2'), { seen: 0 })).toBe(204)
  const asked = (await rulings('r2')).rulings.boards.find(({ boardId }) => boardId === north)?.verdicts.at(-1)
  expect(asked).toMatchObject({ awaiting: ['grp-n'], rewording: [{ part: 'proposition', after }] })
  const facilitator = await server.store.people.account('demo-facilitator-nantes')
  const waits = facilitator ? await instructionWaits(server.serving.deps, facilitator) : []
  expect(waits).toMatchObject([{ text: 'instruction:waits.redline', count: 1 }])
  const answer = {
    kind: 'answer',
    recommendationId: 'r2',
    verdictId: asked?.id,
    groupId: 'grp-n',
    text: 'Un seul repas de trop pour nous.',
  }
  expect(await act('member-nantes', { ...answer, answer: 'consent' })).toBe(403)
  expect(await act('facilitator-nantes', { ...answer, answer: 'comment' })).toBe(204)
  expect((await rulings('r2')).version).toBe(1)
  expect(await act('facilitator-nantes', { ...answer, answer: 'consent' })).toBe(204)
  expect((await rulings('r2')).version).toBe(2)
  const [living] = (await server.serving.deps.store.cycle.recommendations()).filter(({ id }) => id === 'r2')
  expect(living?.proposition).toBe(after)
  expect(await act('board-belgium', verdict(south, 'r2'))).toBe(409)
  expect((await itemOf('board-belgium', south, 'r2')).state).toBe('changed')
  expect(await act('board-belgium', verdict(south, 'r2', { version: 2 }))).toBe(204)
})

test('private words are their member’s; the chair reads avis after giving theirs; an interest of one’s own takes the pen away', async () => {
  const keep = async (name: string, board: string, id: string, body: object) =>
    (await who(name).ask('PUT', `/api/instruction/${board}/own/${id}`, body)).status
  expect(
    await keep('facilitator-lyon', north, 'r3', { avis: 'conflict', line: canary, note: `${canary} note` }),
  ).toBe(204)
  expect(
    await keep('facilitator-lyon', north, 'r4', {
      avis: 'agree',
      note: canary,
      readVersion: 1,
      opened: true,
    }),
  ).toBe(204)
  expect(await keep('facilitator-lyon', south, 'r4', { avis: 'agree' })).toBe(403)
  expect(await keep('admin', north, 'r4', { avis: 'agree' })).toBe(403)
  expect((await itemOf('board-france', north, 'r3')).avis).toBeNull()
  const own = await desk('facilitator-lyon', north)
  expect(own.openAt).toBe('r4')
  // The canary can be found where it is.
  expect(JSON.stringify(own)).toContain(canary)
  await crawl(['board-france', 'board-belgium', 'facilitator-nantes', 'member-nantes', 'admin', 'stranger'])
  expect(await keep('board-france', north, 'r3', { avis: 'agree' })).toBe(204)
  const seen = await itemOf('board-france', north, 'r3')
  expect(seen.avis).toContainEqual({ name: 'bm-n2', avis: 'conflict', line: canary })
  // The line beside an avis is for the chair; a note is for nobody.
  expect(JSON.stringify(await desk('board-france', north))).not.toContain(`${canary} note`)
  await crawl(['board-belgium', 'facilitator-nantes', 'member-nantes', 'admin', 'stranger'])
  expect(await keep('board-france', north, 'r3', { avis: 'conflict' })).toBe(204)
  expect(await act('board-france', verdict(north, 'r3'))).toBe(403)
})

/** Every address that can be read, by each of them: the canary stands in none. */
async function crawl(names: readonly string[]): Promise<void> {
  const addresses = routeTable
    .filter(([method, path]) => method === 'get' && !path.endsWith('.pdf'))
    .flatMap(([, path]) =>
      [north, south].map((board) =>
        path
          .replace(':board', board)
          .replace(/:(group|groupId)\b/u, 'grp-n')
          .replace(':code', 'NANTES')
          .replace(/:(key|id|recommendation|recommendationId)\b/u, 'r3')
          .replace(/:\w+/gu, 'r3'),
      ),
    )
  let read = 0
  for (const name of names)
    await Promise.all(
      [...new Set(addresses)].map(async (address) => {
        const text = await (await who(name).ask('GET', address)).text()
        read += 1
        expect(text.includes(canary), `${name} ${address}`).toBe(false)
      }),
    )
  expect(read).toBeGreaterThan(40 * names.length)
}

test('the block takes what all agree on, one tap takes one out, and a vote that saw the block otherwise is stale', async () => {
  const block = { kind: 'block', boardId: north, recommendationIds: ['r4', 'r5'] }
  expect(await act('board-france', block)).toBe(409)
  for (const [name, id] of [
    ['board-france', 'r4'],
    ['board-france', 'r5'],
    ['facilitator-lyon', 'r5'],
  ] as const)
    await who(name).ask('PUT', `/api/instruction/${north}/own/${id}`, { avis: 'agree' })
  expect((await desk('board-france', north)).unanimous).toEqual(['r4', 'r5'])
  expect((await desk('facilitator-lyon', north)).unanimous).toEqual([])
  expect(await act('facilitator-lyon', block)).toBe(403)
  expect(await act('board-france', block)).toBe(204)
  const seen = (await desk('board-france', north)).block?.seen ?? 0
  expect(await act('board-belgium', { kind: 'pulled', boardId: north, recommendationId: 'r5' })).toBe(403)
  expect(await act('facilitator-lyon', { kind: 'pulled', boardId: north, recommendationId: 'r5' })).toBe(204)
  const vote = async (ids: readonly string[], block: number) =>
    (
      await who('board-france').ask('POST', '/api/instruction/acts', {
        acts: ids.map((id) => ({ id: randomId(), seen: 0, body: verdict(north, id) })),
        block,
      })
    ).status
  expect(await vote(['r4', 'r5'], seen)).toBe(409)
  expect(await vote(['r4'], seen)).toBe(409)
  expect((await itemOf('board-france', north, 'r4')).state).toBe('to-rule')
  expect(await vote(['r4'], seen + 1)).toBe(204)
  expect((await itemOf('board-france', north, 'r4')).state).toBe('ruled')
  expect((await itemOf('board-france', north, 'r5')).state).toBe('to-rule')
})

test('a note is signed by the team, corrected by its source group while a board has not ruled', async () => {
  const note = {
    kind: 'note',
    recommendationId: 'r5',
    about: 'context',
    text: 'Trois antennes demandent la même chose.',
  }
  expect(await act('board-france', note)).toBe(403)
  expect(await act('admin', note)).toBe(204)
  const noteId = (await rulings('r5')).rulings.notes[0]?.id
  const correction = {
    kind: 'correction',
    recommendationId: 'r5',
    noteId,
    groupId: 'grp-n',
    text: 'Quatre antennes.',
  }
  expect(await act('member-nantes', correction)).toBe(403)
  expect(await act('facilitator-nantes', correction)).toBe(204)
  expect((await rulings('r5')).rulings.notes[0]?.corrections).toMatchObject([{ text: 'Quatre antennes.' }])
})

test('the dossier tells how the source group voted on the list it handed over, in figures and without a name', async () => {
  const spoken = {
    ...{ id: 'sp', fingerprint: 'f', rule: { kind: 'consent' }, outcome: 'with-reservations', at: 1 },
    ...{ counts: { positions: [4, 1, 0], degrees: [], choices: [0, 0, 0] }, voices: 5, carried: 0 },
    said: [{ name: 'Inès', position: 'reservation', words: `${canary} en réserve`, carried: false }],
  }
  const handed = (id: string, date: string) =>
    ({
      ...{ id, groupId: 'grp-n', roomId: 'nantes', number: 1, outcome: 'list', textCount: 1 },
      ...{ fingerprint: 'f', at: 1, date, takenBack: null },
      body: {
        ...{ left: [], merged: [], why: '', questions: [] },
        texts: [{ key: 'k', draftId: 'dr-full', versionId: null, draft: { shortDraftId: 'dr-9' } }],
        signatures: {
          ...{ members: ['Inès', 'Ana'], facilitators: ['Ana'], secretaries: [], consent: spoken },
        },
      },
    }) as unknown as KeptHandover // the parts of a list that a dossier reads
  await server.store.handovers.keepHandover(handed('hand-1', '2020-01-10'))
  const { votes } = await itemOf('board-france', north, 'r5')
  expect(votes).toEqual([
    {
      ...{ id: 'hand-1', groupId: 'grp-n', about: 'list', date: '2020-01-10', rule: 'consent', signed: 2 },
      ...{ outcome: 'with-reservations', counts: spoken.counts, voices: 5 },
    },
  ])
  expect((await itemOf('board-france', north, 'r4')).votes).toEqual([])
  expect(JSON.stringify(await desk('board-france', north))).not.toContain(`${canary} en réserve`)
})

test('[S7] the block holds while all still agree, on the words that stand, and only those who sit are heard', async () => {
  const say = async (name: string, id: string, avis: string) =>
    (await who(name).ask('PUT', `/api/instruction/${north}/own/${id}`, { avis })).status
  for (const name of ['board-france', 'facilitator-lyon'])
    for (const id of ['r6', 'r7']) expect(await say(name, id, 'agree')).toBe(204)
  const propose = () =>
    act('board-france', { kind: 'block', boardId: north, recommendationIds: ['r6', 'r7'] })
  expect(await propose()).toBe(204)
  const seen = (await desk('board-france', north)).block?.seen ?? 0
  const vote = async (versions: Readonly<Record<string, number>>) =>
    (
      await who('board-france').ask('POST', '/api/instruction/acts', {
        acts: Object.entries(versions).map(([id, version]) => ({
          ...{ id: randomId(), seen: 0, body: verdict(north, id, { version }) },
        })),
        block: seen,
      })
    ).status
  // Whoever turns round after the proposal is not outvoted unheard.
  await say('facilitator-lyon', 'r7', 'discuss')
  expect(await vote({ r6: 1, r7: 1 })).toBe(409)
  await say('facilitator-lyon', 'r7', 'agree')
  // The group amends: what was said of the former words says nothing of these.
  const { deps } = server.serving
  const standing = (await standingTexts(deps, { before: await today() })).find(
    ({ recommendation: one }) => one.id === 'r6',
  )
  if (!standing) throw new Error('r6 is gone')
  await changeText(deps, standing, {
    words: { proposition: 'Deux repas par mois dans chaque antenne.' },
    ...{ cause: 'amendment', why: 'Entendu.', byName: 'Ana', date: await today() },
  })
  expect(await vote({ r6: 2, r7: 1 })).toBe(409)
  expect((await itemOf('facilitator-lyon', north, 'r6')).mine).toMatchObject({ avis: null, avisOn: 1 })
  expect((await itemOf('board-france', north, 'r6')).avis).toBeNull()
  expect((await desk('board-france', north)).unanimous).not.toContain('r6')
  expect(await propose()).toBe(409)
  await say('facilitator-lyon', 'r6', 'discuss')
  await say('board-france', 'r6', 'agree')
  expect(await propose()).toBe(409)
  // Their seat ends: they hold nothing back, and nobody reads what they said.
  const member = await server.store.people.account('demo-facilitator-lyon')
  if (!member) throw new Error('gone')
  await server.store.people.saveAccount({ ...member, standing: 'member' })
  expect((await itemOf('board-france', north, 'r6')).avis?.map(({ name }) => name)).toEqual(['bm-n1'])
  expect(await propose()).toBe(204)
})
