// The layout of drafts, recommendations, their reception and the decisions on them.
import { codes, list, part, place, record } from '#server/adapters/sql/cycle/layout.ts'

const provenance = place('recommendation_provenance', { draftId: 'text', groupId: 'text', relation: 'text' })

export const recommendations = {
  drafts: record(
    'drafts',
    { groupId: 'text', sessionId: 'text', date: 'text', title: 'text', text: 'text', status: 'text' },
    {
      lists: [
        list('authorIds', 'draft_authors', 'draft_id -> member_id'),
        list('recommendationIds', 'draft_recommendations', 'draft_id -> recommendation_id'),
      ],
    },
  ),
  recommendations: record(
    'recommendations',
    {
      code: 'text',
      themeId: 'text',
      title: 'text',
      summary: 'text',
      constat: 'text',
      proposition: 'text',
      moyens: 'text',
      kind: 'text',
      maturity: 'text',
      status: 'text',
      updatedAt: 'text',
    },
    {
      lists: [
        codes('jurisdictions', 'recommendation_jurisdictions', 'recommendation_id'),
        list('contextIds', 'recommendation_context_cards', 'recommendation_id -> context_card_id'),
        list('groupIds', 'recommendation_groups', 'recommendation_id -> group_id'),
      ],
      parts: [
        part(
          'nuances',
          'recommendation_id',
          record('nuances', { groupId: 'text', type: 'text', text: 'text' }),
        ),
        part('provenance', 'recommendation_id', provenance),
      ],
    },
  ),
}

const entityAttendance = place('presentation_entity_attendance', {
  entityId: 'text',
  room: 'number',
  remote: 'number',
})

export const consultation = {
  presentations: record(
    'presentations',
    {
      date: 'text',
      startTime: 'text',
      durationMin: 'number',
      mode: 'text',
      title: 'text',
      'attendance.room': 'number',
      'attendance.remote': 'number',
      summary: 'text',
    },
    {
      lists: [
        list('themeIds', 'presentation_themes', 'presentation_id -> theme_id'),
        list('hostIds', 'presentation_hosts', 'presentation_id -> team_id'),
      ],
      parts: [part('attendance.byEntity', 'presentation_id', entityAttendance)],
    },
  ),
  ressentis: record('ressentis', {
    recommendationId: 'text',
    presentationId: 'text',
    feeling: 'text',
    comment: 'text',
    entityId: 'text',
    inGroup: 'boolean',
    groupId: 'text',
    date: 'text',
  }),
}

export const decisions = {
  boardSessions: record(
    'board_sessions',
    { boardId: 'text', date: 'text', mode: 'text', subject: 'text' },
    { lists: [list('presentIds', 'board_session_presents', 'board_session_id -> board_member_id')] },
  ),
  decisions: record(
    'decisions',
    {
      boardId: 'text',
      boardSessionId: 'text',
      recommendationId: 'text',
      decision: 'text',
      reason: 'text',
      basis: 'json',
      newWording: 'text',
      postponedUntil: 'text',
      date: 'text',
      'votes.for': 'number',
      'votes.against': 'number',
      'votes.abstain': 'number',
    },
    { lists: [list('contextIds', 'decision_context_cards', 'decision_id -> context_card_id')] },
  ),
  planItems: record(
    'plan_items',
    {
      recommendationId: 'text',
      title: 'text',
      ownerTeamId: 'text',
      start: 'text',
      end: 'text',
      status: 'text',
      progress: 'number',
    },
    {
      lists: [
        list('decisionIds', 'plan_item_decisions', 'plan_item_id -> decision_id'),
        list('entityIds', 'plan_item_entities', 'plan_item_id -> entity_id'),
        list('ownerMemberIds', 'plan_item_owners', 'plan_item_id -> member_id'),
      ],
      parts: [part('updates', 'plan_item_id', place('plan_item_updates', { date: 'text', text: 'text' }))],
    },
  ),
  localInitiatives: record(
    'local_initiatives',
    {
      title: 'text',
      description: 'text',
      kind: 'text',
      groupId: 'text',
      antennaId: 'text',
      startedOn: 'text',
      status: 'text',
      peopleCount: 'number',
    },
    {
      lists: [
        list(
          'recommendationIds',
          'local_initiative_recommendations',
          'local_initiative_id -> recommendation_id',
        ),
      ],
    },
  ),
}
