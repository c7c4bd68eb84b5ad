// The slides' figures: equal to the demo file at each of its moments, and right for a cooperative with three entities.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeckDeps, readDeck } from '#server/features/assembly/readDeck.ts'
import { demoMoments } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { offersOf } from '#server/features/themes/themesPage.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { feelings, slidesOf, verdicts } from '#shared/assembly/deck.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await ensureDemo(fresh.store)
})
afterAll(() => fresh.close())

const deps = (demo: boolean): DeckDeps => ({ store: fresh.store, demo, now: () => Date.UTC(2026, 0, 5) })

test('at each moment the slides count what the demo counts', async () => {
  const { moments } = await demoMoments()
  for (const { counts, key } of moments) {
    await fresh.store.settings.set(demoMomentSetting, key)
    const { figures, planItems, themes } = await readDeck(deps(true))
    const texts = themes.flatMap((theme) => theme.texts)
    expect({
      ...{ recommendations: figures.recommendations, texts: texts.length, ressentis: figures.ressentis },
      ...{ sessions: figures.attendance.sessions, presentations: figures.presentations.count, planItems },
      verdicts: Object.fromEntries(
        figures.verdicts.map(({ boardId, total, ...own }) => [boardId, { total, ...own }]),
      ),
    }).toEqual({
      ...{
        recommendations: counts.recommendations,
        texts: counts.recommendations,
        ressentis: counts.ressentis,
      },
      ...{ sessions: counts.sessionsHeld, presentations: counts.presentations, planItems: counts.planItems },
      verdicts: Object.fromEntries(
        Object.entries(counts.verdicts).map(([id, { toInstruct: _, ...own }]) => [id, own]),
      ),
    })
  }
})

test('at the last moment everything is the file’s: attendance with its denominator, feelings, each theme and each verdict', async () => {
  const file = await fresh.store.cycle.exportFile()
  if (!file) throw new Error('no file')
  const [deck, decisions, ressentis] = [
    await readDeck(deps(true)),
    file.decisions ?? [],
    file.ressentis ?? [],
  ]
  const sum = (
    of: (one: { attendance: { room?: number | null; remote?: number | null } }) => number,
  ): number => (file.sessions ?? []).reduce((total, one) => total + of(one), 0)
  expect(deck.figures.attendance).toEqual({
    room: sum(({ attendance }) => attendance.room ?? 0),
    remote: sum(({ attendance }) => attendance.remote ?? 0),
    sessions: file.sessions?.length,
    people: file.members?.filter(({ groupIds }) => (groupIds?.length ?? 0) > 0).length,
  })
  expect(deck.figures.felt).toEqual(
    Object.fromEntries(
      feelings.map((feeling) => [feeling, ressentis.filter((one) => one.feeling === feeling).length]),
    ),
  )
  const told = deck.themes.flatMap(({ texts }) =>
    texts.flatMap((text) => text.verdicts.filter(({ verdict }) => verdict)),
  )
  expect(told).toHaveLength(decisions.length)
  for (const verdict of verdicts)
    expect(told.filter((one) => one.verdict === verdict)).toHaveLength(
      decisions.filter(({ decision }) => decision === verdict).length,
    )
  for (const theme of deck.themes) {
    const own = (file.recommendations ?? []).filter(({ themeId }) => themeId === theme.id)
    expect(theme.texts.map(({ id }) => id)).toEqual(own.map(({ id }) => id))
    expect(
      theme.texts.reduce((total, { felt }) => total + feelings.reduce((n, one) => n + felt[one], 0), 0),
    ).toBe(ressentis.filter(({ recommendationId }) => own.some(({ id }) => id === recommendationId)).length)
  }
  // The theme without a text is told, with why; what waits is offered for the next cycle.
  expect(deck.themes.filter(({ texts }) => texts.length === 0).every(({ open }) => open !== '')).toBe(true)
  const offers = await offersOf(deps(true), false)
  const waiting = new Set(
    decisions.flatMap(({ decision, recommendationId }) =>
      decision === 'postpone' || decision === 'refuse' ? recommendationId : [],
    ),
  )
  expect(offers.filter(({ kind }) => kind === 'recommendation')).toHaveLength(waiting.size)
  expect(offers.filter(({ kind }) => kind === 'outcome').length).toBe(
    (file.themes ?? []).filter(({ outcomeNote }) => outcomeNote).length,
  )
})

test('another cooperative: three entities, a board that is missing, no stage of an assembly', async () => {
  const imported = await fresh.store.cycle.importFile(otherCooperative(), { replace: true })
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(fresh.store)
  const deck = await readDeck(deps(false))
  expect(deck.boards).toHaveLength(otherCooperative().boards.length)
  expect(deck.assembly?.date ?? null).toBe(
    otherCooperative().cycle.stages?.find(({ key }) => key === 'assembly')?.end ?? null,
  )
  expect(slidesOf(deck).at(-1)?.id).toBe('end')
})
