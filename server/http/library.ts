// The context library over HTTP: cards, documents cited by paragraph, briefs, the glossary and the learning report.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { todayOf } from '#server/features/home/day.ts'
import { glossaryTerms } from '#server/features/library/glossaryTerms.ts'
import { learningReport } from '#server/features/library/learningReport.ts'
import { cardVersions, importer } from '#server/features/library/libraryCards.ts'
import { documentAnswer, documentHeads } from '#server/features/library/libraryDocuments.ts'
import { libraryPage, themeBrief } from '#server/features/library/libraryPage.ts'
import { type LibraryVisitor, libraryVisitor, newEntry } from '#server/features/library/libraryVisitor.ts'
import type { NewLibraryEntry } from '#server/ports/library.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf } from '#server/transport/httpProblemTexts.ts'
import type { ContextCard } from '#shared/cycle/cycleFile.ts'
import type { GlossaryAnswer } from '#shared/library/glossary.ts'
import {
  type CardVersionsAnswer,
  correctCardInput,
  documentInput,
  newCardInput,
} from '#shared/library/libraryAnswers.ts'
import type { EntryKind } from '#shared/library/libraryEntries.ts'
import { mayKeepCards, mayKeepDocuments } from '#shared/library/libraryRights.ts'

const key = z.string().min(1).max(200)
const documentId = z.string().regex(/^[a-z0-9-]{1,60}$/u)
const versionAsked = z.coerce.number().int().min(1).max(100_000).optional()

export function libraryRoutes(deps: Deps): Router {
  const router = express.Router()
  const own = (response: Response): Response => response.set('Cache-Control', 'no-store')
  const page = async (response: Response, visitor: LibraryVisitor): Promise<void> =>
    void own(response).json(await libraryPage(deps, visitor))

  router.get('/api/library', async (request, response) => {
    await page(response, await libraryVisitor(deps, request))
  })

  router.get('/api/library/glossary', async (_request, response) => {
    response
      .set('Cache-Control', 'public, max-age=3600')
      .json({ terms: await glossaryTerms() } satisfies GlossaryAnswer)
  })

  router.get('/api/library/briefs/:theme', async (request, response) => {
    const brief = await themeBrief(deps, await libraryVisitor(deps, request), key.parse(request.params.theme))
    if (!brief) throw new HttpProblem('not-found')
    own(response).json(brief)
  })

  router.get('/api/library/learned.md', async (request, response) => {
    const visitor = await libraryVisitor(deps, request)
    const language = languageOf(request.query['lang'], request.headers['accept-language'])
    own(response)
      .type('text/markdown; charset=utf-8')
      .attachment('ce-que-nous-avons-appris.md')
      .send(await learningReport(deps, visitor, language))
  })

  cardRoutes(router, deps, page)
  documentRoutes(router, deps)
  return router
}

type Page = (response: Response, visitor: LibraryVisitor) => Promise<void>

function cardRoutes(router: Router, deps: Deps, page: Page): void {
  const { library, cycle } = deps.store

  router.get('/api/library/cards/:id', async (request, response) => {
    await libraryVisitor(deps, request)
    const id = key.parse(request.params.id)
    const card = (await cycle.contextCards({ before: await todayOf(deps) })).find((one) => one.id === id)
    if (!card) throw new HttpProblem('not-found')
    const entries = await library.entries('card', { subject: id })
    response
      .set('Cache-Control', 'no-store')
      .json({ versions: cardVersions(card, entries) } satisfies CardVersionsAnswer)
  })

  router.post('/api/library/cards', async (request, response) => {
    const { visitor, account } = await keeper(deps, request, mayKeepCards)
    const { id, card } = newCardInput.parse(request.body ?? {})
    await mustExist(deps, card)
    await keep(deps, account, {
      ...{ kind: 'card', subject: `ctx-${id}`, seen: 0, groupId: null },
      body: { ...card, imported: false, fictional: false, why: '' },
    })
    await page(response, visitor)
  })

  router.put('/api/library/cards/:id', async (request, response) => {
    const { visitor, account } = await keeper(deps, request, mayKeepCards)
    const id = key.parse(request.params.id)
    const { seen, card } = correctCardInput.parse(request.body ?? {})
    const before = (await cycle.contextCards({ before: await todayOf(deps) })).find((one) => one.id === id)
    if (!before) throw new HttpProblem('not-found')
    await mustExist(deps, card)
    const [first] = await library.entries('card', { subject: id })
    const imported = first?.body.imported ?? true
    if (!first) await keepAsItCame(deps, before)
    await keep(deps, account, {
      kind: 'card',
      subject: id,
      groupId: null,
      seen,
      body: { ...card, imported, fictional: before.fictional },
    })
    await page(response, visitor)
  })
}

