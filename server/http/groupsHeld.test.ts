// What a group's page tells of a session that was held here, to those who were not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftCanary, type GroupBench, groupDrafts, openGroupBench } from '#server/testing/groupBench.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import type { AbsentNote } from '#shared/group/groupPage.ts'

let bench: GroupBench
beforeAll(async () => {
  bench = await openGroupBench()
})
afterAll(() => bench.server.close())

let count = 0
test('a session that was held here: what it decided and began, who was there, and a note to those who were not', async () => {
  const actor = {
    ...{ participantId: 'p', roomId: 'nantes', groupId: 'grp-n' },
    role: 'facilitator',
  } as const
  const run = async (name: string, input: unknown) => {
    const id = `group-${++count}-command`
    const answer = await bench.server.serving.deps.live.run({ ...actor, standing: 'member' }, name, {
      id,
      input,
    })
    expect(answer).toMatchObject({ ok: true })
    return answer.ok ? (answer.value as { id: string }).id : ''
  }
  await run('agenda.begin', { otherwise: [{ title: 'Accueil', minutes: 10 }] })
  await run('agenda.addOutcome', { text: 'Un comité ouvert' })
  const draft = { spaceId: 'space-n', draftId: 'd1', title: 'Un comité' }
  const step = { draft, firstStep: 'Inviter', who: 'Inès et Bo', when: '2020-04-21' }
  const first = await run('decision.startInitiative', step)
  await run('decision.giveUpInitiative', { initiativeId: first })
  await run('decision.startInitiative', { ...step, who: 'Bo' })
  expect((await bench.page(bench.leader)).next).toMatchObject({ id: 'ses-2', live: true })
  const { state } = await bench.server.store.rooms.state('nantes')
  await run('agenda.end', { from: (state['agenda'] as { currentId: string }).currentId }) // kept by the slice
  await run('agenda.renew', { keepSteps: false })
  const after = await bench.page(bench.leader)
  expect(after.catchUp?.lines.slice(0, 2)).toEqual([
    { kind: 'decided', text: 'Un comité ouvert' },
    { kind: 'initiative', text: `Un comité ${draftCanary}\u00a0: Inviter, Bo`, when: '2020-04-21' },
  ])
  expect(after.next?.id).toBe('ses-3')
  expect(after.initiatives.map(({ who, status }) => [who, status])).toEqual([['Bo', 'planned']])
  expect(await bench.server.store.sessionRecords.initiatives('grp-n')).toHaveLength(2)
  expect(after.presence.find(({ recorded }) => recorded)).toMatchObject({ number: 2, held: true })
  expect(after.lastMinutes).toMatchObject({ date: '2020-04-14', opening: 'Un comité ouvert.' })
  const notes = await Promise.all(
    ['fr', 'en', 'nl'].map(async (lang) => {
      const response = await bench.leader.ask('GET', `/api/groups/NTE/absent-note?lang=${lang}`)
      return (await response.json()) as AbsentNote // what the route under test says
    }),
  )
  for (const { text, linkPlaceholder, missing } of notes) {
    for (const part of ['Un comité ouvert', 'Bo', linkPlaceholder, '2020', '18:30'])
      expect(text).toContain(part)
    expect(missing.map(({ id }) => id)).toContain('mem-ines')
  }
  expect(notes.map(({ text }) => text.split(',')[0])).toEqual(['Bonjour', 'Hello', 'Dag'])
  expect((await bench.leader.ask('GET', '/api/groups/NTE/absent-note?session=ses-3')).status).toBe(404)
})

test('what people changed since the session began is told with its words; the server’s own hand is not', async () => {
  const participant = (await bench.inPlace.join('NANTES', { name: 'Inès Canari' })).participantId
  const { documentLog } = bench.server.store
  const whole = await bench.server.serving.deps.lane.read(groupDrafts, (doc) => Y.encodeStateAsUpdate(doc))
  const own = new Y.Doc()
  if (whole) Y.applyUpdate(own, whole)
  const before = Y.encodeStateVector(own)
  const summary = draftsOf(own).get('d1')?.get('summary') as Y.Text // the draft's model
  summary.insert(0, 'Trois mots nouveaux. ')
  await bench.server.serving.deps.lane.evict([groupDrafts])
  await documentLog.append(
    groupDrafts,
    [{ author: participant, update: Y.encodeStateAsUpdate(own, before) }],
    new Map([[own.clientID, participant]]),
  )
  const { catchUp, drafts: texts } = await bench.page(bench.leader)
  expect(catchUp?.lines).toContainEqual({
    kind: 'text-changed',
    draft: { spaceId: 'space-n', draftId: 'd1', code: '', title: `Un comité ${draftCanary}` },
    words: 3,
  })
  expect(texts[0]?.changedAt).not.toBeNull()
})
