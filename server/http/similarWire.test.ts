// What is close to a draft, over the wire: nobody is told a word of a text that they may not read now.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SimilarDesk } from '#server/features/similar/similarDesk.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { GroupSimilarAnswer, SimilarAnswer } from '#shared/similar/similarAnswer.ts'

/** Stands in every field of Lyon's draft, and nowhere else. */
const canary = 'zibeline'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  const { lane } = server.serving.deps
  for (const space of ['space-n', 'space-l', 'space-j'])
    await server.store.documentLog.create(`drafts/${space}`)
  await lane.edit('drafts/space-n', (doc) => {
    createDraft(doc, {
      id: 'comite-n',
      title: 'Un comité local dans chaque antenne',
      summary: 'Des sociétaires tiennent un comité local, avec un petit budget et les clés de la salle.',
    })
    createDraft(doc, { id: 'empty-n', title: 'Sans titre' })
    for (const [at, [title, summary]] of others.entries()) createDraft(doc, { id: `o-${at}`, title, summary })
  })
  await lane.edit('drafts/space-l', (doc) => {
    createDraft(doc, {
      id: 'comite-l',
      title: `Comités locaux de la ${canary}`,
      summary: `Chaque antenne a son comité local de sociétaires, un budget ${canary} et les clés de la salle.`,
      constat: [`Rien ne continue entre deux cycles (${canary}).`],
      proposition: [`Un comité local par antenne, avec un budget (${canary}).`],
    })
  })
})
afterAll(() => server.close())

/** Drafts that are about something else: they tell which words are rare. */
const others = [
  ['Garde des enfants', 'Deux adultes gardent les enfants pendant les réunions du soir.'],
  ['Permanence juridique', 'Une juriste relit les contrats une fois par mois.'],
  ['Fiches traduites', 'Traduire les vingt fiches les plus lues en néerlandais.'],
  ['Forum d’entraide', 'Un forum en ligne où chacun pose ses questions de métier.'],
  ['Parrainage', 'Une marraine ou un parrain pendant les trois premiers mois.'],
  ['Atelier partagé', 'Des machines et des établis, ouverts trois soirs par semaine.'],
] as const

const door = async (code: string, doorOpen: boolean): Promise<void> => {
  const room = await server.store.rooms.roomByCode(code)
  if (!room) throw new Error(`no room ${code}`)
  await server.store.rooms.saveRoom({ ...room, doorOpen })
}
beforeEach(async () => {
  for (const code of ['NANTES', 'LYON', 'NANTES-LYON']) await door(code, true)
})

const inRoom = (code: string, spaceId: string, draftId: string): string =>
  `/api/rooms/${code}/drafts/${spaceId}/${draftId}/similar`
const asked = (who: Visitor, path: string): Promise<Response> => who.ask('GET', path)
const everyWay = [
  inRoom('NANTES', 'space-n', 'comite-n'),
  inRoom('NANTES', 'space-l', 'comite-l'),
  inRoom('LYON', 'space-l', 'comite-l'),
  inRoom('NANTES-LYON', 'space-n', 'comite-n'),
  inRoom('NANTES-LYON', 'space-l', 'comite-l'),
  '/api/groups/grp-n/similar',
  '/api/groups/grp-l/similar',
]
/** Everything that the routes answer to somebody, refusals included. */
const heard = async (who: Visitor): Promise<string> => {
  const texts: string[] = []
  for (const path of everyWay) {
    const response = await asked(who, path)
    texts.push(`${path} ${response.status} ${[...response.headers].join()} ${await response.text()}`)
  }
  return texts.join('\n')
}

async function memberOfNantes(): Promise<Visitor> {
  const member = new Visitor(server)
  await member.signIn('member-nantes')
  await member.join('NANTES')
  return member
}

test('[S2] with Lyon’s door open a member of Nantes is told of Lyon’s close draft, by its words and without a figure', async () => {
  const member = await memberOfNantes()
  const response = await asked(member, inRoom('NANTES', 'space-n', 'comite-n'))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { drafts, recommendations } = (await response.json()) as SimilarAnswer // what the route says it answers
  expect(recommendations).toEqual([])
  expect(drafts).toHaveLength(1)
  expect(drafts[0]).toMatchObject({ spaceId: 'space-l', draftId: 'comite-l', roomCode: 'LYON' })
  expect(drafts[0]?.group?.place).toBe('Lyon')
  expect(drafts[0]?.words.shared.join(' ')).toMatch(/comité local/u)
  expect(drafts[0]?.words.theirs).toContain(canary)
  const numbers = JSON.stringify(drafts[0]?.words).match(/\d/gu)
  expect(numbers).toBeNull()
  // The canary can be heard in this way, and on the group's page.
  const page = (await (await asked(member, '/api/groups/grp-n/similar')).json()) as GroupSimilarAnswer // as above
  expect(page.drafts.map(({ draftId }) => draftId)).toEqual(['comite-n'])
  expect(JSON.stringify(page)).toContain(canary)
})

test('[S1] with the doors of both rooms closed no answer holds a word of Lyon’s drafts, before and after having been there', async () => {
  const member = await memberOfNantes()
  const insider = await memberOfNantes()
  await insider.join('LYON')
  expect(await heard(insider), 'the canary can be found').toContain(canary)
  await door('NANTES', false)
  await door('LYON', false)
  for (const who of [member, insider]) {
    const said = await heard(who)
    expect(said).not.toContain(canary)
    expect(said).not.toContain('comite-l","')
    expect(said, 'the own drafts are still answered for').toMatch(/space-n\/comite-n\/similar 200/u)
  }
  await door('LYON', true)
  expect(await heard(member), 'and is found again once the door is open').toContain(canary)
})

