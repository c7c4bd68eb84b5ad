// Whether the process lives, whether it can serve, and what it measures: for whoever operates it.
import express, { type Router } from 'express'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { type Metrics, mayReadMetrics } from '#server/transport/metrics.ts'

export interface HealthOptions {
  /** Why the process cannot serve; undefined when it can. */
  readonly notReady: () => Promise<string | undefined>
  readonly metrics: Metrics
  readonly metricsToken: string | undefined
}

export function healthRoutes({ notReady, metrics, metricsToken }: HealthOptions): Router {
  const router = express.Router()

  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })
  })

  router.get('/readyz', async (_request, response) => {
    const reason = await notReady()
    response
      .setHeader('Cache-Control', 'no-store')
      .status(reason === undefined ? 200 : 503)
      .json(reason === undefined ? { status: 'ready' } : { status: 'not ready', reason })
  })

  router.get('/metrics', async (request, response) => {
    // 404 and not 403: a stranger learns nothing of what is here.
    if (!mayReadMetrics(request, metricsToken)) throw new HttpProblem('not-found')
    response
      .setHeader('Cache-Control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics())
  })

  return router
}
