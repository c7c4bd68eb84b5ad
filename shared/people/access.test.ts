// Every row of the rights table, and every rule [A1] to [A8].
import { expect, test } from 'vitest'
import {
  type Access,
  documentAccess,
  documentsFor,
  mayBeInside,
  mayFacilitate,
  type Person,
  type RoomShape,
} from '#shared/people/access.ts'

const nantes: RoomShape = {
  id: 'nantes',
  kind: 'group',
  groupIds: ['n'],
  spaces: [{ spaceId: 'n', groupId: 'n' }],
}
const equality: RoomShape = {
  id: 'egalite',
  kind: 'group',
  groupIds: ['e'],
  spaces: [{ spaceId: 'e', groupId: 'e' }],
}
const joint: RoomShape = {
  id: 'joint',
  kind: 'joint',
  groupIds: ['n', 'l'],
  spaces: [
    { spaceId: 'j', groupId: null },
    { spaceId: 'n', groupId: 'n' },
    { spaceId: 'l', groupId: 'l' },
  ],
}
const convergence: RoomShape = {
  id: 'conv',
  kind: 'convergence',
  groupIds: ['n', 'l', 'e'],
  spaces: [
    { spaceId: 'c', groupId: null },
    { spaceId: 'n', groupId: 'n' },
  ],
}

const someone = (
  standing: Person['standing'],
  groupIds: string[] = [],
  role: Person['role'] = 'participant',
): Person => ({
  standing,
  role,
  groupIds,
})
const people = {
  guest: someone('guest'),
  guestOfNantes: someone('guest', ['n']),
  nantes: someone('member', ['n']),
  lyon: someone('member', ['l']),
  paris: someone('member', ['p']),
  facilitatorNantes: someone('member', ['n'], 'facilitator'),
  facilitatorLyonVisiting: someone('member', ['l']),
  board: someone('board'),
  team: someone('team'),
  cooperativeLife: someone('cooperative-life'),
  admin: someone('admin'),
  observer: someone('guest', ['n'], 'observer'),
  adminWhoObserves: someone('admin', [], 'observer'),
} as const satisfies Record<string, Person>

const w = 'whiteboard' as const
const d = 'drafts' as const
type Row = readonly [
  keyof typeof people,
  RoomShape,
  readonly (readonly [typeof w | typeof d, string, Access | undefined])[],
]