test('[S3] whoever was removed from Lyon’s room is told nothing through it', async () => {
  const member = await memberOfNantes()
  await member.join('LYON')
  expect(await heard(member)).toContain(canary)
  const { people } = server.store
  const there = await people.findParticipant('lyon', { accountId: 'demo-member-nantes' })
  expect(there, 'who is removed is there').toBeDefined()
  await people.changeParticipant(there?.id ?? '', { removed: true }, { raiseEpoch: true })
  expect(await heard(member)).not.toContain(canary)
  await people.changeParticipant(there?.id ?? '', { removed: false })
})

test('[S2] the joint room tells of Lyon’s drafts those who are in it, not those who could walk in', async () => {
  await door('LYON', false)
  const member = await memberOfNantes()
  expect(await heard(member)).not.toContain(canary)
  await member.join('NANTES-LYON')
  expect(await heard(member)).toContain(canary)
  await door('NANTES-LYON', false)
  // The joint room is Nantes' own too: its people stay behind its closed door.
  expect(await heard(member)).toContain(canary)
  const room = await server.store.rooms.roomByCode('NANTES-LYON')
  if (!room) throw new Error('no joint room')
  const hidden = room.spaces.map((space) =>
    space.groupId === 'grp-l' ? { ...space, opened: 'none' as const } : space,
  )
  await server.store.rooms.saveRoom({ ...room, spaces: hidden })
  expect(await heard(member), 'Lyon keeps its drafts to itself').not.toContain(canary)
  const jointSession = { rightsEndAt: null, endedAt: Date.now() - 1, renewedBy: [] }
  await server.store.rooms.saveRoom({ ...room, jointSession })
  expect(await heard(member), 'the joint session is over').not.toContain(canary)
  await server.store.rooms.saveRoom(room)
  expect(await heard(member)).toContain(canary)
})

test('strangers and guests of another room learn nothing', async () => {
  const stranger = new Visitor(server)
  expect(await heard(stranger)).not.toMatch(/zibeline|comité/iu)
  const guest = new Visitor(server)
  await guest.join('NANTES')
  const said = await heard(guest)
  expect(said).not.toContain(canary)
  expect(said).toMatch(/space-n\/comite-n\/similar 200/u)
})

test('a draft that says nothing yet has nothing close, an unknown one is not found', async () => {
  const member = await memberOfNantes()
  const empty = await asked(member, inRoom('NANTES', 'space-n', 'empty-n'))
  expect(await empty.json()).toEqual({ drafts: [], recommendations: [] })
  const notYetThere = await asked(member, inRoom('NANTES', 'space-n', 'nowhere'))
  expect([notYetThere.status, await notYetThere.json()]).toEqual([200, { drafts: [], recommendations: [] }])
  expect((await asked(member, inRoom('NANTES', 'space-l', 'comite-l'))).status).toBe(404)
})

test('what somebody writes is found once it is kept, and what is deleted no longer', async () => {
  const member = await memberOfNantes()
  const { lane } = server.serving.deps
  await lane.edit('drafts/space-l', (doc) => {
    createDraft(doc, {
      id: 'garde-l',
      title: 'Garder les enfants pendant les réunions',
      summary: 'Des adultes gardent les enfants le soir, pendant nos réunions.',
    })
  })
  const close = async (): Promise<string[]> => {
    const response = await asked(member, inRoom('NANTES', 'space-n', 'o-0'))
    const { drafts } = (await response.json()) as SimilarAnswer // as above
    return drafts.map(({ draftId }) => draftId)
  }
  await expect.poll(close, { timeout: 10_000 }).toContain('garde-l')
  await lane.edit('drafts/space-l', (doc) => {
    const drafts = doc.getMap<{ set(key: string, value: unknown): void }>('drafts')
    drafts.get('garde-l')?.set('deletedAt', 1)
  })
  await expect.poll(close, { timeout: 10_000 }).toEqual([])
})

test('recommendations of earlier cycles are found with what became of them, whichever cycle, and none of the future', async () => {
  const said = [
    [
      2018,
      'Un comité local par antenne',
      'Un comité local de sociétaires, avec un budget et les clés de la salle.',
    ],
    [2016, 'Vélos de service', 'Trois vélos à emprunter pour aller chez les clients.'],
    [2016, 'Cantine du lundi', 'Un repas partagé cuisiné à tour de rôle.'],
    [2012, 'Bulletin imprimé', 'Quatre pages par saison, envoyées par la poste.'],
    [
      2100,
      'Des comités locaux',
      'Dans chaque antenne un comité local de sociétaires, budget et clés de la salle.',
    ],
  ] as const
  const rows = said.map(([year, title, text], place) => ({
    place,
    past: {
      ...{ id: `past-${place}`, year, title, text, place: 'Namur', link: '' },
      ...{ outcome: 'postponed' as const, reason: 'Trop cher cette année-là.' },
    },
  }))
  await server.store.followUp.addPast({ id: 'old', name: 'anciennes.csv', byName: 'Aline', at: 1 }, rows)
  // The desk reads past cycles again after a minute: another server reads them at once.
  const fresh = new SimilarDesk(server.serving.deps)
  const readable = new Map([['space-n', { spaceId: 'space-n', groupId: 'grp-n', roomCode: 'NANTES' }]])
  const found = async (): Promise<unknown[] | undefined> =>
    (await fresh.closeTo(readable, 'space-n', 'comite-n'))?.recommendations.map(
      ({ title, year, ending, fates }) => ({ title, year, ending, fates }),
    )
  expect(await found()).toEqual([
    {
      title: 'Un comité local par antenne',
      year: 2018,
      ending: { outcome: 'postponed', reason: 'Trop cher cette année-là.' },
      fates: [],
    },
  ])
})
