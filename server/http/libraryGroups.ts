// What a group does with the library: its questions, what it learnt, and when the context stands beside its drafts.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { type AskedPage, sessionsOf } from '#server/features/group/groupPage.ts'
import { TextReader } from '#server/features/group/groupTexts.ts'
import { groupFrame } from '#server/features/library/groupFrame.ts'
import { learnedHere } from '#server/features/library/learnedHere.ts'
import { standingQuestion } from '#server/features/library/libraryQuestions.ts'
import { newEntry } from '#server/features/library/libraryVisitor.ts'
import { askedPage, audit, type GroupDeps, mayContribute, mayLead } from '#server/http/groupsAsked.ts'
import { keep, keeper } from '#server/http/library.ts'
import type { NewLibraryEntry } from '#server/ports/library.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import {
  answerQuestionInput,
  askInput,
  type LearnedAnswer,
  learnedInput,
  markInput,
  phaseInput,
} from '#shared/library/libraryAnswers.ts'
import type { EntryKind } from '#shared/library/libraryEntries.ts'
import { mayAnswer, mayKeepCards } from '#shared/library/libraryRights.ts'

const key = z.string().min(1).max(200)
/** Of one group: enough for any cycle, and no more than a page can show. */
const most = { question: 300, learned: 600, mark: 5_000 } as const

export interface LibraryGroupOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

export function libraryGroupRoutes({ deps: given, addressOf }: LibraryGroupOptions): Router {
  const deps: GroupDeps = {
    ...given,
    addressOf,
    reader: new TextReader(given.lane, given.store.documentLog),
    failures: failureLimit(given.config.limits.failedJoins),
  }
  const router = express.Router()
  questionRoutes(router, deps)
  learnedRoutes(router, deps)
  frameRoutes(router, deps)
  return router
}

/** The same address answers differently for each person. */
const give = (response: Response, answer: object): void =>
  void response.set('Cache-Control', 'no-store').json(answer)

interface Adding<K extends EntryKind> extends Pick<NewLibraryEntry<K>, 'kind' | 'subject' | 'body'> {
  readonly seen: number
}

/** @throws HttpProblem 409 where somebody else was first; the same again by the same person is done already */
async function add<K extends EntryKind>(
  deps: GroupDeps,
  { named, visitor }: AskedPage,
  { seen, ...about }: Adding<K>,
): Promise<void> {
  const by = visitor.author ?? ''
  const whose = { groupId: named.group.id, by, byName: visitor.name ?? '' }
  const entry = await newEntry(deps, { ...about, ...whose })
  if ((await deps.store.library.addEntry(entry, seen)) === 'kept') {
    audit(deps, visitor, 'library entry', { kind: about.kind, subject: about.subject })
    return
  }
  const there = await deps.store.library.entries(about.kind, { subject: about.subject })
  const same = there.find(({ version }) => version === seen + 1)
  if (same?.by !== by || JSON.stringify(same.body) !== JSON.stringify(entry.body))
    throw new HttpProblem('conflict')
}

/** @throws HttpProblem 429 */
async function leavesRoom(deps: GroupDeps, kind: keyof typeof most, groupId: string): Promise<void> {
  const kept = await deps.store.library.entries(kind, { groupId })
  if (kept.length >= most[kind]) throw new HttpProblem('too-many')
}

function questionRoutes(router: Router, deps: GroupDeps): void {
  const { library } = deps.store

  router.post('/api/groups/:group/questions', async (request, response) => {
    const { id, question, draftId } = askInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayContribute(asked.visitor)
    await leavesRoom(deps, 'question', asked.named.group.id)
    if (question.due < asked.named.today) throw new HttpProblem('bad-input', { fields: ['due'] })
    const { drafts } = await deps.reader.read(asked.named.spaceId)
    const draft = drafts.find((one) => one.id === draftId)
    if (draftId !== null && !draft) throw new HttpProblem('not-found')
    const about = draft ? { id: draft.id, title: draft.title.slice(0, 400) } : null
    await add(deps, asked, {
      ...{ kind: 'question', subject: `ask-${id}`, seen: 0 },
      body: { step: 'asked', ...question, draft: about },
    })
    response.status(204).end()
  })

  router.post('/api/library/questions/:id/answers', async (request, response) => {
    const { account } = await keeper(deps, request, mayKeepCards)
    const { seen, text, published } = answerQuestionInput.parse(request.body ?? {})
    const question = standingQuestion(
      await library.entries('question', { subject: key.parse(request.params.id) }),
    )
    // A question that an expert may not read answers like one that does not exist.
    if (!question || !mayAnswer(question.groupId, account)) throw new HttpProblem('not-found')
    await keep(deps, account, {
      ...{ kind: 'question', subject: question.id, groupId: question.groupId, seen },
      body: { step: 'answered', text, published },
    })
    response.status(204).end()
  })

  router.post('/api/library/questions/:id/seen', async (request, response) => {
    const { account } = await deps.identify(request)
    if (!account) throw new HttpProblem('not-signed-in')
    const question = standingQuestion(
      await library.entries('question', { subject: key.parse(request.params.id) }),
    )
    // Somebody else's question answers like one that does not exist.
    if (question?.by !== `account:${account.id}`) throw new HttpProblem('not-found')
    if (!question.seen)
      await keep(deps, account, {
        ...{ kind: 'question', subject: question.id, groupId: question.groupId, body: { step: 'seen' } },
        seen: question.entries.at(-1)?.version ?? 0,
      })
    response.status(204).end()
  })
}

