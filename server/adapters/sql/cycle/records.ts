// The layout of every record of the coop-cycle format, in the order of the file.
import { codes, list, part, place, type RecordLayout, record } from '#server/adapters/sql/cycle/layout.ts'
import { consultation, decisions, recommendations } from '#server/adapters/sql/cycle/recommendationLayouts.ts'

const boardMembers = record('board_members', {
  displayName: 'text',
  role: 'text',
  category: 'text',
  termEnds: 'number',
  volunteer: 'boolean',
})

/** The file itself: what stands at its top level beside the lists. Its row's id is ours, not a field. */
export const fileRecord: RecordLayout = {
  ...place('cycle_file', {
    format: 'text',
    formatVersion: 'number',
    language: 'text',
    fictional: 'boolean',
    disclaimer: 'text',
  }),
  hasId: true,
}

/** Records of which a file has exactly one. */
export const singles: Readonly<Record<'organisation' | 'cycle', RecordLayout>> = {
  organisation: record(
    'organisation',
    { name: 'text', shortName: 'text', kind: 'text', description: 'text', languages: 'json' },
    { lists: [list('entityIds', 'organisation_entities', 'organisation_id -> entity_id')] },
  ),
  cycle: record(
    'cycle',
    { name: 'text', edition: 'number', start: 'text', end: 'text', dataAsOf: 'text', currentStage: 'text' },
    {
      parts: [
        part(
          'stages',
          'cycle_id',
          place('cycle_stages', { key: 'text', name: 'text', start: 'text', end: 'text', order: 'number' }),
        ),
        part('milestones', 'cycle_id', place('cycle_milestones', { date: 'text', label: 'text' })),
      ],
    },
  ),
}

const organisations = {
  entities: record('entities', {
    name: 'text',
    code: 'text',
    country: 'text',
    boardId: 'text',
    legalForm: 'text',
    languages: 'json',
  }),
  boards: record(
    'boards',
    { entityId: 'text', name: 'text' },
    { parts: [part('members', 'board_id', boardMembers)] },
  ),
  team: record('team', { displayName: 'text', entityId: 'text', role: 'text' }),
  antennas: record('antennas', {
    name: 'text',
    city: 'text',
    country: 'text',
    entityId: 'text',
    lat: 'number',
    lon: 'number',
  }),
}

const groups = {
  themes: record(
    'themes',
    {
      order: 'number',
      title: 'text',
      question: 'text',
      whyPrioritised: 'text',
      prioritisedBy: 'text',
      recommendationCount: 'number',
      outcomeNote: 'text',
    },
    {
      lists: [
        codes('jurisdictions', 'theme_jurisdictions', 'theme_id'),
        list('groupIds', 'theme_groups', 'theme_id -> group_id'),
        list('contextIds', 'theme_context_cards', 'theme_id -> context_card_id'),
      ],
    },
  ),
  groups: record(
    'groups',
    {
      code: 'text',
      name: 'text',
      themeId: 'text',
      antennaId: 'text',
      onlineOnly: 'boolean',
      languages: 'json',
      note: 'text',
      deliveredRecommendations: 'boolean',
    },
    {
      lists: [
        list('entityIds', 'group_entities', 'group_id -> entity_id'),
        list('facilitatorIds', 'group_members', 'group_id -> member_id', 'facilitator_position'),
        list('memberIds', 'group_members', 'group_id -> member_id', 'position_in_group'),
        list('partnerGroupIds', 'group_partners', 'group_id -> partner_group_id'),
        list('sessionIds', 'session_groups', 'group_id -> session_id', 'position_in_group'),
      ],
    },
  ),
}

const occasionalDates = place('occasional_meeting_dates', {
  date: 'text',
  mode: 'text',
  'attendance.room': 'number',
  'attendance.remote': 'number',
  subject: 'text',
})

const groupAttendance = place('session_group_attendance', {
  groupId: 'text',
  room: 'number',
  remote: 'number',
})

const meetings = {
  occasionalMeetings: record(
    'occasional_meetings',
    { antennaId: 'text', themeId: 'text', note: 'text' },
    { parts: [part('meetings', 'occasional_meetings_id', occasionalDates)] },
  ),
  members: record(
    'members',
    {
      displayName: 'text',
      entityId: 'text',
      antennaId: 'text',
      trade: 'text',
      modePreference: 'text',
      language: 'text',
      memberSince: 'number',
      distanceKm: 'number',
      isFacilitator: 'boolean',
    },
    { lists: [list('groupIds', 'group_members', 'member_id -> group_id', 'position_in_member')] },
  ),
  sessions: record(
    'sessions',
    {
      date: 'text',
      startTime: 'text',
      durationMin: 'number',
      mode: 'text',
      joint: 'boolean',
      subject: 'text',
      tools: 'json',
      'attendance.room': 'number',
      'attendance.remote': 'number',
    },
    {
      lists: [
        list('groupIds', 'session_groups', 'session_id -> group_id', 'position_in_session'),
        list('antennaIds', 'session_antennas', 'session_id -> antenna_id'),
        list('roomMemberIds', 'session_attendance', 'session_id -> member_id', 'room_position'),
        list('remoteMemberIds', 'session_attendance', 'session_id -> member_id', 'remote_position'),
      ],
      parts: [part('attendance.byGroup', 'session_id', groupAttendance)],
      maps: [
        {
          field: 'numberInGroup',
          table: 'session_groups',
          parent: 'session_id',
          key: 'group_id',
          value: 'number_in_group',
        },
      ],
    },
  ),
  contextCards: record(
    'context_cards',
    { kind: 'text', title: 'text', text: 'text', source: 'text', date: 'text', fictional: 'boolean' },
    {
      lists: [
        codes('jurisdictions', 'context_card_jurisdictions', 'context_card_id'),
        list('themeIds', 'context_card_themes', 'context_card_id -> theme_id'),
      ],
    },
  ),
}

export const collections = {
  ...organisations,
  ...groups,
  ...meetings,
  ...recommendations,
  ...consultation,
  ...decisions,
} satisfies Record<string, RecordLayout>

export type CollectionName = keyof typeof collections

export const collectionNames = Object.keys(collections) as CollectionName[] // the keys of the object above
