// The browsers that are there from the beginning of the whole session; the eighth comes late.
import type { Locator } from 'playwright-core'
import { halfScreen, type Person } from '#e2e/harness/browser.ts'
import { Facilitator } from '#e2e/harness/facilitator.ts'
import { phoneLook, type SessionHall } from '#e2e/harness/sessionHall.ts'
import type { AnswerOf } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

/** For the server's NODE_OPTIONS: SIGUSR2 sets its clock twelve minutes ahead, as if the session had gone on. */
export const movedClock = `--import=${new URL('./movedClock.ts', import.meta.url).href}`

export interface Seven {
  readonly lead: Facilitator
  readonly wall: Person
  /** Phones around the table. */
  readonly ben: Person
  readonly lou: Person
  /** A laptop of the room with Paul, Jeanne and Omar behind it. */
  readonly table: Person
  /** At home: half a screen beside a call, and a whole one. */
  readonly maryse: Person
  readonly idris: Person
}

export async function sevenArrive(hall: SessionHall): Promise<Seven> {
  const lead = new Facilitator((await hall.leader()).page)
  const [wall, ben, lou] = await Promise.all([
    hall.wall(),
    hall.guest('Ben', 'in-person', phoneLook),
    hall.guest('Lou', 'in-person', phoneLook),
  ])
  const [table, maryse, idris] = await Promise.all([
    hall.device(['Paul', 'Jeanne', 'Omar'], { viewport: halfScreen }),
    hall.guest('Maryse', 'remote', { viewport: halfScreen }),
    hall.guest('Idris', 'remote'),
  ])
  return { lead, wall, ben, lou, table, maryse, idris }
}

/** Waits until each of these screens holds it, shown or for a screen reader. */
export async function onEach(whose: readonly Person[], look: (person: Person) => Locator): Promise<void> {
  await Promise.all(whose.map((one) => look(one).first().waitFor({ state: 'attached' })))
}

/** The same degree for everything that is asked. */
export const allDegrees =
  (degree: number) =>
  ({ items }: OpenView): AnswerOf<'gradient'> => ({
    kind: 'gradient',
    degrees: Object.fromEntries(items.map(({ id }) => [id, degree])),
    comment: '',
  })
