// What the cycle's keeper tells when it is looked at from a day: the demo's moments, and what is not known yet.
import { describe, expect, test } from 'vitest'
import type { Cycle } from '#server/ports/cycle.ts'
import { demoCycle, demoMoments, type Json, onCycle, type WithCycle } from '#server/testing/cycleContract.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'

/** `open` gives an empty store. */
export function cycleMomentsContract(name: string, open: () => Promise<OpenPort<Cycle>>): void {
  describe(`cycle as of a moment: ${name}`, () => moments(onCycle(open)))
}

function moments(withCycle: WithCycle): void {
  test('shows exactly what the demo’s five moments count', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      const { moments } = demoMoments()
      expect(moments).toHaveLength(5)
      for (const { date: before, counts, currentStageKey } of moments) {
        const seen = await countsOn(cycle, before)
        const { draftsByGroup, verdicts, planByStatus } = counts
        expect(seen).toEqual({
          currentStageKey,
          sessionsHeld: counts.sessionsHeld,
          sessionsToday: counts.sessionsToday,
          contextCards: counts.contextCards,
          drafts: counts.drafts,
          recommendations: counts.recommendations,
          recommendationsFinal: counts.recommendationsFinal,
          presentations: counts.presentations,
          ressentis: counts.ressentis,
          boardSessions: counts.boardSessions,
          verdictsTotal: counts.verdictsTotal,
          planItems: counts.planItems,
          planUpdates: counts.planUpdates,
          initiatives: counts.initiatives,
        })
        for (const [groupId, drafts] of Object.entries(draftsByGroup)) {
          expect(await cycle.drafts({ before, groupId })).toHaveLength(drafts as number)
        }
        for (const [boardId, verdict] of Object.entries<Json>(verdicts)) {
          expect(await cycle.decisions({ before, boardId })).toHaveLength(verdict.total)
        }
        if (planByStatus) {
          const statuses = (await cycle.planItems({ before })).map(({ status }) => status)
          for (const [status, count] of Object.entries(planByStatus)) {
            expect(statuses.filter((one) => one === status)).toHaveLength(count as number)
          }
        }
      }
    }))

  test('tells nothing of what is not known yet', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      const before = '2020-04-14'
      for (const draft of await cycle.drafts({ before }))
        expect(draft).toMatchObject({ status: null, recommendationIds: [] })
      for (const theme of await cycle.themes({ before }))
        expect(theme).toMatchObject({ recommendationCount: null, outcomeNote: null })
      for (const group of await cycle.groups({ before })) expect(group.deliveredRecommendations).toBeNull()
      for (const initiative of await cycle.localInitiatives({ before }))
        expect(initiative).toMatchObject({ status: 'active', recommendationIds: [] })
      for (const session of await cycle.sessions({ before })) {
        if (session.when === 'held') expect(session.attendance).not.toBeNull()
        else expect(session).toMatchObject({ attendance: null, roomMemberIds: [], remoteMemberIds: [] })
        if (session.when === 'planned')
          expect(session).toMatchObject({ subject: null, mode: null, tools: [], antennaIds: [] })
      }
      for (const item of await cycle.planItems({ before: '2020-11-01' }))
        expect(item).toMatchObject({ status: 'not_started', progress: 0 })
      // Whoever names no day sees everything as it stands.
      expect((await cycle.drafts()).some(({ status }) => status !== null)).toBe(true)
      expect((await cycle.planItems()).some(({ progress }) => progress > 0)).toBe(true)
    }))

  test('keeps the file’s order and filters', () =>
    withCycle(async (cycle) => {
      const file = demoCycle()
      await cycle.importFile(file)
      const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
      expect(await cycle.sessions()).toEqual(
        file.sessions.map((session: Json) => ({ ...session, when: 'held' })),
      )
      expect(await cycle.members()).toEqual(file.members)
      expect(await cycle.boards()).toEqual(file.boards)
      const nantes = file.groups.find(({ code }: Json) => code === 'NTE')
      expect(await cycle.group('nte')).toEqual(nantes)
      expect(ids(await cycle.members({ groupId: nantes.id }))).toEqual(nantes.memberIds)
      expect(ids(await cycle.members({ ids: ['mem-161', 'mem-147'] })).sort()).toEqual(['mem-147', 'mem-161'])
      expect(ids(await cycle.sessions({ groupId: nantes.id }))).toEqual(nantes.sessionIds)
      expect(await cycle.sessions({ ids: [] })).toEqual([])
      const about = await cycle.about()
      expect(about).toMatchObject({
        organisation: file.organisation,
        cycle: file.cycle,
        language: 'fr',
        fictional: true,
      })
      const own = (item: Json) => item.groupIds.includes(nantes.id)
      expect(ids(await cycle.recommendations({ groupId: nantes.id }))).toEqual(
        ids(file.recommendations.filter(own)),
      )
      expect(await cycle.person('bm-be-1')).toMatchObject({
        kind: 'board',
        displayName: 'Hilde M.',
        board: { id: 'board-be' },
      })
      expect(await cycle.person('mem-147')).toMatchObject({
        kind: 'member',
        member: { groupIds: [nantes.id] },
      })
      expect(await cycle.person('team-nora')).toMatchObject({ kind: 'team' })
      expect(await cycle.person('ent-be')).toBeUndefined()
    }))
}

async function countsOn(cycle: Cycle, before: string): Promise<Record<string, unknown>> {
  const sessions = await cycle.sessions({ before })
  const recommendations = await cycle.recommendations({ before })
  const planItems = await cycle.planItems({ before })
  return {
    currentStageKey: (await cycle.about({ before }))?.cycle.currentStage,
    sessionsHeld: sessions.filter(({ when }) => when === 'held').length,
    sessionsToday: sessions.filter(({ when }) => when === 'today').map(({ id }) => id),
    contextCards: (await cycle.contextCards({ before })).length,
    drafts: (await cycle.drafts({ before })).length,
    recommendations: recommendations.length,
    recommendationsFinal: recommendations.filter(({ final }) => final).length,
    presentations: (await cycle.presentations({ before })).length,
    ressentis: (await cycle.ressentis({ before })).length,
    boardSessions: (await cycle.boardSessions({ before })).length,
    verdictsTotal: (await cycle.decisions({ before })).length,
    planItems: planItems.length,
    planUpdates: planItems.reduce((sum, { updates }) => sum + updates.length, 0),
    initiatives: (await cycle.localInitiatives({ before })).length,
  }
}
