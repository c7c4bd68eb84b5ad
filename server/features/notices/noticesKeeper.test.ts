// Notices by mail: who is told what, when, in which language, and each thing once, wherever the process dies.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNoticesKeeper, type NoticesKeeper } from '#server/features/notices/noticesKeeper.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import type { KeptMail } from '#server/ports/mail.ts'
import { startTestServer, type TestServer } from '#server/testing/doorsServer.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { Rhythm } from '#shared/notices/noticeRules.ts'
import { recommendationFingerprint } from '#shared/publication/publishedVersion.ts'

const hour = 3_600_000
/** A Wednesday at noon, by the clock of this machine. */
let clock = new Date('2020-06-10T12:00:00').getTime()
let server: TestServer
type Deps = TestServer['serving']['deps']
let deps: Deps
let keeper: NoticesKeeper

const keeperOver = (store: Deps['store']): NoticesKeeper =>
  createNoticesKeeper({
    ...{ ...deps, store, now: () => clock, publicUrl: new URL('https://exemple.test') },
    warn: (context) => {
      throw new Error(JSON.stringify(context))
    },
  })

async function reader(
  name: string,
  rhythm: Rhythm | null,
  language: 'fr' | 'en' | 'nl' = 'fr',
): Promise<void> {
  const { accounts, notices, people } = server.store
  const account = { accountId: name, personId: name, displayName: name, email: `${name}@exemple.test` }
  const more = { emailVerified: true, language, signOn: null, madeAt: clock }
  const role = {
    id: `grant-${name}`,
    role: 'member',
    scope: 'grp-n',
    from: 0,
    until: null,
    by: 'console',
  } as const
  expect(await accounts.make({ ...account, ...more }, [role])).toBe('made')
  const known = await people.account(name)
  if (!known) throw new Error('no account')
  await people.saveAccount({ ...known, groupIds: ['grp-n'] })
  if (rhythm === null) return
  await notices.beginNotices({ accountId: name, toldUntil: clock, stopToken: `stop-${name}` })
  await notices.changeWishes(name, { rhythm, ownTexts: true })
}

const text: Recommendation = {
  ...{ id: 'rec-1', code: 'P1', themeId: 'th', title: 'Un <b>comité</b>\nlocal', summary: '', constat: '' },
  ...{ proposition: 'Un comité.', moyens: '', nuances: [], jurisdictions: ['FR'], kind: 'governance' },
  ...{ maturity: 'ready', contextIds: [], groupIds: ['grp-n'], provenance: [], status: null },
  updatedAt: '2020-05-01',
}
let version = 0
/** The text is published, then amended by its group, again and again. */
async function change(why: string): Promise<void> {
  version += 1
  const recommendation = { ...text, proposition: `Un comité, version ${version}.` }
  const about = { family: 'Vie locale', place: 1, summaryBy: null, reviews: [] }
  await server.store.publications.addVersions([
    {
      ...{ recommendation, version, fingerprint: recommendationFingerprint(recommendation), about, why },
      ...{
        cause: version === 1 ? 'publication' : 'amendment',
        byName: 'Samira',
        at: clock,
        date: '2020-06-10',
      },
    },
  ])
}
const mailsOf = async (name: string): Promise<readonly KeptMail[]> => server.store.outbox.toAccount(name)

beforeAll(async () => {
  server = await startTestServer({}, { demo: false })
  // Its own keeper would look too: the doors are not needed here.
  await server.serving.close()
  deps = server.serving.deps
  keeper = keeperOver(livingStore(server.store))
})
afterAll(() => server.close())

test('what happened before the first look is nobody’s news; an amendment is told at once to whoever wished so, in their language', async () => {
  await change('')
  await reader('zoe', 'immediate', 'nl')
  await reader('ana', null)
  await keeper.look()
  expect(await mailsOf('zoe')).toEqual([])
  clock += 60_000
  await change('On a précisé <script>qui</script> garde les clés.')
  await keeper.look()
  const [mail, ...others] = await mailsOf('zoe')
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: 'zoe@exemple.test', language: 'nl' })
  expect(mail?.subject).toBe('Coopérative: één nieuwtje over wat u volgt')
  expect(mail?.text).toContain('P1 Un <b>comité</b> local\nTekst gewijzigd door zijn groep. On a précisé')
  expect(mail?.text).toContain('https://exemple.test/follow-up/P1')
  expect(mail?.text).toContain('https://exemple.test/notices#arret=stop-zoe')
  expect(mail?.html).toContain('&lt;script&gt;qui&lt;/script&gt;')
  expect(mail?.html).not.toMatch(/<(?:script|b)>/u)
  await keeper.look()
  expect(await mailsOf('zoe'), 'told once').toHaveLength(1)
  expect(await mailsOf('ana'), 'a weekly digest waits for its Monday').toEqual([])
})