/** The wording that came with the cycle's file is the first one; of two who correct it at once either may keep it. */
async function keepAsItCame(deps: Deps, { id, source, ...card }: ContextCard): Promise<void> {
  const lists = { jurisdictions: [...card.jurisdictions], themeIds: [...card.themeIds] }
  const body = { ...card, ...lists, source: source ?? '', imported: true, why: '' }
  const came = { kind: 'card', subject: id, groupId: null, body, by: importer, byName: '' } as const
  await deps.store.library.addEntry(await newEntry(deps, came), 0)
}

/** @throws HttpProblem for a theme or a country that is none of the cycle's */
async function mustExist(
  { store }: Deps,
  card: { readonly themeIds: readonly string[]; readonly jurisdictions: readonly string[] },
): Promise<void> {
  const [themes, entities] = await Promise.all([store.cycle.themes(), store.cycle.entities()])
  const fields = [
    ...(card.themeIds.every((id) => themes.some((theme) => theme.id === id)) ? [] : ['themeIds']),
    ...(card.jurisdictions.every((code) => entities.some((one) => one.code === code))
      ? []
      : ['jurisdictions']),
  ]
  if (fields.length > 0) throw new HttpProblem('bad-input', { fields })
}

function documentRoutes(router: Router, deps: Deps): void {
  router.get('/api/library/documents/:id', async (request, response) => {
    const { account } = await libraryVisitor(deps, request)
    const found = await documentAnswer(deps, key.parse(request.params.id), {
      version: versionAsked.parse(request.query['version']),
      withSource: mayKeepDocuments(account),
    })
    if (!found) throw new HttpProblem('not-found')
    response.set('Cache-Control', 'no-store').json(found)
  })

  router.put('/api/library/documents/:id', async (request, response) => {
    const { account } = await keeper(deps, request, mayKeepDocuments)
    const id = documentId.parse(request.params.id)
    const { seen, document } = documentInput.parse(request.body ?? {})
    const before = (await documentHeads(deps)).find((one) => one.id === id)
    if ((before?.version ?? 0) !== seen) throw new HttpProblem('conflict')
    const fictional = before?.fictional ?? false
    const body = { ...document, fictional }
    await keep(deps, account, { kind: 'document', subject: id, groupId: null, seen, body })
    const answer = await documentAnswer(deps, id, { version: undefined, withSource: true })
    response.set('Cache-Control', 'no-store').json(answer)
  })
}

interface Keeper {
  readonly visitor: LibraryVisitor
  readonly account: Account
}

/** @throws HttpProblem */
export async function keeper(
  deps: Deps,
  request: Request,
  may: (account: Account | undefined) => boolean,
): Promise<Keeper> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  if (!may(account)) throw new HttpProblem('not-allowed')
  return { visitor: await libraryVisitor(deps, request), account }
}

interface Keeping<K extends EntryKind>
  extends Pick<NewLibraryEntry<K>, 'kind' | 'subject' | 'groupId' | 'body'> {
  readonly seen: number
}

/** The same again by the same person is done already. @throws HttpProblem 409 where somebody else was first */
export async function keep<K extends EntryKind>(
  deps: Deps,
  account: Pick<Account, 'id' | 'displayName'>,
  { seen, ...about }: Keeping<K>,
): Promise<void> {
  const by = `account:${account.id}`
  const entry = await newEntry(deps, { ...about, by, byName: account.displayName })
  if ((await deps.store.library.addEntry(entry, seen)) === 'kept') {
    deps.logger.info(
      { audit: true, by: account.id, kind: about.kind, subject: about.subject },
      'library entry',
    )
    return
  }
  const there = await deps.store.library.entries(about.kind, { subject: about.subject })
  const same = there.find(({ version }) => version === seen + 1)
  if (same?.by !== by || JSON.stringify(same.body) !== JSON.stringify(entry.body))
    throw new HttpProblem('conflict')
}
