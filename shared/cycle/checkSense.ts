// What a cycle file says in two places must agree. Completeness is not asked for: a cycle may be under way.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { type CycleProblem, type CycleProblemCode, placeOf } from '#shared/cycle/cycleProblem.ts'

type Tell = (
  path: readonly (string | number)[],
  code: CycleProblemCode,
  params?: CycleProblem['params'],
) => void

/** References must have been checked. All problems. */
export function checkSense(file: CycleFile): CycleProblem[] {
  const problems: CycleProblem[] = []
  const tell: Tell = (path, code, params = {}) => problems.push({ path: placeOf(path), code, params })
  checkDates(file, tell)
  checkMembership(file, tell)
  checkGroups(file, tell)
  checkSessions(file, tell)
  checkRecommendations(file, tell)
  checkDecisions(file, tell)
  return problems
}

const byId = <T extends { id: string }>(items: readonly T[] | undefined): Map<string, T> =>
  new Map((items ?? []).map((item) => [item.id, item]))

function checkDates(file: CycleFile, tell: Tell): void {
  const spans = [
    { path: ['cycle'], span: file.cycle },
    ...(file.cycle.stages ?? []).map((span, index) => ({ path: ['cycle', 'stages', index], span })),
    ...(file.planItems ?? []).map((span, index) => ({ path: ['planItems', index], span })),
  ]
  for (const { path, span } of spans) {
    if (span.end < span.start) tell([...path, 'end'], 'endBeforeStart', { start: span.start, end: span.end })
  }
  const { currentStage, stages = [] } = file.cycle
  if (currentStage && !stages.some(({ key }) => key === currentStage)) {
    tell(['cycle', 'currentStage'], 'unknownStage', { key: currentStage })
  }
}

function checkMembership(file: CycleFile, tell: Tell): void {
  const groups = byId(file.groups)
  for (const [index, member] of file.members.entries()) {
    for (const [place, id] of (member.groupIds ?? []).entries()) {
      if (!groups.get(id)?.memberIds?.includes(member.id)) {
        tell(['members', index, 'groupIds', place], 'notReciprocal', {
          id,
          field: 'memberIds',
          other: member.id,
        })
      }
    }
  }
}

function checkGroups(file: CycleFile, tell: Tell): void {
  const [members, themes, sessions] = [byId(file.members), byId(file.themes), byId(file.sessions)]
  for (const [index, group] of file.groups.entries()) {
    for (const [place, id] of (group.memberIds ?? []).entries()) {
      if (!members.get(id)?.groupIds?.includes(group.id)) {
        tell(['groups', index, 'memberIds', place], 'notReciprocal', {
          id,
          field: 'groupIds',
          other: group.id,
        })
      }
    }
    for (const [place, id] of (group.facilitatorIds ?? []).entries()) {
      if (!group.memberIds?.includes(id))
        tell(['groups', index, 'facilitatorIds', place], 'notMember', { id })
    }
    for (const [place, id] of (group.sessionIds ?? []).entries()) {
      if (!sessions.get(id)?.groupIds?.includes(group.id)) {
        tell(['groups', index, 'sessionIds', place], 'notReciprocal', {
          id,
          field: 'groupIds',
          other: group.id,
        })
      }
    }
    if (!themes.get(group.themeId)?.groupIds?.includes(group.id)) {
      tell(['groups', index, 'themeId'], 'notReciprocal', {
        id: group.themeId,
        field: 'groupIds',
        other: group.id,
      })
    }
  }
}

function checkSessions(file: CycleFile, tell: Tell): void {
  for (const [index, session] of (file.sessions ?? []).entries()) {
    const { attendance, joint, groupIds = [], roomMemberIds, remoteMemberIds } = session
    const inRoom = new Set(roomMemberIds)
    for (const [place, id] of (remoteMemberIds ?? []).entries()) {
      if (inRoom.has(id)) tell(['sessions', index, 'remoteMemberIds', place], 'bothModes', { id })
    }
    for (const [side, ids] of [
      ['room', roomMemberIds],
      ['remote', remoteMemberIds],
    ] as const) {
      // Who came may be left out; where it is told, the count must fit.
      if (ids && ids.length !== attendance[side]) {
        tell(['sessions', index, 'attendance', side], 'attendance', {
          count: attendance[side],
          listed: ids.length,
        })
      }
    }
    if (joint !== groupIds.length > 1)
      tell(['sessions', index, 'joint'], 'joint', { groups: groupIds.length })
  }
}

function checkRecommendations(file: CycleFile, tell: Tell): void {
  const drafts = byId(file.drafts)
  for (const [index, recommendation] of (file.recommendations ?? []).entries()) {
    for (const [place, { draftId, groupId }] of (recommendation.provenance ?? []).entries()) {
      const other = drafts.get(draftId)?.groupId ?? ''
      if (other !== groupId) {
        tell(['recommendations', index, 'provenance', place, 'groupId'], 'otherGroup', { id: draftId, other })
      }
    }
  }
  for (const [index, { inGroup, groupId }] of (file.ressentis ?? []).entries()) {
    if (inGroup !== (groupId !== null && groupId !== undefined))
      tell(['ressentis', index, 'inGroup'], 'inGroup')
  }
}

function checkDecisions(file: CycleFile, tell: Tell): void {
  const [decisions, sessions] = [byId(file.decisions), byId(file.boardSessions)]
  for (const [index, { boardId, boardSessionId }] of (file.decisions ?? []).entries()) {
    const other = boardSessionId ? (sessions.get(boardSessionId)?.boardId ?? '') : boardId
    if (other !== boardId)
      tell(['decisions', index, 'boardSessionId'], 'otherBoard', { id: boardSessionId ?? '', other })
  }
  for (const [index, item] of (file.planItems ?? []).entries()) {
    for (const [place, id] of (item.decisionIds ?? []).entries()) {
      const other = decisions.get(id)?.recommendationId ?? ''
      if (other !== item.recommendationId) {
        tell(['planItems', index, 'decisionIds', place], 'otherRecommendation', { id, other })
      }
    }
  }
}
