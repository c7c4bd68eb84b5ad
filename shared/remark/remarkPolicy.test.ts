// Who may remark and decide, as a table that reads like the rules.
import { describe, expect, test } from 'vitest'
import type { Opening, Person, RoomShape } from '#shared/people/access.ts'
import type { RemarkKind, RemarkStatus } from '#shared/remark/remark.ts'
import { actsOn, mayDecideRemark, mayRemark } from '#shared/remark/remarkPolicy.ts'

const person = (more: Partial<Person>): Person => ({
  standing: 'member',
  role: 'participant',
  groupIds: [],
  ...more,
})
const people: Record<string, Person> = {
  'a member of the group': person({ groupIds: ['n'] }),
  'a guest': person({ standing: 'guest' }),
  'a guest of the other group': person({ standing: 'guest', groupIds: ['l'] }),
  'the other group’s member': person({ groupIds: ['l'] }),
  'a third group’s member': person({ groupIds: ['e'] }),
  'an observer of the group': person({ groupIds: ['n'], role: 'observer' }),
  'the team': person({ standing: 'team' }),
  'a board': person({ standing: 'board' }),
  'cooperative life': person({ standing: 'cooperative-life' }),
}

const own = (more: Partial<RoomShape> = {}): RoomShape => ({
  ...{ id: 'own', kind: 'group', groupIds: ['n'], spaces: [{ spaceId: 'sn', groupId: 'n' }], ...more },
})
const joint = (opened?: Opening, more: Partial<RoomShape> = {}): RoomShape => ({
  ...{ id: 'joint', kind: 'joint', groupIds: ['n', 'l'] },
  spaces: [
    { spaceId: 'sj', groupId: null },
    { spaceId: 'sn', groupId: 'n', ...(opened ? { opened } : {}) },
  ],
  ...more,
})
const over = { session: { over: true, renewedBy: [] } }

type Row = readonly [where: string, room: RoomShape, space: string, may: string, decides: string]
const writers = 'a member of the group, a guest'
const rows: readonly Row[] = [
  [
    'own room',
    own(),
    'sn',
    `${writers}, a guest of the other group, the other group’s member, a third group’s member, the team, cooperative life`,
    `${writers}, a guest of the other group, cooperative life`,
  ],
  // [A6] Behind the door only the room's people are left.
  [
    'own room, door closed',
    own({ doorOpen: false }),
    'sn',
    `${writers}, a guest of the other group, cooperative life`,
    `${writers}, a guest of the other group, cooperative life`,
  ],
  ...(['read', undefined] as const).map(
    (opened): Row => [
      `joint room, the group’s text, ${opened ?? 'nothing'} said`,
      joint(opened),
      'sn',
      'a member of the group, cooperative life',
      'a member of the group, cooperative life',
    ],
  ),
  [
    'joint room, opened to comment',
    joint('comment'),
    'sn',
    `${writers}, a guest of the other group, the other group’s member, cooperative life`,
    'a member of the group, cooperative life',
  ],
  [
    'joint room, opened to write',
    joint('write'),
    'sn',
    `${writers}, a guest of the other group, the other group’s member, cooperative life`,
    `${writers}, a guest of the other group, the other group’s member, cooperative life`,
  ],
  [
    'joint room, not shown',
    joint('none'),
    'sn',
    'a member of the group, cooperative life',
    'a member of the group, cooperative life',
  ],
  [
    'joint room, the joint text',
    joint(),
    'sj',
    `${writers}, a guest of the other group, the other group’s member, cooperative life`,
    `${writers}, a guest of the other group, the other group’s member, cooperative life`,
  ],
  [
    'joint session that is over',
    joint('comment', over),
    'sn',
    'a member of the group, cooperative life',
    'a member of the group, cooperative life',
  ],
  ['convergence', { ...own(), kind: 'convergence' }, 'sn', 'cooperative life', 'cooperative life'],
  ['a space of another room', own(), 'sl', '', ''],
]

const named = (room: RoomShape, space: string, may: typeof mayRemark): string =>
  Object.entries(people)
    .filter(([, one]) => may(one, room, { kind: 'drafts', id: space }))
    .map(([name]) => name)
    .sort()
    .join(', ')
const sorted = (names: string): string => names.split(', ').sort().join(', ')

describe('[R1] [R2] who remarks, and who decides', () => {
  test.each(rows)('%s', (_where, room, space, may, decides) => {
    expect(named(room, space, mayRemark)).toBe(sorted(may))
    expect(named(room, space, mayDecideRemark)).toBe(sorted(decides))
  })

  test('an aparté takes remarks of its people until it is closed; a whiteboard takes none', () => {
    const seat = person({ seats: [{ id: 'seat' }] })
    const aparte = (closed: boolean): RoomShape => own({ aparte: { parentId: 'p', seats: ['seat'], closed } })
    const drafts = { kind: 'drafts', id: 'sn' } as const
    expect(mayRemark(seat, aparte(false), drafts)).toBe(true)
    expect(mayRemark(seat, aparte(true), drafts)).toBe(false)
    expect(mayRemark(people['cooperative life'] ?? seat, aparte(false), drafts)).toBe(false)
    expect(mayRemark(person({ groupIds: ['n'] }), own(), { kind: 'whiteboard', id: 'own' })).toBe(false)
  })
})

const writer = { remark: true, decide: true, adopted: false }
const reader = { remark: true, decide: false, adopted: false }
const onlooker = { remark: false, decide: false, adopted: false }
const acts = (
  kind: RemarkKind,
  status: RemarkStatus,
  [mine, answered, rights]: readonly [boolean, boolean, typeof writer],
): string => actsOn({ kind, status, mine, answered }, rights).join(' ')

describe('[R2] [R3] [R7] what may be done with a remark', () => {
  test.each([
    [
      'a writer, another’s suggestion',
      'suggestion',
      'open',
      [false, false, writer],
      'reply accept refuse renew',
    ],
    ['its author who reads', 'suggestion', 'open', [true, false, reader], 'reply edit renew withdraw'],
    ['its author once answered', 'suggestion', 'open', [true, true, reader], 'reply renew withdraw'],
    ['another reader', 'suggestion', 'open', [false, false, reader], 'reply'],
    ['an onlooker', 'suggestion', 'open', [false, false, onlooker], ''],
    ['its author who may no longer remark', 'comment', 'open', [true, false, onlooker], ''],
    [
      'a writer of an adopted text',
      'suggestion',
      'open',
      [false, false, { ...writer, adopted: true }],
      'reply refuse',
    ],
    ['accepted', 'suggestion', 'accepted', [true, false, writer], 'reply'],
    ['refused', 'suggestion', 'refused', [true, false, writer], 'reply'],
    ['a writer, another’s comment', 'comment', 'open', [false, false, writer], 'reply resolve'],
    ['its author', 'comment', 'open', [true, false, reader], 'reply edit resolve withdraw'],
    ['resolved, its author', 'comment', 'resolved', [true, true, reader], 'reply reopen'],
    ['resolved, another reader', 'comment', 'resolved', [false, true, reader], 'reply'],
    ['withdrawn', 'comment', 'withdrawn', [true, false, writer], ''],
  ] as const)('%s', (_who, kind, status, [mine, answered, rights], expected) => {
    expect(acts(kind, status, [mine, answered, rights])).toBe(expected)
  })
})
