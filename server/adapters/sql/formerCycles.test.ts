// What was made in a cycle steps aside when the next one is imported, and comes back with its own file.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tableKeys } from '#server/adapters/sql/cycle/tableKeys.ts'
import { cycleTables } from '#server/adapters/sql/formerCycles.ts'
import { becomesPast } from '#server/features/followUp/becomesPast.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { demoCycle } from '#server/testing/cycleContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { type PublishedVersion, recommendationFingerprint } from '#shared/publication/publishedVersion.ts'

const first = demoCycle() as unknown as CycleFile // the demo's file, checked by its own tests
const next: CycleFile = {
  ...first,
  cycle: { ...first.cycle, id: 'cycle-next', name: 'L’année suivante' },
  ...{ recommendations: [], decisions: [], ressentis: [], planItems: [], localInitiatives: [], drafts: [] },
}
const who = { by: 'account:ana', byName: 'Ana Canari' }

function changed(): PublishedVersion {
  const [one] = first.recommendations ?? []
  if (!one) throw new Error('the demo has recommendations')
  const mine = {
    code: one.code ?? null,
    status: one.status ?? null,
    nuances: [],
    provenance: [],
    jurisdictions: [],
    contextIds: [],
    groupIds: [],
  }
  const recommendation = { ...one, ...mine, proposition: 'Des mots de cette année.' }
  return {
    ...{ recommendation, version: 1, fingerprint: recommendationFingerprint(recommendation) },
    ...{ cause: 'amendment', why: 'Demandé.', byName: who.byName, at: 5, date: '2020-05-01', about: null },
  }
}

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
    const { store } = fresh
    await store.cycle.importFile(first)
    await store.people.saveAccount({
      ...{ id: 'ana', personId: 'p-ana', displayName: who.byName, standing: 'member' },
      ...{ groupIds: [], facilitatesGroupIds: [] },
    })
    await store.publications.addVersions([changed()])
    const id = changed().recommendation.id
    await store.followUp.appendAct({
      ...{ id: 'act-of-item', target: 'recommendation', targetId: id, day: '2020-06-01', at: 6, ...who },
      body: { kind: 'news', text: 'Un premier pas.' },
    })
    await store.followUp.appendAct({
      ...{ id: 'act-of-axes', target: 'axes', targetId: first.cycle.id, day: '2020-06-01', at: 6, ...who },
      body: { kind: 'axis-named', axisId: 'a', title: 'Habiter', order: 1 },
    })
    await store.instruction.keepOwn(
      { accountId: 'ana', boardId: first.boards[0]?.id ?? '', recommendationId: id },
      { note: 'À relire.' },
    )
  })
  afterAll(() => fresh.close())

  const turn = async (file: CycleFile, at: number) => {
    const past = await becomesPast(livingStore(fresh.store))
    const closing = { past, byName: who.byName, at }
    expect(await fresh.store.cycle.importFile(file, { replace: true, closing })).toMatchObject({ ok: true })
    return past
  }
  const acts = async () => (await fresh.store.followUp.acts({ until: '9999-12-31' })).map(({ id }) => id)
  const words = async () =>
    (await livingStore(fresh.store).cycle.recommendations()).map(({ proposition }) => proposition)

  test('no table that speaks of a text or a sitting of a year is forgotten', async () => {
    const { read } = fresh.store.database
    const { rows } =
      kind === 'sqlite'
        ? await sql<{ of: string; name: string }>`select m.name as "of", c.name from sqlite_master m
            join pragma_table_info(m.name) c where m.type = 'table'`.execute(read)
        : await sql<{ of: string; name: string }>`select table_name as "of", column_name as name
            from information_schema.columns where table_schema = current_schema()`.execute(read)
    const yearly = rows.filter(({ name }) => /^(recommendation|presentation|board)_id$/u.test(name))
    const ofFile = new Set<string>(tableKeys.keys())
    const listed = new Set<string>(cycleTables.map(({ table }) => table))
    const forgotten = yearly.map((one) => one.of).filter((of) => !ofFile.has(of) && !listed.has(of))
    expect(forgotten).toEqual([])
    expect(yearly.length).toBeGreaterThan(6)
  })

  test('nothing of last year stands in the next one; its recommendations keep their line with what became of them', async () => {
    const { store } = fresh
    expect(await words()).toContain('Des mots de cette année.')
    const past = await turn(next, 10)
    expect(past).toHaveLength(first.recommendations?.length ?? 0)
    expect(await words()).toEqual([])
    expect(await store.publications.newestVersions()).toEqual([])
    expect(await acts()).toEqual(['act-of-axes'])
    expect(await store.instruction.ownLines('ana')).toEqual([])
    expect(await store.followUp.pastRecommendations()).toEqual(past)
    expect(past[0]?.text).toContain('Des mots de cette année.')
    expect(new Set(past.map(({ outcome }) => outcome)).size).toBeGreaterThan(2)
    expect(await store.followUp.pastImports()).toMatchObject([{ name: first.cycle.name, byName: who.byName }])
  })

  test('the next year takes the same numbers anew', async () => {
    const { store } = fresh
    const other = { ...changed(), why: 'Une autre année.' }
    expect(await store.publications.addVersions([other])).toBe('kept')
    expect(await store.publications.versionsKept(other.recommendation.id)).toMatchObject([
      { why: 'Une autre année.' },
    ])
  })

  test('whoever takes their data along finds the closed year in it', async () => {
    const keys = { accountId: 'ana', personId: 'p-ana', called: who.byName }
    const held = await fresh.store.accounts.heldOn(keys)
    expect(held['follow_up_acts']).toHaveLength(2)
    expect(held['instruction_own']).toMatchObject([{ note: 'À relire.' }])
    expect(held['recommendation_versions']).toHaveLength(2)
  })

  test('the former file brings back what was made in it, and its lines of the past go', async () => {
    const { store } = fresh
    await turn(first, 20)
    expect(await words()).toContain('Des mots de cette année.')
    expect(await store.publications.versionsKept(changed().recommendation.id)).toMatchObject([
      { why: 'Demandé.' },
    ])
    expect(await acts()).toEqual(['act-of-axes', 'act-of-item'])
    expect(await store.instruction.ownLines('ana')).toMatchObject([{ note: 'À relire.' }])
    expect(await store.followUp.pastImports()).not.toMatchObject([{ name: first.cycle.name }])
  })

  test('a file of the same cycle moves nothing', async () => {
    await turn({ ...first, cycle: { ...first.cycle, name: 'Un autre nom' } }, 30)
    expect(await words()).toContain('Des mots de cette année.')
  })

  test('erased, nobody is named in a closed year, and what was their own is gone', async () => {
    const { store } = fresh
    await turn(next, 40)
    await store.accounts.erase('ana', { name: 'Compte effacé', now: 50 })
    const { rows } = await sql<{ body: string }>`select body from former_rows`.execute(store.database.read)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(who.byName)
    expect(JSON.stringify(rows)).not.toContain('À relire.')
    expect(JSON.stringify(rows)).toContain('Un premier pas.')
  })
})
