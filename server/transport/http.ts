// Puts the routes behind the doors: headers, origin, body, then one resource after the other, then the refusals.
import express, { type Express, type RequestHandler, type Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import { notFound, problemHandler } from '#server/transport/httpErrors.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import {
  jsonBody,
  neverStored,
  onlyJson,
  originRule,
  permissions,
  securityHeaders,
} from '#server/transport/httpSecurity.ts'

export interface HttpOptions {
  readonly config: Pick<Config, 'publicUrl' | 'dev' | 'trustProxy'>
  readonly logger: Logger
  /** Answers before everything else, also while the process starts or stops. */
  readonly health: Router
  /** Routes with full paths; undefined until the process can serve. */
  readonly routes: () => readonly Router[] | undefined
  /** Socket.IO's own requests, for those who do not begin with a WebSocket. */
  readonly polling: RequestHandler
  readonly failed: (error: unknown) => void
  readonly turnedAway: (why: string) => void
}

export function createHttpApp(options: HttpOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  if (options.config.trustProxy !== undefined) app.set('trust proxy', options.config.trustProxy)
  app.use(requestLog(options.logger))
  app.use(securityHeaders(options.config), permissions)
  app.use(counted(originRule(options.config), options.turnedAway))
  app.use(options.health)
  app.use('/socket.io', options.polling)
  app.use('/api', neverStored)
  app.use(onlyJson, jsonBody)
  app.use((request, response, next) => {
    const routes = options.routes()
    if (!routes) throw new HttpProblem('not-ready', { retryAfter: 1 })
    inOrder(routes)(request, response, next)
  })
  app.use(notFound)
  app.use(problemHandler(options.logger, options.failed))
  return app
}

/** Runs routers one after the other, as `app.use` would. */
export function inOrder(routers: readonly Router[]): RequestHandler {
  return (request, response, done) => {
    const run = (at: number): void => {
      const router = routers[at]
      if (!router) return done()
      router(request, response, (error?: unknown) => {
        if (error) done(error)
        else run(at + 1)
      })
    }
    run(0)
  }
}

function counted(rule: RequestHandler, turnedAway: (why: string) => void): RequestHandler {
  return (request, response, next) => {
    try {
      void rule(request, response, next)
    } catch (error) {
      turnedAway('origin')
      throw error
    }
  }
}

/** One line an answer: the route's pattern and not its address, which may hold a code; never a query, which may hold a ticket. */
function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const isApi = request.path.startsWith('/api/')
    response.on('close', () => {
      const route: unknown = (request.route as { path?: unknown } | undefined)?.path // Express leaves the matched route here
      const line = {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
      }
      // Whoever asks whether we are ready is told so by a 503: an answer, and no failure.
      if (request.path === '/readyz') logger[response.statusCode >= 500 ? 'warn' : 'debug'](line, 'answered')
      else if (response.statusCode >= 500) logger.error(line, 'answered')
      else if (isApi) logger.info(line, 'answered')
      else logger.debug(line, 'answered')
    })
    next()
  }
}
