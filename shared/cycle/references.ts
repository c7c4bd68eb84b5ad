// Which field of a cycle file refers to what.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

/** Collections by the name they have in a file, `boardMembers` inside boards, and `nuances` which nothing refers to. */
export const kinds = [
  'organisation',
  'entities',
  'boards',
  'boardMembers',
  'team',
  'antennas',
  'cycle',
  'themes',
  'groups',
  'occasionalMeetings',
  'members',
  'sessions',
  'contextCards',
  'drafts',
  'recommendations',
  'nuances',
  'presentations',
  'ressentis',
  'boardSessions',
  'decisions',
  'planItems',
  'localInitiatives',
] as const

export type Kind = (typeof kinds)[number]

/** An id of that kind, or the code of an entity. */
export type Target = Kind | 'entityCode'

/**
 * Place in the file -> what stands there. `[]` goes through a list; at the end it says that the field is a list of references; `{}`
 * stands for the names of an object's fields.
 */
export const references: Readonly<Record<string, Target>> = {
  'organisation.entityIds[]': 'entities',
  'entities[].boardId': 'boards',
  'boards[].entityId': 'entities',
  'team[].entityId': 'entities',
  'antennas[].entityId': 'entities',
  'themes[].jurisdictions[]': 'entityCode',
  'themes[].groupIds[]': 'groups',
  'themes[].contextIds[]': 'contextCards',
  'groups[].themeId': 'themes',
  'groups[].antennaId': 'antennas',
  'groups[].entityIds[]': 'entities',
  'groups[].facilitatorIds[]': 'members',
  'groups[].memberIds[]': 'members',
  'groups[].partnerGroupIds[]': 'groups',
  'groups[].sessionIds[]': 'sessions',
  'occasionalMeetings[].antennaId': 'antennas',
  'occasionalMeetings[].themeId': 'themes',
  'members[].entityId': 'entities',
  'members[].antennaId': 'antennas',
  'members[].groupIds[]': 'groups',
  'sessions[].groupIds[]': 'groups',
  'sessions[].antennaIds[]': 'antennas',
  'sessions[].attendance.byGroup[].groupId': 'groups',
  'sessions[].roomMemberIds[]': 'members',
  'sessions[].remoteMemberIds[]': 'members',
  'sessions[].numberInGroup{}': 'groups',
  'contextCards[].jurisdictions[]': 'entityCode',
  'contextCards[].themeIds[]': 'themes',
  'drafts[].groupId': 'groups',
  'drafts[].sessionId': 'sessions',
  'drafts[].authorIds[]': 'members',
  'drafts[].recommendationIds[]': 'recommendations',
  'recommendations[].themeId': 'themes',
  'recommendations[].nuances[].groupId': 'groups',
  'recommendations[].jurisdictions[]': 'entityCode',
  'recommendations[].contextIds[]': 'contextCards',
  'recommendations[].groupIds[]': 'groups',
  'recommendations[].provenance[].draftId': 'drafts',
  'recommendations[].provenance[].groupId': 'groups',
  'presentations[].themeIds[]': 'themes',
  'presentations[].attendance.byEntity[].entityId': 'entities',
  'presentations[].hostIds[]': 'team',
  'ressentis[].recommendationId': 'recommendations',
  'ressentis[].presentationId': 'presentations',
  'ressentis[].entityId': 'entities',
  'ressentis[].groupId': 'groups',
  'boardSessions[].boardId': 'boards',
  'boardSessions[].presentIds[]': 'boardMembers',
  'decisions[].boardId': 'boards',
  'decisions[].boardSessionId': 'boardSessions',
  'decisions[].recommendationId': 'recommendations',
  'decisions[].contextIds[]': 'contextCards',
  'planItems[].recommendationId': 'recommendations',
  'planItems[].decisionIds[]': 'decisions',
  'planItems[].entityIds[]': 'entities',
  'planItems[].ownerTeamId': 'team',
  'planItems[].ownerMemberIds[]': 'members',
  'localInitiatives[].groupId': 'groups',
  'localInitiatives[].antennaId': 'antennas',
  'localInitiatives[].recommendationIds[]': 'recommendations',
}

/** Every id of a file with its kind and place. */
export function* idsOf(file: CycleFile): Generator<{ id: string; kind: Kind; path: (string | number)[] }> {
  for (const kind of kinds) {
    if (kind === 'boardMembers' || kind === 'nuances') continue
    const held = file[kind]
    if (!Array.isArray(held)) {
      if (held) yield { id: held.id, kind, path: [kind, 'id'] }
      continue
    }
    for (const [index, item] of held.entries()) yield { id: item.id, kind, path: [kind, index, 'id'] }
  }
  for (const [index, board] of file.boards.entries()) {
    for (const [place, { id }] of (board.members ?? []).entries()) {
      yield { id, kind: 'boardMembers', path: ['boards', index, 'members', place, 'id'] }
    }
  }
  for (const [index, recommendation] of (file.recommendations ?? []).entries()) {
    for (const [place, { id }] of (recommendation.nuances ?? []).entries()) {
      yield { id, kind: 'nuances', path: ['recommendations', index, 'nuances', place, 'id'] }
    }
  }
}
