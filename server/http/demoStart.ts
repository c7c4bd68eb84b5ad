// The demo at the start of a process: whether the store holds one, and loading it.
import { demoWearWishes } from '#server/features/demo/demoWear.ts'
import { demoLoadingSetting, demoMark, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { Store } from '#server/transport/deps.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'

/** Set by DEMO=0: the demo's data stays, and no later start serves it as a demo until DEMO=1. */
const offSetting = 'demo.off'

export async function demoState({
  settings,
  rooms,
  cycle,
}: Store): Promise<{ marked: boolean; empty: boolean }> {
  const off = (await settings.get(offSetting)) !== undefined
  // A load that a kill interrupted left the second; the store is a demo's, and the load is done again.
  const mark = (await settings.get(demoMark)) ?? (await settings.get(demoLoadingSetting))
  const empty = mark === undefined && (await rooms.all()).length === 0 && (await cycle.about()) === undefined
  return { marked: mark !== undefined && !off, empty: empty && !off }
}

export async function rememberDemo(settings: Settings, asked: boolean | undefined): Promise<void> {
  if (asked === false) await settings.set(offSetting, '1')
  if (asked === true) await settings.remove(offSetting)
}

/** Loads the demo where it is not there yet; touches nothing that is somebody else's. */
export async function loadDemoInto(store: Store): Promise<Result<undefined>> {
  const outcome = await ensureDemo(store)
  if (outcome.kind === 'not-empty')
    return refuse('conflict', 'DEMO: this store holds other data; give the demo a DATA_DIR of its own')
  await forgetRoomGroups(store, demoWearWishes)
  return ok(undefined)
}
