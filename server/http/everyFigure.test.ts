// Every figure that a page shows, as the server sends it or the page's own function counts it, beside the demo's file and its moments.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { demoCycleFile, personaKeys, readDemoData } from '#server/features/demo/demoData.ts'
import { ensureDemo } from '#server/features/demo/loadDemo.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { Deck } from '#shared/assembly/deck.ts'
import type { ConsultationAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { ConvergenceAnswer } from '#shared/convergence/convergenceAnswers.ts'
import { cycleFile } from '#shared/cycle/cycleFile.ts'
import type { CycleAnswer } from '#shared/cyclePage/cycleAnswers.ts'
import { sharesByCycle, sharesByTheme } from '#shared/followUp/filterLines.ts'
import type { FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'
import type { HomeAnswer } from '#shared/home/home.ts'
import type { DeskAnswer, InstructionAnswer } from '#shared/instruction/instructionAnswers.ts'
import type { LibraryAnswer } from '#shared/library/libraryAnswers.ts'

const data = await readDemoData()
const file = cycleFile.parse(await demoCycleFile())
const { decisions = [], drafts = [], planItems = [], presentations = [] } = file
const { recommendations = [], ressentis = [], sessions = [] } = file
const verdictWords = ['accept', 'reformulate', 'postpone', 'refuse'] as const
const feelings = [...new Set(ressentis.map(({ feeling }) => feeling))]

/** How many of each kind, without those that are none. */
const tally = (kinds: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  )
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const standing = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(),
  )

let server: TestServer
let visitors: Readonly<Record<string, Visitor>>
beforeAll(async () => {
  server = await startTestServer({}, { fill: ensureDemo })
  const named = personaKeys.map(async (key) => {
    const visitor = new Visitor(server)
    await visitor.signIn(key)
    return [key, visitor] as const
  })
  visitors = Object.fromEntries(await Promise.all(named))
})
afterAll(() => server?.close())

/** What a page asks for; a page that is not there fails the test. */
async function asked<Answer>(path: string, persona = 'cooperative-life'): Promise<Answer> {
  const response = await visitors[persona]?.ask('GET', path)
  if (response?.status !== 200) throw new Error(`${path} answered ${response?.status}`)
  return (await response.json()) as Answer // as the page itself takes it
}

async function standAt(key: string, date: string): Promise<void> {
  const answer = await visitors['admin']?.ask('POST', '/api/demo/moment', { key })
  expect(answer?.status).toBe(200)
  // The assembly's slides are kept for a moment: three hundred phones open them at once.
  await vi.waitFor(async () => expect((await asked<Deck>('/api/assembly')).today).toBe(date), 20_000)
}

const pages = async () => {
  const [cycle, consultation, instruction, deck, followUp, convergence, library] = await Promise.all([
    asked<CycleAnswer>('/api/cycle'),
    asked<ConsultationAnswer>('/api/consultation'),
    asked<InstructionAnswer>('/api/instruction'),
    asked<Deck>('/api/assembly'),
    asked<FollowUpAnswer>('/api/follow-up'),
    asked<ConvergenceAnswer>('/api/convergence'),
    asked<LibraryAnswer>('/api/library'),
  ])
  return { cycle, consultation, instruction, deck, followUp, convergence, library }
}

const verdictsOf = (counts: Readonly<Record<(typeof verdictWords)[number], number>>) =>
  Object.fromEntries(verdictWords.map((word) => [word, counts[word]]))

describe.each(data.moments)('at $key', ({ counts, currentStageKey, date, key, listsHandedOver, waiting }) => {
  beforeAll(() => standAt(key, date))

  test('every page counts what the moments announce', async () => {
    const { consultation, convergence, cycle, deck, followUp, instruction, library } = await pages()
    const document = convergence.document?.families.flatMap(({ items }) => items) ?? []
    const items = followUp.lines.flatMap((line) => line.items)
    expect({
      today: [cycle.today, followUp.today, instruction.today, deck.today],
      stage: cycle.cycle?.stage?.key,
      sessions: [cycle.progress.sessionsHeld, deck.figures.attendance.sessions],
      sessionsToday: cycle.sessions.filter((one) => one.date === date).map(({ id }) => id),
      texts: cycle.progress.texts,
      textsOfGroups: Object.fromEntries(cycle.groups.map(({ id, texts }) => [id, texts])),
      listsHandedOver: [
        cycle.progress.listsHandedOver,
        cycle.groups.filter(({ handedOver }) => handedOver !== null).length,
      ],
      textsToPlace: convergence.document?.coverage.total ?? convergence.desk?.coverage.total ?? 0,
      cards: library.cards.length,
      recommendations: [
        ...[cycle.progress.recommendations, consultation.texts.length, deck.figures.recommendations],
        ...[deck.themes.flatMap(({ texts }) => texts).length, followUp.lines.length, document.length],
      ],
      final: cycle.progress.recommendationsFinal,
      ressentis: [consultation.results.total, deck.figures.ressentis],
      presentations: [consultation.presentations.length, deck.figures.presentations.count],
      ruled: instruction.boards.map(({ counts: own, id, total }) => ({
        ...{ id, ...verdictsOf(own), total: total - own.waiting, toInstruct: own.waiting },
      })),
      ruledOnSlides: deck.figures.verdicts.map((own) => ({
        ...{ id: own.boardId, ...verdictsOf(own), total: own.total },
      })),
      planItems: [deck.planItems, items.length],
      news: sum(items.map(({ news }) => news.length)),
      byState: counts.planByStatus === null ? null : standing(tally(items.map(({ state }) => state))),
      initiatives: followUp.initiatives.length,
    }).toEqual({
      today: [date, date, date, date],
      stage: currentStageKey,
      sessions: [counts.sessionsHeld, counts.sessionsHeld],
      sessionsToday: counts.sessionsToday,
      texts: counts.drafts,
      textsOfGroups: counts.draftsByGroup,
      listsHandedOver: [counts.listsHandedOver, listsHandedOver.length],
      textsToPlace: counts.listsHandedOver === 0 ? 0 : counts.drafts,
      cards: counts.contextCards,
      recommendations: Array(6).fill(counts.recommendations),
      final: counts.recommendationsFinal,
      ressentis: [counts.ressentis, counts.ressentis],
      presentations: [counts.presentations, counts.presentations],
      ruled: Object.entries(counts.verdicts).map(([id, own]) => ({ id, ...own })),
      ruledOnSlides: Object.entries(counts.verdicts).map(([id, { toInstruct: _, ...own }]) => ({
        id,
        ...own,
      })),
      planItems: [counts.planItems, counts.planItems],
      news: counts.planUpdates,
      byState: counts.planByStatus === null ? null : standing(counts.planByStatus),
      initiatives: counts.initiatives,
    })
  })

  test('presences are those of the sessions before, in the room and at a distance, on three pages', async () => {
    const held = sessions.filter((one) => one.date < date)
    const sides = ['room', 'remote'] as const
    const [cycle, deck] = [await asked<CycleAnswer>('/api/cycle'), await asked<Deck>('/api/assembly')]
    const groups = await Promise.all(
      cycle.groups.map(({ id }) => asked<GroupPageAnswer>(`/api/groups/${encodeURIComponent(id)}`)),
    )
    for (const side of sides) {
      const all = sum(held.map(({ attendance }) => attendance[side]))
      const { points } = cycle.participation
      expect(Math.round(sum(points.map((point) => point[side] * point.sessions)))).toBe(all)
      expect(deck.figures.attendance[side]).toBe(all)
      const ofGroups = groups.flatMap(({ presence }) => presence.filter((one) => one.held))
      expect(sum(ofGroups.map((one) => one[side]))).toBe(all)
    }
  })

  test('every persona’s home says what waits, and where', async () => {
    const homes = await Promise.all(personaKeys.map((persona) => asked<HomeAnswer>('/api/home', persona)))
    expect(homes.map((home) => [home.me?.persona, home.today, home.waiting])).toEqual(
      personaKeys.map((persona) => {
        const { page, text } = waiting[persona]
        return [persona, date, { text, page }]
      }),
    )
  })
})

describe('at the last moment the figures are the file’s own', () => {
  test('verdicts by outcome and board, and each board’s desk', async () => {
    expect([recommendations.length, decisions.length, drafts.length]).toEqual([53, 81, 76])
    const { boards, items } = await asked<InstructionAnswer>('/api/instruction')
    const told = items.flatMap(({ rulings }) => rulings.boards.flatMap(({ verdicts }) => verdicts))
    expect(told).toHaveLength(decisions.length)
    for (const { counts, id } of boards) {
      const own = decisions.filter(({ boardId }) => boardId === id)
      expect(standing(verdictsOf(counts))).toEqual(tally(own.map(({ decision }) => decision)))
      const desk = await asked<DeskAnswer>(`/api/instruction/${id}/desk`)
      expect(desk.items.filter(({ state }) => state === 'ruled')).toHaveLength(own.length)
    }
  })

  test('feelings, in all and of each text, on the public page and on the slides', async () => {
    const [page, deck] = [
      await asked<ConsultationAnswer>('/api/consultation'),
      await asked<Deck>('/api/assembly'),
    ]
    const all = tally(ressentis.map(({ feeling }) => feeling))
    expect(standing(page.results.feelings)).toEqual(all)
    expect(standing(deck.figures.felt)).toEqual(all)
    for (const text of page.texts) {
      const own = ressentis.filter(({ recommendationId }) => recommendationId === text.id)
      expect([text.total, standing(text.feelings)]).toEqual([
        own.length,
        tally(own.map((one) => one.feeling)),
      ])
      const slide = deck.themes.flatMap(({ texts }) => texts).find(({ id }) => id === text.id)
      expect(sum(feelings.map((feeling) => slide?.felt[feeling] ?? 0))).toBe(own.length)
    }
    const [room, remote] = (['room', 'remote'] as const).map((side) =>
      sum(presentations.map(({ attendance }) => attendance[side])),
    )
    expect(deck.figures.presentations).toEqual({ count: presentations.length, room, remote })
  })

  test('all 76 texts have their fate and their place in the document', async () => {
    const { document } = await asked<ConvergenceAnswer>('/api/convergence')
    expect(document?.annex).toHaveLength(drafts.length)
    expect(document?.coverage).toMatchObject({ total: drafts.length, placed: drafts.length })
    expect(standing(document?.coverage.byFate ?? {})).toEqual(tally(drafts.map(({ status }) => status ?? '')))
  })

  test('plan items by state, owner and axis, and what became of each recommendation by theme and cycle', async () => {
    const page = await asked<FollowUpAnswer>('/api/follow-up')
    const items = page.lines.flatMap((line) => line.items)
    expect(tally(items.map(({ state }) => state))).toEqual(tally(planItems.map(({ status }) => status)))
    expect(sum(items.map(({ progress }) => progress))).toBe(sum(planItems.map(({ progress }) => progress)))
    // The file knows no axis: nobody has put an item on one yet.
    expect([items.filter(({ axisId }) => axisId !== null), page.axes]).toEqual([[], []])
    const shares = sharesByTheme(page)
    expect(shares.map(({ id, total }) => [id, total])).toEqual(
      (file.themes ?? [])
        .map(({ id }) => [id, recommendations.filter(({ themeId }) => themeId === id).length])
        .filter(([, total]) => total !== 0),
    )
    const became = tally(recommendations.map(({ id }) => becameOf(id)))
    const merged = (all: readonly { parts: readonly { fate: string; count: number }[] }[]) =>
      standing(
        Object.fromEntries(
          Object.keys(became).map((fate) => [
            fate,
            sum(
              all.flatMap(({ parts }) => parts.filter((one) => one.fate === fate).map(({ count }) => count)),
            ),
          ]),
        ),
      )
    expect(merged(shares)).toEqual(became)
    expect(merged(sharesByCycle(page))).toEqual(became)
    expect(sum(sharesByCycle(page).map(({ total }) => total))).toBe(recommendations.length)
  })

  test('1084 presences in 115 sessions, beside the people who are in a group', async () => {
    const { figures } = await asked<Deck>('/api/assembly')
    const { people, remote, room, sessions: held } = figures.attendance
    expect([room + remote, held]).toEqual([1084, 115])
    expect(people).toBe((file.members ?? []).filter(({ groupIds = [] }) => groupIds.length > 0).length)
    expect((await asked<CycleAnswer>('/api/cycle')).people).toBe(people)
  })
})

/** What became of one recommendation, counted from the file's own lines: the furthest that any board's verdict has led. */
function becameOf(id: string): string {
  const own = decisions.filter(({ recommendationId }) => recommendationId === id)
  const words = own.map(({ decision, id: verdictId }): string => {
    if (decision === 'refuse') return 'refused'
    if (decision === 'postpone') return 'postponed'
    const items = planItems.filter(({ decisionIds = [] }) => decisionIds.includes(verdictId))
    if (items.length > 0 && items.every(({ status }) => status === 'done')) return 'done'
    return items.some(({ progress, status }) => status !== 'not_started' || progress > 0)
      ? 'under-way'
      : 'not-done'
  })
  if (words.includes('done') && words.includes('not-done')) return 'under-way'
  return (
    ['under-way', 'done', 'not-done', 'postponed', 'refused'].find((word) => words.includes(word)) ??
    'waiting'
  )
}
