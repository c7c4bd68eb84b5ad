// A server with three groups of two countries, one of them without an antenna, each with a room and somebody who leads it.
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { InviteInput } from '#shared/joint/invitation.ts'
import type { JointPageAnswer, ShownInvitation } from '#shared/joint/jointAnswers.ts'

const place = {
  themeId: 'th',
  entityIds: ['ent'],
  facilitatorIds: [],
  partnerGroupIds: [],
  languages: ['fr'],
}
const groups = [
  { id: 'grp-n', code: 'NTE', name: 'Groupe nantes', antennaId: 'ant-nantes', memberIds: ['mem-1'] },
  { id: 'grp-l', code: 'LYN', name: 'Groupe lyon', antennaId: 'ant-lyon', memberIds: ['mem-2'] },
  { id: 'grp-e', code: 'EGA', name: 'Égalité — en ligne', antennaId: null, memberIds: ['mem-2', 'mem-3'] },
]
const sessions = [
  ['grp-n', '2020-01-09'],
  ['grp-l', '2020-01-16'],
  ['grp-e', '2020-02-06'],
] as const

const cycleFile = {
  ...{ format: 'coop-cycle', formatVersion: 1, language: 'fr' },
  organisation: { id: 'org', name: 'Coopérative', entityIds: ['ent', 'ent-be'], languages: ['fr'] },
  entities: [
    { id: 'ent', name: 'France', code: 'FR', boardId: 'board', languages: ['fr'] },
    { id: 'ent-be', name: 'Belgique', code: 'BE', boardId: 'board-be', languages: ['fr', 'nl'] },
  ],
  boards: [
    { id: 'board', entityId: 'ent', name: 'Conseil', members: [] },
    { id: 'board-be', entityId: 'ent-be', name: 'Raad', members: [] },
  ],
  antennas: ['Nantes', 'Lyon'].map((name) => ({ id: `ant-${name.toLowerCase()}`, name, entityId: 'ent' })),
  cycle: { id: 'cyc', name: 'Cycle', start: '2019-10-01', end: '2099-06-30', stages: [], milestones: [] },
  themes: [
    {
      id: 'th',
      order: 1,
      title: 'Thème',
      jurisdictions: ['FR', 'BE'],
      groupIds: groups.map(({ id }) => id),
      contextIds: [],
    },
  ],
  groups: groups.map((group) => ({
    ...{ ...place, ...group, onlineOnly: group.antennaId === null, sessionIds: [] },
    entityIds: group.id === 'grp-e' ? ['ent', 'ent-be'] : ['ent'],
    sessionIds: sessions.flatMap(([id, date]) => (id === group.id ? [`ses-${date}`] : [])),
  })),
  members: ['mem-1', 'mem-2', 'mem-3'].map((id) => ({
    ...{ id, displayName: `${id} A.`, antennaId: 'ant-nantes', entityId: 'ent' },
    groupIds: groups.filter(({ memberIds }) => memberIds.includes(id)).map((group) => group.id),
  })),
  sessions: sessions.map(([groupId, date]) => ({
    id: `ses-${date}`,
    groupIds: [groupId],
    date,
    startTime: '19:30',
    joint: false,
    attendance: { room: 0, remote: 0, byGroup: [] },
  })),
}

export { cycleFile as threeGroups }

/** `env` as in the environment. The demo is on: personas sign in, and days stand still. */
export async function startJointServer(env: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer(env)
  const { people, rooms } = server.store
  const outcome = await server.store.cycle.importFile(cycleFile)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const leader = { standing: 'member', personId: 'mem-1' } as const
  await people.saveAccount({
    ...{ ...leader, id: 'demo-facilitator-lyon', displayName: 'Jo L.' },
    ...{ groupIds: ['grp-l'], facilitatesGroupIds: ['grp-l'] },
  })
  // A persona whose key exists; in this cycle she leads the online group.
  await people.saveAccount({
    ...{ ...leader, id: 'demo-board-belgium', displayName: 'Noor E.' },
    ...{ groupIds: ['grp-e'], facilitatesGroupIds: ['grp-e'] },
  })
  await rooms.saveRoom({
    ...{ id: 'egalite', code: 'EGALITE', title: 'Salle EGALITE', kind: 'group', groupIds: ['grp-e'] },
    ...{ spaces: [{ spaceId: 'space-e', groupId: 'grp-e' }], doorOpen: true, sessionId: null },
  })
  return server
}

export const personas = {
  nantes: 'facilitator-nantes',
  lyon: 'facilitator-lyon',
  egalite: 'board-belgium',
} as const

export async function signedIn(server: TestServer, persona: string): Promise<Visitor> {
  const visitor = new Visitor(server)
  await visitor.signIn(persona)
  return visitor
}

export const evening = { date: '2099-03-12', startTime: '19:30' }

export const invitation = (more: Partial<InviteInput> = {}): InviteInput => ({
  ...{ id: `invitation-${Math.random().toString(36).slice(2, 10)}`, groupIds: ['grp-l'] },
  ...{ subject: 'Un comité local par ville', template: 'two-places', durationMin: 120, days: [evening] },
  ...{ word: 'Nous portons la même chose', language: 'fr' },
  ...more,
})

/** Throws unless the server takes it. */
export async function says<Answer = ShownInvitation>(
  visitor: Visitor,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await visitor.ask(body === undefined ? 'GET' : 'POST', path, body)
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer // what the route under test says; the tests look at it
}

export const jointOf = (visitor: Visitor, group: string): Promise<JointPageAnswer> =>
  says<JointPageAnswer>(visitor, `/api/groups/${group}/joint`)
