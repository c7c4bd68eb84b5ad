// A cycle file of a cooperative quite unlike the demo's, for tests: three entities, other stages, other scripts, markup-like and very long texts.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

const markup = `<script>alert('x')</script> & "quotes" 'apostrophes' \\ %s {{x}} \${y}; DROP TABLE themes; -- 🧶👩🏽‍🌾`
const long = 'Très long texte, κείμενο, 文章. '.repeat(40_000)

/** A fresh copy each time: whoever breaks it breaks only theirs. */
export function otherCooperative(): CycleFile {
  const file: CycleFile = {
    ...base,
    ...organisation,
    ...groups,
    ...meetings,
    ...recommendations,
    ...decisions,
  }
  return JSON.parse(JSON.stringify(file)) as CycleFile // a copy of the above
}

const base = { format: 'coop-cycle', formatVersion: 1, language: 'el', fictional: null } as const

const organisation = {
  organisation: {
    id: 'οργάνωση',
    name: 'Συνεταιρισμός « Μαζί »',
    shortName: null,
    kind: 'cooperative',
    description: markup,
    entityIds: ['e/3', 'e/1', 'e/2'],
    languages: ['el', 'ar', 'ja'],
  },
  entities: [
    { id: 'e/1', name: 'Ελλάδα', code: 'GR', country: 'GR', boardId: 'b 1', legalForm: '', languages: [] },
    {
      id: 'e/2',
      name: 'تونس',
      code: 'TN.1',
      country: 'TN',
      boardId: 'b 2',
      legalForm: null,
      languages: ['ar'],
    },
    {
      id: 'e/3',
      name: '日本',
      code: '<JP>',
      country: 'JP',
      boardId: null,
      legalForm: markup,
      languages: ['ja'],
    },
  ],
  boards: [
    {
      id: 'b 1',
      entityId: 'e/1',
      name: 'Συμβούλιο',
      members: [
        { id: 'bm1', displayName: "O'Brien; --", role: '', category: 'partner' as const, termEnds: null },
      ],
    },
    { id: 'b 2', entityId: 'e/2', name: 'المجلس', members: [] },
  ],
  team: [{ id: 'toString', displayName: 'عائشة', entityId: 'e/2', role: null }],
  antennas: [
    { id: 'a1', name: 'Αθήνα', city: null, country: null, entityId: 'e/1', lat: -33.000001, lon: 179.5 },
  ],
  cycle: {
    id: 'constructor',
    name: 'Κύκλος',
    edition: 1.5,
    start: '0099-02-28',
    end: '2400-02-29',
    dataAsOf: null,
    currentStage: 'σκέψη',
    stages: [
      { key: 'σκέψη', name: 'Σκέψη', start: '2023-01-01', end: '2023-06-30', order: 2 },
      { key: 'only other', name: markup, start: '2023-07-01', end: '2023-07-01', order: 1 },
    ],
    milestones: [],
  },
}

const groups = {
  themes: [
    {
      id: 'th',
      order: -1,
      title: long.slice(0, 500),
      jurisdictions: ['<JP>', 'GR'],
      question: null,
      whyPrioritised: markup,
      prioritisedBy: '',
      groupIds: ['g2', 'g1'],
      recommendationCount: 7,
      outcomeNote: null,
      contextIds: ['c1'],
    },
    { id: 'th-empty', order: 2, title: 'Κενό' },
  ],
  groups: [
    {
      id: 'g1',
      code: 'Ω',
      name: 'Ομάδα',
      themeId: 'th',
      antennaId: 'a1',
      entityIds: ['e/1'],
      onlineOnly: false,
      facilitatorIds: ['m2', 'm1'],
      memberIds: ['m1', 'm2', '__proto__'],
      partnerGroupIds: ['g2'],
      sessionIds: ['s1', 's2'],
      languages: ['el'],
      note: long,
      deliveredRecommendations: false,
    },
    {
      id: 'g2',
      code: 'two',
      name: '二',
      themeId: 'th',
      antennaId: null,
      entityIds: ['e/3', 'e/2'],
      onlineOnly: true,
      memberIds: ['m2'],
      sessionIds: ['s2'],
    },
  ],
  members: [
    {
      id: 'm1',
      displayName: 'Ανδρέας',
      entityId: 'e/1',
      antennaId: 'a1',
      groupIds: ['g1'],
      distanceKm: 0.25,
    },
    { id: 'm2', displayName: markup, groupIds: ['g2', 'g1'], memberSince: 1999, isFacilitator: true },
    { id: '__proto__', displayName: 'Proto', groupIds: ['g1'], modePreference: 'either' as const },
    { id: 'm4', displayName: 'Seul' },
  ],
}

