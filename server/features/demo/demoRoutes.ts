// The demo over HTTP: the moment it stands at, its personas, and loading another moment. All of it is 404 outside the demo.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import {
  demoMoments,
  type Moment,
  momentByKey,
  personaKeys,
  readDemoData,
} from '#server/features/demo/demoData.ts'
import { demoMomentSetting, restartDemo } from '#server/features/demo/loadDemo.ts'
import { personaAccountId, personaAccounts, personaPlace } from '#server/features/demo/personas.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { DemoAnswer, DemoMoment, DemoPersona } from '#shared/home/home.ts'

const momentInput = z.object({ key: z.string().min(1).max(80) })

const shown = ({ key, title, date, time, whatIsGoingOn }: Moment): DemoMoment => ({
  key,
  title,
  date,
  time,
  whatIsGoingOn,
})

/** Facilitators and administrators lead the demo; everyone else only sees where it stands. */
export const mayChangeMoment = (account: Account | undefined): boolean =>
  account !== undefined && (account.standing === 'admin' || account.facilitatesGroupIds.length > 0)

let personasOnce: Promise<readonly DemoPersona[]> | undefined

/** The personas do not depend on the moment: read once from the shipped data. */
function demoPersonas(): Promise<readonly DemoPersona[]> {
  personasOnce ??= readDemoData().then((data) => {
    const accounts = new Map(personaAccounts(data).map((account) => [account.id, account]))
    return personaKeys.flatMap((key): DemoPersona[] => {
      const account = accounts.get(personaAccountId(key))
      if (!account) return []
      const { displayName: name, standing, facilitatesGroupIds } = account
      return [
        { key, name, standing, facilitator: facilitatesGroupIds.length > 0, place: personaPlace(data, key) },
      ]
    })
  })
  return personasOnce
}

export function demoRoutes(
  deps: Pick<Deps, 'demo' | 'store' | 'lane' | 'identify' | 'recheck' | 'logger' | 'now'>,
): Router {
  const router = express.Router()
  const inDemo = (): void => {
    if (!deps.demo) throw new HttpProblem('not-found')
  }

  router.get('/api/demo', async (request: Request, response: Response) => {
    inDemo()
    const { moments } = await demoMoments()
    const moment = momentByKey(moments, await deps.store.settings.get(demoMomentSetting))
    if (!moment) throw new HttpProblem('not-ready')
    const { account } = await deps.identify(request)
    const answer: DemoAnswer = {
      demo: true,
      moment: shown(moment),
      moments: moments.map(shown),
      mayChange: mayChangeMoment(account),
      personas: await demoPersonas(),
    }
    response.set('Cache-Control', 'no-store').json(answer)
  })

  router.post('/api/demo/moment', async (request: Request, response: Response) => {
    inDemo()
    const { account } = await deps.identify(request)
    if (!account) throw new HttpProblem('not-signed-in')
    if (!mayChangeMoment(account)) throw new HttpProblem('not-allowed')
    const input = momentInput.safeParse(request.body)
    if (!input.success) throw new HttpProblem('bad-input', { fields: ['key'] })
    const outcome = await restartDemo(deps.store, deps.lane, { key: input.data.key, now: deps.now() })
    if (outcome.kind === 'no-such-moment') throw new HttpProblem('bad-input', { fields: ['key'] })
    if (outcome.kind === 'busy') throw new HttpProblem('conflict')
    // Whoever was in a room holds a ticket to one that is gone: their lines close, and they come in again by the code.
    await deps.recheck()
    deps.logger.info({ moment: outcome.moment }, 'the demo was started afresh')
    response.json({ moment: outcome.moment })
  })
  return router
}
