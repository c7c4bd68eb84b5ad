// Minutes over HTTP: written by whoever notes down, read and taken away by whoever may read the room's own space.
import express, { type Request, type Response, type Router } from 'express'
import { keepsMinutes } from '#server/features/account/keepsMinutes.ts'
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import { findChromium, printPdf } from '#server/features/minutes/chromium.ts'
import { keepMinutes } from '#server/features/minutes/keepMinutes.ts'
import { minutesHtml } from '#server/features/minutes/minutesHtml.ts'
import {
  minutesDocument,
  minutesSpace,
  minutesWriter,
  sessionOf,
} from '#server/features/minutes/minutesWriter.ts'
import { oneAtATime } from '#server/http/pictures.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { actorOf, shapeOf } from '#server/live/gate.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { mayNoteDown } from '#shared/agenda/agenda.ts'
import { type MinutesAnswer, type MinutesWritten, writeMinutesInput } from '#shared/minutes/minutesAnswers.ts'
import { attachment, type MinutesFormat, minutesFileName } from '#shared/minutes/minutesFile.ts'
import { minutesMarkdown } from '#shared/minutes/minutesMarkdown.ts'
import { minutesHeads, type ReadMinutes, readMinutes } from '#shared/minutes/minutesModel.ts'
import { documentAccess } from '#shared/people/access.ts'

/** Prints that wait for the one under way; more are asked to come back. */
const waitingPrints = 5

type Printing = (html: string) => Promise<Buffer>

/** `browser`: what prints PDF files here; undefined where nothing does. */
export function minutesRoutes(deps: Deps, browser: string | undefined = findChromium()): Router {
  const router = express.Router()
  const writer = minutesWriter(deps)
  const inTurn = oneAtATime(waitingPrints)
  keepMinutes(deps, writer)
  const print: Printing | undefined =
    browser === undefined ? undefined : (html) => inTurn(() => printPdf(browser, html))

  router.get('/api/rooms/:code/minutes', async (request, response) => {
    const found = await readerOf(deps, request)
    const { spaceId, name, room } = found
    const held = (await deps.lane.read(name, minutesHeads)) ?? []
    const session = await sessionOf(deps, room)
    const answer: MinutesAnswer = {
      minutes: held.map((head) => ({ ...head, spaceId })),
      sessionId: session?.sessionId ?? null,
      mayWrite: session !== undefined && (await notesDown(deps, found, session.agenda)),
      pdf: print !== undefined,
    }
    response.json(answer)
  })

  router.post('/api/rooms/:code/minutes', async (request, response) => {
    const found = await readerOf(deps, request)
    const { sessionId, language } = writeMinutesInput.parse(request.body ?? {})
    const session = await sessionOf(deps, found.room)
    if (!(await notesDown(deps, found, session?.agenda ?? { secretary: null })))
      throw new HttpProblem('not-allowed')
    // Of a session that was put away only its minutes are left, as they were.
    if (!session || (sessionId !== undefined && sessionId !== session.sessionId))
      throw new HttpProblem('conflict')
    const outcome = await writer.write(session, language)
    if (outcome === 'full') throw new HttpProblem('too-many')
    const answer: MinutesWritten = {
      sessionId: session.sessionId,
      spaceId: found.spaceId,
      written: outcome === 'written',
    }
    response.json(answer)
  })

  for (const format of ['md', 'docx', 'pdf'] as const)
    router.get(`/api/rooms/:code/minutes/:sessionId.${format}`, async (request, response) => {
      const { name, room } = await readerOf(deps, request)
      const sessionId = request.params['sessionId']
      const minutes = await deps.lane.read(name, (doc) => readMinutes(doc, sessionId))
      if (!minutes) throw new HttpProblem('not-found')
      const content = await contentOf(minutes, format, print)
      sendFile(response, {
        content,
        format,
        fileName: minutesFileName(minutes, await placeOf(deps, room), format),
      })
    })

  return router
}

interface Reader extends Insider {
  readonly spaceId: string
  /** Of the document that keeps the room's minutes. */
  readonly name: string
}

/** Somebody who may read the space that keeps the room's minutes. */
async function readerOf(deps: Deps, request: Request): Promise<Reader> {
  const found = await insider(deps, request)
  const [spaceId, name] = [minutesSpace(found.room), minutesDocument(found.room)]
  if (spaceId === undefined || name === undefined) throw new HttpProblem('not-found')
  if (!documentAccess(found.participant, shapeOf(found.room), { kind: 'drafts', id: spaceId }))
    throw new HttpProblem('not-found')
  return { ...found, spaceId, name }
}

async function notesDown(
  deps: Deps,
  found: Insider,
  agenda: Parameters<typeof mayNoteDown>[0],
): Promise<boolean> {
  const { participant, room } = found
  if (participant.role === 'observer') return false
  const named = mayNoteDown(agenda, { actor: actorOf(participant, room), seats: participant.seats })
  return named || (await keepsMinutes(deps.store, found))
}

async function placeOf(deps: Deps, room: Room): Promise<string> {
  const groups = await roomGroupsOf(deps.store, room.groupIds)
  const places = [...new Set(groups.map(({ place }) => place))]
  return places.length > 0 && places.length <= 3 ? places.join(', ') : room.title
}

async function contentOf(
  minutes: ReadMinutes,
  format: MinutesFormat,
  print: Printing | undefined,
): Promise<Buffer> {
  switch (format) {
    case 'md':
      return Buffer.from(minutesMarkdown(minutes))
    case 'docx': {
      // Only whoever asks for such a file waits for what makes it.
      const { minutesDocx } = await import('#server/features/minutes/minutesDocx.ts')
      return minutesDocx(minutes)
    }
    case 'pdf':
      if (!print) throw new HttpProblem('no-printer')
      return print(minutesHtml(minutes))
  }
}

const types: Readonly<Record<MinutesFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

interface MinutesFile {
  readonly content: Buffer
  readonly format: MinutesFormat
  readonly fileName: string
}

function sendFile(response: Response, { content, format, fileName }: MinutesFile): void {
  response
    .setHeader('Content-Type', types[format])
    .setHeader('Content-Disposition', attachment(fileName))
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Cache-Control', 'no-store')
    .end(content)
}
