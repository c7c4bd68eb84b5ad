// The tables of a cooperative's cycle, as Kysely sees them. Columns are the format's fields in snake case; lists of ids are tables of their
// own with positions. `extras` keeps, as JSON, what a file says beyond the format. Booleans are 0 or 1, lists of words are JSON text.

interface Extras {
  extras: string | null
}
interface Record extends Extras {
  id: string
  position: number
}
type Flag = number | null

interface OrganisationTables {
  cycle_file: Record & {
    format: string
    format_version: number
    language: string
    fictional: Flag
    disclaimer: string | null
  }
  organisation: Record & {
    name: string
    short_name: string | null
    kind: string | null
    description: string | null
    languages: string | null
  }
  organisation_entities: { organisation_id: string; entity_id: string; position: number }
  entities: Record & {
    name: string
    code: string
    country: string | null
    board_id: string | null
    legal_form: string | null
    languages: string | null
  }
  boards: Record & { entity_id: string; name: string }
  board_members: Record & {
    board_id: string
    display_name: string
    role: string | null
    category: string | null
    term_ends: number | null
    volunteer: Flag
  }
  team: Record & { display_name: string; entity_id: string | null; role: string | null }
  antennas: Record & {
    name: string
    city: string | null
    country: string | null
    entity_id: string | null
    lat: number | null
    lon: number | null
  }
  cycle: Record & {
    name: string
    edition: number | null
    start: string
    end: string
    data_as_of: string | null
    current_stage: string | null
  }
  cycle_stages: Extras & {
    cycle_id: string
    position: number
    key: string
    name: string
    start: string
    end: string
    order: number
  }
  cycle_milestones: Extras & { cycle_id: string; position: number; date: string; label: string }
}

interface GroupTables {
  themes: Record & {
    order: number
    title: string
    question: string | null
    why_prioritised: string | null
    prioritised_by: string | null
    recommendation_count: number | null
    outcome_note: string | null
  }
  theme_jurisdictions: { theme_id: string; entity_id: string; position: number }
  theme_groups: { theme_id: string; group_id: string; position: number }
  theme_context_cards: { theme_id: string; context_card_id: string; position: number }
  groups: Record & {
    code: string
    name: string
    theme_id: string
    antenna_id: string | null
    online_only: Flag
    languages: string | null
    note: string | null
    delivered_recommendations: Flag
  }
  group_entities: { group_id: string; entity_id: string; position: number }
  group_partners: { group_id: string; partner_group_id: string; position: number }
  /** Who belongs to which group, who facilitates it, and each one's place in the lists of both sides. */
  group_members: {
    group_id: string
    member_id: string
    position_in_group: number | null
    position_in_member: number | null
    facilitator_position: number | null
  }
  members: Record & {
    display_name: string
    entity_id: string | null
    antenna_id: string | null
    trade: string | null
    mode_preference: string | null
    language: string | null
    member_since: number | null
    distance_km: number | null
    is_facilitator: Flag
  }
}

interface MeetingTables {
  sessions: Record & {
    date: string
    start_time: string | null
    duration_min: number | null
    mode: string | null
    joint: Flag
    subject: string | null
    tools: string | null
    attendance_room: number
    attendance_remote: number
  }
  /** Which groups meet, and the number that the session has in each. */
  session_groups: {
    session_id: string
    group_id: string
    position_in_session: number | null
    position_in_group: number | null
    number_in_group: number | null
  }
  session_group_attendance: Extras & {
    session_id: string
    position: number
    group_id: string
    room: number
    remote: number
  }
  session_antennas: { session_id: string; antenna_id: string; position: number }
  session_attendance: {
    session_id: string
    member_id: string
    room_position: number | null
    remote_position: number | null
  }
  occasional_meetings: Record & { antenna_id: string | null; theme_id: string | null; note: string | null }
  occasional_meeting_dates: Extras & {
    occasional_meetings_id: string
    position: number
    date: string
    mode: string | null
    attendance_room: number
    attendance_remote: number
    subject: string | null
  }
  context_cards: Record & {
    kind: string
    title: string
    text: string
    source: string | null
    date: string
    fictional: Flag
  }
  context_card_jurisdictions: { context_card_id: string; entity_id: string; position: number }
  context_card_themes: { context_card_id: string; theme_id: string; position: number }
}

interface RecommendationTables {
  /** The short drafts of a cycle file; what is being written live is in the documents. */
  drafts: Record & {
    group_id: string
    session_id: string | null
    date: string
    title: string
    text: string
    status: string | null
  }
  draft_authors: { draft_id: string; member_id: string; position: number }
  draft_recommendations: { draft_id: string; recommendation_id: string; position: number }
  recommendations: Record & {
    code: string | null
    theme_id: string
    title: string
    summary: string
    constat: string
    proposition: string
    moyens: string
    kind: string | null
    maturity: string | null
    status: string | null
    updated_at: string
  }
  nuances: Record & { recommendation_id: string; group_id: string | null; type: string; text: string }
  recommendation_jurisdictions: { recommendation_id: string; entity_id: string; position: number }
  recommendation_context_cards: { recommendation_id: string; context_card_id: string; position: number }
  recommendation_groups: { recommendation_id: string; group_id: string; position: number }
  recommendation_provenance: Extras & {
    recommendation_id: string
    position: number
    draft_id: string
    group_id: string
    relation: string
  }
}

interface ConsultationTables {
  presentations: Record & {
    date: string
    start_time: string | null
    duration_min: number | null
    mode: string | null
    title: string
    attendance_room: number
    attendance_remote: number
    summary: string | null
  }
  presentation_entity_attendance: Extras & {
    presentation_id: string
    position: number
    entity_id: string
    room: number | null
    remote: number | null
  }
  presentation_themes: { presentation_id: string; theme_id: string; position: number }
  presentation_hosts: { presentation_id: string; team_id: string; position: number }
  ressentis: Record & {
    recommendation_id: string
    presentation_id: string | null
    feeling: string
    comment: string | null
    entity_id: string | null
    in_group: Flag
    group_id: string | null
    date: string
  }
}

interface DecisionTables {
  board_sessions: Record & { board_id: string; date: string; mode: string | null; subject: string | null }
  board_session_presents: { board_session_id: string; board_member_id: string; position: number }
  decisions: Record & {
    board_id: string
    board_session_id: string | null
    recommendation_id: string
    decision: string
    reason: string
    basis: string | null
    new_wording: string | null
    postponed_until: string | null
    date: string
    votes_for: number | null
    votes_against: number | null
    votes_abstain: number | null
  }
  decision_context_cards: { decision_id: string; context_card_id: string; position: number }
  plan_items: Record & {
    recommendation_id: string
    title: string
    owner_team_id: string | null
    start: string
    end: string
    status: string
    progress: number
  }
  plan_item_decisions: { plan_item_id: string; decision_id: string; position: number }
  plan_item_entities: { plan_item_id: string; entity_id: string; position: number }
  plan_item_owners: { plan_item_id: string; member_id: string; position: number }
  plan_item_updates: Extras & { plan_item_id: string; position: number; date: string; text: string }
  local_initiatives: Record & {
    title: string
    description: string | null
    kind: string | null
    group_id: string | null
    antenna_id: string | null
    started_on: string
    status: string | null
    people_count: number | null
  }
  local_initiative_recommendations: {
    local_initiative_id: string
    recommendation_id: string
    position: number
  }
}

export interface CycleSchema
  extends OrganisationTables,
    GroupTables,
    MeetingTables,
    RecommendationTables,
    ConsultationTables,
    DecisionTables {}
