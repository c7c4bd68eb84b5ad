// The day that pages look from: the demo's moment, or today where the server stands.
import { demoMoments, type Moment, momentByKey } from '#server/features/demo/demoData.ts'
import { demoMomentSetting } from '#server/features/demo/loadDemo.ts'
import type { Settings } from '#server/ports/settings.ts'

export interface DayDeps {
  readonly demo: boolean
  readonly store: { readonly settings: Settings }
  now(): number
}

/** `YYYY-MM-DD` in the server's own time zone. */
const localDay = (at: number): string => {
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The moment the demo stands at; undefined outside the demo. */
export async function demoMoment({
  demo,
  store,
}: Pick<DayDeps, 'demo' | 'store'>): Promise<Moment | undefined> {
  if (!demo) return undefined
  const { moments } = await demoMoments()
  return momentByKey(moments, await store.settings.get(demoMomentSetting))
}

/** The day as `before` of every read of the cycle: what is dated that day or later does not exist yet. */
export const todayOf = async (deps: DayDeps): Promise<string> =>
  (await demoMoment(deps))?.date ?? localDay(deps.now())
