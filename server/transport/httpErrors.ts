// Turns whatever a route throws into `application/problem+json` (RFC 9457). Stacks and messages stay in the log.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import { StoreFailure } from '#server/ports/storeFailure.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf, problemWords } from '#server/transport/httpProblemTexts.ts'
import { randomId } from '#shared/contract/ids.ts'

export function sendProblem(
  request: Request,
  response: Response,
  problem: HttpProblem,
  errorId?: string,
): void {
  const language = languageOf(request.query['lang'], request.headers['accept-language'])
  const [title, detail] = problemWords(problem.code, language)
  if (problem.retryAfter !== undefined) response.setHeader('Retry-After', problem.retryAfter)
  response
    .status(problem.status)
    .setHeader('Content-Type', 'application/problem+json; charset=utf-8')
    .setHeader('Content-Language', language)
    .setHeader('Cache-Control', 'no-store')
    .end(
      JSON.stringify({
        type: 'about:blank',
        title,
        status: problem.status,
        detail,
        code: problem.code,
        ...(problem.fields.length > 0 ? { fields: problem.fields } : {}),
        ...(errorId === undefined ? {} : { errorId }),
      }),
    )
}

/** Whatever no route answered. */
export const notFound: RequestHandler = () => {
  throw new HttpProblem('not-found')
}

/** `failed` hears of errors that are bugs or a broken store, for the process to decide whether it may go on. */
export function problemHandler(logger: Logger, failed: (error: unknown) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const problem = problemOf(error)
    const errorId = problem.code === 'bug' ? randomId() : undefined
    if (errorId !== undefined)
      logger.error({ error, errorId, method: request.method, path: request.path }, 'request failed')
    if (error instanceof StoreFailure) failed(error)
    // Too late for an answer: the line is cut so that half an answer is not taken for a whole one.
    if (response.headersSent) request.socket.destroy()
    else sendProblem(request, response, problem, errorId)
  }
}

function problemOf(error: unknown): HttpProblem {
  // The body parser gives an error that its check throws (a body that nests too deep) a status of its own.
  const ofCheck = error instanceof Error && 'type' in error && error.type === 'entity.verify.failed'
  if (ofCheck) return new HttpProblem('bad-input', { status: 400 })
  if (error instanceof HttpProblem) return error
  if (error instanceof ZodError) {
    return new HttpProblem('bad-input', {
      fields: [...new Set(error.issues.map(({ path }) => path.join('.')))].filter(Boolean),
    })
  }
  if (error instanceof StoreFailure) return new HttpProblem(error.kind === 'full' ? 'disk-full' : 'not-ready')
  return bodyProblem(error) ?? new HttpProblem('bug')
}

/** What Express and its body parser throw: errors with a status. */
function bodyProblem(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  switch (error.status) {
    case 413:
      return new HttpProblem('too-large')
    case 415:
      return new HttpProblem('body-type')
    case 400:
    case 404:
      return new HttpProblem(error.status === 400 ? 'bad-input' : 'not-found', { status: error.status })
    default:
      return undefined
  }
}