const meetings = {
  sessions: [
    {
      id: 's2',
      groupIds: ['g2', 'g1'],
      date: '2023-02-01',
      startTime: '00:00',
      durationMin: 90.5,
      mode: 'hybrid' as const,
      joint: true,
      antennaIds: ['a1'],
      subject: markup,
      tools: ['τάμπλετ', ''],
      attendance: { room: 2, remote: 1, byGroup: [{ groupId: 'g1', room: 2, remote: 1 }] },
      roomMemberIds: ['m2', 'm1'],
      remoteMemberIds: ['__proto__'],
      numberInGroup: { g1: 2, g2: 1 },
    },
    { id: 's1', groupIds: ['g1'], date: '2023-01-31', joint: false, attendance: { room: 40, remote: 0 } },
  ],
  occasionalMeetings: [
    {
      id: 'o1',
      antennaId: null,
      themeId: 'th',
      note: '',
      meetings: [{ date: '2023-03-03', attendance: { room: 0, remote: 3 } }],
    },
  ],
  contextCards: [
    {
      id: 'c1',
      kind: 'legal' as const,
      title: 'Νόμος',
      jurisdictions: ['TN.1'],
      themeIds: ['th-empty', 'th'],
      text: 'court',
      source: null,
      date: '2024-02-29',
      fictional: false,
    },
  ],
}

const recommendations = {
  drafts: [
    {
      id: 'd1',
      groupId: 'g1',
      sessionId: null,
      authorIds: [],
      date: '2023-02-01',
      title: markup,
      text: long,
      status: null,
      recommendationIds: ['r1'],
    },
  ],
  recommendations: [
    {
      id: 'r1',
      code: null,
      themeId: 'th',
      title: 'Μια σύσταση που ξεπερνά κατά πολύ τους εκατόν δέκα χαρακτήρες '.repeat(5),
      summary: 'περίληψη '.repeat(200),
      constat: long,
      proposition: markup,
      moyens: '',
      nuances: [
        { id: 'n2', groupId: 'g2', type: 'minority' as const, text: markup },
        { id: 'n1', groupId: null, type: 'nuance' as const, text: '' },
      ],
      jurisdictions: ['<JP>', 'TN.1', 'GR'],
      kind: 'tool' as const,
      maturity: 'idea' as const,
      contextIds: [],
      groupIds: ['g1'],
      provenance: [{ draftId: 'd1', groupId: 'g1', relation: 'kept' as const }],
      status: null,
      updatedAt: '2023-06-01',
    },
  ],
}

const decisions = {
  ressentis: [
    {
      id: 'f1',
      recommendationId: 'r1',
      presentationId: null,
      feeling: 'inquiet' as const,
      comment: markup,
      entityId: null,
      inGroup: false,
      groupId: null,
      date: '2023-06-02',
    },
  ],
  boardSessions: [{ id: 'bs', boardId: 'b 1', date: '2023-06-03', presentIds: ['bm1'] }],
  decisions: [
    {
      id: 'x1',
      boardId: 'b 1',
      boardSessionId: 'bs',
      recommendationId: 'r1',
      decision: 'reformulate' as const,
      reason: long,
      basis: ['means' as const, 'object' as const],
      contextIds: ['c1'],
      newWording: markup,
      postponedUntil: null,
      date: '2023-06-03',
      votes: { for: 1, against: 0, abstain: 12 },
    },
  ],
  planItems: [
    {
      id: 'p1',
      recommendationId: 'r1',
      decisionIds: ['x1'],
      title: 'Σχέδιο',
      entityIds: ['e/2', 'e/1'],
      ownerTeamId: 'toString',
      ownerMemberIds: ['m4'],
      start: '2023-07-01',
      end: '2023-07-01',
      status: 'blocked' as const,
      progress: 33.3,
      updates: [
        { date: '2023-07-02', text: markup },
        { date: '2023-07-01', text: '' },
      ],
    },
  ],
  localInitiatives: [
    {
      id: 'i1',
      title: 'Τοπικό',
      kind: 'forum' as const,
      groupId: null,
      antennaId: 'a1',
      startedOn: '2023-05-05',
      peopleCount: 0,
    },
  ],
}