test('a digest gathers what happened until its hour, and says nothing where nothing happened', async () => {
  clock += hour
  await change('Encore.')
  await keeper.look()
  expect(await mailsOf('ana')).toEqual([])
  clock = new Date('2020-06-15T07:01:00').getTime()
  await keeper.look()
  const [mail, ...others] = await mailsOf('ana')
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Coopérative\u00a0: 2 nouvelles de ce que vous suivez')
  clock = new Date('2020-06-22T07:01:00').getTime()
  await keeper.look()
  expect(await mailsOf('ana')).toHaveLength(1)
})

test('whoever wants no mails gets none, and is not told later what they did not want', async () => {
  await reader('non', 'off')
  clock += hour
  await change('Une fois.')
  await keeper.look()
  await server.store.notices.changeWishes('non', { rhythm: 'immediate', ownTexts: true })
  clock += hour
  await keeper.look()
  expect(await mailsOf('non')).toEqual([])
  await change('Deux fois.')
  await keeper.look()
  expect((await mailsOf('non')).map(({ text: words }) => words?.includes('Deux fois.'))).toEqual([true])
  expect((await mailsOf('non'))[0]?.text).not.toContain('Une fois.')
})

test('whose groups wrote nothing and who follows nothing is told nothing', async () => {
  await reader('autre', 'immediate')
  const known = await server.store.people.account('autre')
  if (!known) throw new Error('no account')
  await server.store.people.saveAccount({ ...known, groupIds: ['grp-l'] })
  clock += hour
  await change('Trois fois.')
  await keeper.look()
  expect(await mailsOf('autre')).toEqual([])
  await server.store.followUp.follow('autre', { target: 'recommendation', targetId: 'rec-1' }, clock)
  clock += hour
  await change('Quatre fois.')
  await keeper.look()
  expect(await mailsOf('autre')).toHaveLength(1)
})

test('whose last role ended is nobody here any more: nothing is told, also with the account still there', async () => {
  await reader('partie', 'immediate')
  await keeper.look()
  expect(await server.store.accounts.end('partie', 'grant-partie', clock)).toBe('ended')
  clock += hour
  await change('Cinq fois.')
  await keeper.look()
  expect(await mailsOf('partie')).toEqual([])
})

/** A store whose process dies at one of its writes: before it, or just after. */
function dying(at: 'beginTelling' | 'keep' | 'finishTelling', when: 'before' | 'after'): Deps['store'] {
  const living = livingStore(server.store)
  const death = (): never => {
    throw new Error('killed')
  }
  const dies =
    <Given extends readonly unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (when === 'before') death()
      await work(...given)
      return death()
    }
  const { notices, outbox } = living
  return {
    ...living,
    outbox: at === 'keep' ? { ...outbox, keep: dies(outbox.keep) } : outbox,
    notices: at === 'keep' ? notices : { ...notices, [at]: dies<never[], unknown>(notices[at] as never) }, // either has this shape
  }
}

test.each([
  ['beginTelling', 'before'],
  ['beginTelling', 'after'],
  ['keep', 'before'],
  ['keep', 'after'],
  ['finishTelling', 'before'],
  ['finishTelling', 'after'],
] as const)('killed at %s, %s it: the next process tells it once', async (at, when) => {
  const name = `tue-${at}-${when}`.toLowerCase()
  await reader(name, 'immediate')
  await keeper.look()
  clock += hour
  await change(`Pour ${name}.`)
  // Others are told first or not at all: the process dies at the first who is due.
  await expect(keeperOver(dying(at, when)).look()).rejects.toThrow('killed')
  clock += hour
  const next = keeperOver(livingStore(server.store))
  await next.look()
  await next.look()
  const told = (await mailsOf(name)).filter(({ text: words }) => words?.includes(`Pour ${name}.`))
  expect(told).toHaveLength(1)
})

test('two processes that look at the same instant tell it once', async () => {
  await reader('deux', 'immediate')
  await keeper.look()
  clock += hour
  await change('Pour deux.')
  await Promise.all([1, 2, 3].map(() => keeperOver(livingStore(server.store)).look()))
  expect((await mailsOf('deux')).filter(({ text: words }) => words?.includes('Pour deux.'))).toHaveLength(1)
})