function learnedRoutes(router: Router, deps: GroupDeps): void {
  const { library } = deps.store

  const answer = async (asked: AskedPage): Promise<LearnedAnswer> => {
    const { named, visitor } = asked
    if (visitor.standing === 'stranger') return { lines: [], sessions: [], maySay: false }
    const sessions = (await sessionsOf(deps, named)).filter(({ when }) => when !== 'planned')
    return {
      lines: await learnedHere(deps, { by: visitor.author, groupId: named.group.id }),
      sessions: sessions.map(({ id, date, subject }) => ({ id, date, subject })).reverse(),
      maySay: visitor.standing !== 'reader',
    }
  }

  router.get('/api/groups/:group/learned', async (request, response) => {
    give(response, await answer(await askedPage(deps, request)))
  })

  router.post('/api/groups/:group/learned', async (request, response) => {
    const { id, line } = learnedInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayContribute(asked.visitor)
    const { group } = asked.named
    await leavesRoom(deps, 'learned', group.id)
    const session = (await answer(asked)).sessions.find((one) => one.id === line.sessionId)
    if (!session) throw new HttpProblem('not-found')
    await add(deps, asked, {
      ...{ kind: 'learned', subject: `lrn-${id}`, seen: 0 },
      body: { step: 'said', ...line, sessionDate: session.date, themeId: group.themeId },
    })
    give(response, await answer(asked))
  })

  router.delete('/api/groups/:group/learned/:id', async (request, response) => {
    const asked = await askedPage(deps, request)
    const author = mayContribute(asked.visitor)
    const lines = await library.entries('learned', { subject: key.parse(request.params.id) })
    const [first] = lines
    if (first?.groupId !== asked.named.group.id) throw new HttpProblem('not-found')
    if (first.by !== author && asked.visitor.standing !== 'facilitator') throw new HttpProblem('not-allowed')
    if (lines.length === 1)
      await add(deps, asked, {
        kind: 'learned',
        subject: first.subject,
        seen: 1,
        body: { step: 'withdrawn' },
      })
    give(response, await answer(asked))
  })
}

function frameRoutes(router: Router, deps: GroupDeps): void {
  const draftAsked = z.string().min(1).max(200).optional()

  const frame = async (request: Request, response: Response, asked: AskedPage): Promise<void> =>
    give(response, await groupFrame(deps, asked, draftAsked.parse(request.query['draft'])))

  router.get('/api/groups/:group/frame', async (request, response) => {
    const asked = await askedPage(deps, request)
    // Its drafts are told here: who may not read them is told what a group that does not exist tells.
    if (asked.visitor.standing === 'stranger') throw new HttpProblem('not-found')
    await frame(request, response, asked)
  })

  router.put('/api/groups/:group/frame', async (request, response) => {
    const { seen, phase } = phaseInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayLead(asked.visitor)
    await add(deps, asked, { kind: 'phase', subject: asked.named.group.id, seen, body: { phase } })
    await frame(request, response, asked)
  })

  router.put('/api/groups/:group/frame/marks', async (request, response) => {
    const { seen, ...body } = markInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayContribute(asked.visitor)
    await leavesRoom(deps, 'mark', asked.named.group.id)
    const { drafts } = await deps.reader.read(asked.named.spaceId)
    const cards = await deps.store.cycle.contextCards({ before: asked.named.today })
    const known = drafts.some(({ id }) => id === body.draftId) && cards.some(({ id }) => id === body.cardId)
    if (!known) throw new HttpProblem('not-found')
    const subject = `${asked.named.group.id}/${body.draftId}/${body.cardId}`
    await add(deps, asked, { kind: 'mark', subject, seen, body })
    await frame(request, response, asked)
  })
}