const table: readonly Row[] = [
  [
    'guest',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'nantes',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'facilitatorNantes',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'lyon',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'facilitatorLyonVisiting',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'board',
    nantes,
    [
      [w, 'nantes', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'team',
    nantes,
    [
      [w, 'nantes', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'cooperativeLife',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'admin',
    nantes,
    [
      [w, 'nantes', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'observer',
    nantes,
    [
      [w, 'nantes', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'adminWhoObserves',
    nantes,
    [
      [w, 'nantes', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'guest',
    equality,
    [
      [w, 'egalite', 'write'],
      [d, 'e', 'write'],
    ],
  ],
  [
    'nantes',
    equality,
    [
      [w, 'egalite', 'write'],
      [d, 'e', 'read'],
    ],
  ],
  [
    'guest',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'read'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'guestOfNantes',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'write'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'nantes',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'write'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'lyon',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'read'],
      [d, 'l', 'write'],
    ],
  ],
  [
    'paris',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'read'],
      [d, 'n', 'read'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'board',
    joint,
    [
      [w, 'joint', 'read'],
      [d, 'j', 'read'],
      [d, 'n', 'read'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'team',
    joint,
    [
      [w, 'joint', 'read'],
      [d, 'j', 'read'],
      [d, 'n', 'read'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'cooperativeLife',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'write'],
      [d, 'l', 'write'],
    ],
  ],
  [
    'admin',
    joint,
    [
      [w, 'joint', 'write'],
      [d, 'j', 'write'],
      [d, 'n', 'write'],
      [d, 'l', 'write'],
    ],
  ],
  [
    'observer',
    joint,
    [
      [w, 'joint', 'read'],
      [d, 'j', 'read'],
      [d, 'n', 'read'],
      [d, 'l', 'read'],
    ],
  ],
  [
    'guest',
    convergence,
    [
      [w, 'conv', 'read'],
      [d, 'c', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'nantes',
    convergence,
    [
      [w, 'conv', 'read'],
      [d, 'c', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'facilitatorNantes',
    convergence,
    [
      [w, 'conv', 'read'],
      [d, 'c', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'board',
    convergence,
    [
      [w, 'conv', 'read'],
      [d, 'c', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'team',
    convergence,
    [
      [w, 'conv', 'read'],
      [d, 'c', 'read'],
      [d, 'n', 'read'],
    ],
  ],
  [
    'cooperativeLife',
    convergence,
    [
      [w, 'conv', 'write'],
      [d, 'c', 'write'],
      [d, 'n', 'write'],
    ],
  ],
  [
    'admin',
    convergence,
    [
      [w, 'conv', 'write'],
      [d, 'c', 'write'],
      [d, 'n', 'write'],
    ],
  ],
]

test.each(table.map((row) => [row[0], row[1].id, row] as const))(
  '%s in %s',
  (_who, _where, [who, room, documents]) => {
    for (const [kind, id, access] of documents) {
      expect(documentAccess(people[who], room, { kind, id }), `${kind}/${id}`).toBe(access)
    }
    expect(documentsFor(people[who], room).map(({ document }) => `${document.kind}/${document.id}`)).toEqual(
      documents.map(([kind, id]) => `${kind}/${id}`),
    )
  },
)

test('a document of another room is none of this one, whoever asks', () => {
  for (const person of Object.values(people)) {
    expect(documentAccess(person, nantes, { kind: 'whiteboard', id: 'egalite' })).toBeUndefined()
    expect(documentAccess(person, nantes, { kind: 'drafts', id: 'l' })).toBeUndefined()
    expect(documentAccess(person, nantes, { kind: 'whiteboard', id: 'n' })).toBeUndefined()
  }
})

test('[A5] a group may open its drafts to the other groups of a joint room, and to nobody else', () => {
  const opened: RoomShape = {
    ...joint,
    spaces: joint.spaces.map((space) =>
      space.groupId === 'n' ? { ...space, opened: 'write' as const } : space,
    ),
  }
  const drafts = { kind: 'drafts', id: 'n' } as const
  expect(documentAccess(people.lyon, opened, drafts)).toBe('write')
  expect(documentAccess(people.guest, opened, drafts)).toBe('write')
  expect(documentAccess(people.paris, opened, drafts)).toBe('read')
  expect(documentAccess(people.board, opened, drafts)).toBe('read')
  expect(documentAccess(people.observer, opened, drafts)).toBe('read')
  expect(documentAccess(people.nantes, opened, { kind: 'drafts', id: 'l' })).toBe('read')
})

test('[A6] behind a closed door the room keeps its own, and visitors with an account read nothing', () => {
  const closed: RoomShape = { ...nantes, doorOpen: false }
  for (const inside of [
    'guest',
    'nantes',
    'facilitatorNantes',
    'cooperativeLife',
    'admin',
    'observer',
  ] as const) {
    expect(documentsFor(people[inside], closed), inside).toHaveLength(2)
  }
  for (const outside of ['lyon', 'paris', 'board', 'team'] as const) {
    expect(documentsFor(people[outside], closed), outside).toEqual([])
  }
  const lyonInCharge = someone('member', ['l'], 'facilitator')
  expect(documentsFor(lyonInCharge, closed)).toHaveLength(2)
})

test('who may prepare a room, open its door and remove people', () => {
  const may = (Object.keys(people) as (keyof typeof people)[]).filter((who) => mayFacilitate(people[who])) // keys() forgets names
  expect(may).toEqual(['facilitatorNantes', 'cooperativeLife', 'admin', 'adminWhoObserves'])
})

test('[A7] in an aparté are the people of its sub-group, and nobody else whatever they are', () => {
  const aparte = { parentId: 'nantes', seats: ['s1', 's2'], closed: false }
  for (const parent of [nantes, joint, convergence]) {
    const room: RoomShape = { ...parent, id: 'apart', spaces: [{ spaceId: 'own', groupId: null }], aparte }
    const documents = ['whiteboard', 'drafts'] as const
    const rights = (person: Person, shape = room): (Access | undefined)[] =>
      documents.map((kind) =>
        documentAccess(person, shape, { kind, id: kind === 'drafts' ? 'own' : 'apart' }),
      )
    for (const [name, person] of Object.entries(people)) {
      // Also with the door that an aparté does not know, and with seats of one's own elsewhere.
      for (const shape of [room, { ...room, doorOpen: true }]) {
        expect(rights(person, shape), name).toEqual([undefined, undefined])
        expect(rights({ ...person, seats: [{ id: 's3' }] }, shape), name).toEqual([undefined, undefined])
        expect(mayBeInside({ ...person, seats: [{ id: 's3' }] }, shape), name).toBe(false)
      }
      const member = { ...person, seats: [{ id: 's3' }, { id: 's2' }] }
      const reads = person.role === 'observer' || person.standing === 'board' || person.standing === 'team'
      expect(rights(member), name).toEqual(reads ? ['read', 'read'] : ['write', 'write'])
      const closed = { ...room, aparte: { ...aparte, closed: true } }
      expect(rights(member, closed), name).toEqual(['read', 'read'])
      expect(rights(person, closed), name).toEqual([undefined, undefined])
    }
  }
})

const withSpace = (
  groupId: string,
  more: Partial<RoomShape['spaces'][number]>,
  shape = joint,
): RoomShape => ({
  ...shape,
  spaces: shape.spaces.map((space) => (space.groupId === groupId ? { ...space, ...more } : space)),
})
const draftsOfNantes = { kind: 'drafts', id: 'n' } as const
const everybody = Object.keys(people) as (keyof typeof people)[] // keys() forgets names

test.each([
  ['none', undefined],
  ['read', 'read'],
  ['comment', 'read'],
  ['write', 'write'],
] as const)('[A5] a group that lets the others « %s » gives them %s', (opened, expected) => {
  const shape = withSpace('n', { opened })
  expect(documentAccess(people.lyon, shape, draftsOfNantes)).toBe(expected)
  expect(documentAccess(people.guest, shape, draftsOfNantes)).toBe(expected)
  expect(documentAccess(people.nantes, shape, draftsOfNantes)).toBe('write')
})

test('[A5] what a group does not show is shown to its own people and to those who run everything, and to nobody else', () => {
  const shape = withSpace('n', { opened: 'none' })
  const see = everybody.filter((who) => documentAccess(people[who], shape, draftsOfNantes))
  expect(see).toEqual([
    'guestOfNantes',
    'nantes',
    'facilitatorNantes',
    'cooperativeLife',
    'admin',
    'observer',
    'adminWhoObserves',
  ])
  // In its own room, and in the convergence, nothing of it is hidden by what it says in a joint one.
  expect(documentAccess(people.lyon, withSpace('n', { opened: 'none' }, nantes), draftsOfNantes)).toBe('read')
})

test('[A8] once a joint session is over a group’s drafts are its own again, until that group renews', () => {
  const over = { over: true, renewedBy: [] as string[] }
  const rights = (who: keyof typeof people, session: RoomShape['session'], opened?: 'write') => {
    const shape = { ...withSpace('n', opened ? { opened } : {}), ...(session ? { session } : {}) }
    return documentAccess(people[who], shape, draftsOfNantes)
  }
  for (const who of everybody) {
    const before = rights(who, undefined)
    const isOwn = people[who].groupIds.includes('n') && people[who].standing !== 'guest'
    const runs = ['cooperativeLife', 'admin', 'adminWhoObserves'].includes(who)
    expect(rights(who, { ...over, over: false }), who).toBe(before)
    expect(rights(who, over), who).toBe(isOwn || runs ? before : undefined)
    // Also where the group had opened its drafts to be written.
    expect(rights(who, over, 'write'), who).toBe(isOwn || runs ? before : undefined)
    expect(rights(who, { over: true, renewedBy: ['n'] }), who).toBe(before)
    // Another group that renews shows its own drafts, not these.
    expect(rights(who, { over: true, renewedBy: ['l'] }), who).toBe(isOwn || runs ? before : undefined)
  }
})

test('[A8] the joint drafts and the whiteboard stay with all groups; one room’s end says nothing of another room', () => {
  const ended: RoomShape = { ...joint, session: { over: true, renewedBy: [] } }
  for (const who of everybody)
    for (const document of [
      { kind: 'drafts', id: 'j' },
      { kind: 'whiteboard', id: 'joint' },
    ] as const)
      expect(documentAccess(people[who], ended, document), who).toBe(
        documentAccess(people[who], joint, document),
      )
  expect(
    documentAccess(people.lyon, { ...nantes, session: { over: true, renewedBy: [] } }, draftsOfNantes),
  ).toBe('read')
})
