// Loads the demo into the store: at the first start, and again whenever somebody chooses another moment or starts over.
import { z } from 'zod'
import {
  demoCycleFile,
  demoMoments,
  type Moment,
  momentByKey,
  readDemoData,
} from '#server/features/demo/demoData.ts'
import { type DemoRooms, planRooms } from '#server/features/demo/demoRooms.ts'
import { demoWearWishes } from '#server/features/demo/demoWear.ts'
import { personaAccounts } from '#server/features/demo/personas.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { YearRecords } from '#server/ports/yearRecords.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'

export interface DemoStore {
  readonly documentLog: DocumentLog
  readonly people: People
  readonly rooms: Rooms
  readonly settings: Settings
  readonly cycle: Cycle
  readonly year: YearRecords
}

/** Set last, and never taken away: a store with it is a demo. */
export const demoMark = 'demo'
/** The key of the moment at which the demo stands. */
export const demoMomentSetting = 'demo.moment'
/** JSON: group id -> drafts space, for every group, also those without a room. */
export const demoSpacesSetting = 'demo.spaces'
/** JSON while a load is under way: what it makes and what it removes, so that a killed one can be cleared away. */
export const demoLoadingSetting = 'demo.loading'

const loading = z.object({
  moment: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  rooms: z.array(z.string()),
  documents: z.array(z.string()),
})
type Loading = z.output<typeof loading>

export type DemoOutcome =
  | { readonly kind: 'found'; readonly moment: string }
  | { readonly kind: 'loaded'; readonly moment: string; readonly rooms: number; readonly documents: number }
  /** Somebody else's data is in this store: nothing was touched. */
  | { readonly kind: 'not-empty' }

/**
 * Makes sure that the demo is there. A second start finds it untouched; a load that was killed in the middle is cleared
 * away and done again. Only for demo mode: the caller decides that.
 */
export async function ensureDemo(
  store: DemoStore,
  options: { readonly moment?: string; readonly now?: () => number } = {},
): Promise<DemoOutcome> {
  const interrupted = await interruptedLoad(store.settings)
  const marked = (await store.settings.get(demoMark)) !== undefined
  if (marked && !interrupted)
    return { kind: 'found', moment: (await store.settings.get(demoMomentSetting)) ?? '' }
  if (interrupted) {
    await clearAway(store, interrupted)
    await store.year.forgetYear()
  } else if ((await store.rooms.all()).length > 0 || (await store.cycle.about())) return { kind: 'not-empty' }
  const data = await readDemoData()
  const moment = momentByKey(data.moments, interrupted?.moment ?? options.moment)
  if (!moment) throw new Error(`the demo has no moment ${options.moment ?? interrupted?.moment ?? ''}`)
  const planned = planRooms(data, moment.date)
  await announce(store.settings, { moment: moment.key, at: (options.now ?? Date.now)() }, planned)
  await importDemoCycle(store)
  for (const account of personaAccounts(data)) await store.people.saveAccount(account)
  await makeDocuments(store.documentLog, planned)
  for (const room of planned.rooms) await store.rooms.saveRoom(room)
  await settle(store.settings, moment, planned)
  return {
    kind: 'loaded',
    moment: moment.key,
    rooms: planned.rooms.length,
    documents: planned.documents.length,
  }
}

export type RestartOutcome =
  | { readonly kind: 'restarted'; readonly moment: string }
  | { readonly kind: 'no-such-moment' }
  | { readonly kind: 'busy' }

/** A load that says nothing for so long was killed, in milliseconds: the next one clears it away. */
const staleAfter = 60_000
const restarting = new WeakSet<Settings>()

/**
 * Loads a moment afresh under the same codes: new rooms and spaces with new ids, so that no copy that a browser keeps can
 * bring old words back. Everybody's document lines are closed; they find their way back through the doors. Accounts and
 * sessions stay; what was made of the year goes. Whoever calls it asks the gate again for all other lines.
 */
export async function restartDemo(
  store: DemoStore,
  lane: Pick<DocumentLane, 'evict'>,
  { key, now }: { readonly key: string; readonly now: number },
): Promise<RestartOutcome> {
  const moment = momentByKey((await demoMoments()).moments, key)
  if (!moment) return { kind: 'no-such-moment' }
  const interrupted = await interruptedLoad(store.settings)
  const otherProcess = interrupted !== undefined && now - interrupted.at < staleAfter
  if (otherProcess || restarting.has(store.settings)) return { kind: 'busy' }
  restarting.add(store.settings)
  try {
    await replaceRooms(store, lane, { moment, now, leftOver: interrupted })
  } finally {
    restarting.delete(store.settings)
  }
  return { kind: 'restarted', moment: moment.key }
}

async function replaceRooms(
  store: DemoStore,
  lane: Pick<DocumentLane, 'evict'>,
  { moment, now, leftOver }: { moment: Moment; now: number; leftOver: Loading | undefined },
): Promise<void> {
  const rooms = [...(await store.rooms.all()), ...(await store.rooms.apartes())]
  const old = {
    rooms: [...new Set([...rooms.map(({ id }) => id), ...(leftOver?.rooms ?? [])])],
    documents: [...new Set([...(await documentsOf(store.settings, rooms)), ...(leftOver?.documents ?? [])])],
  }
  const planned = planRooms(await readDemoData(), moment.date)
  await announce(store.settings, { moment: moment.key, at: now }, planned, old)
  await makeDocuments(store.documentLog, planned)
  // Codes are unique: the old rooms go first. Nobody is sent away before the new doors are there.
  for (const id of old.rooms) await store.rooms.removeRoom(id)
  for (const room of planned.rooms) await store.rooms.saveRoom(room)
  await lane.evict(old.documents)
  for (const name of old.documents) await store.documentLog.remove(name)
  await store.year.forgetYear()
  await settle(store.settings, moment, planned)
}

/** All or nothing, and harmless when it is there already. Throws when the shipped file is refused. */
async function importDemoCycle(store: DemoStore): Promise<void> {
  const outcome = await store.cycle.importFile(await demoCycleFile())
  if (!outcome.ok)
    throw new Error(`the demo's cycle was refused: ${JSON.stringify(outcome.problems.slice(0, 3))}`)
  await forgetRoomGroups(store, demoWearWishes)
}

async function interruptedLoad(settings: Settings): Promise<Loading | undefined> {
  const kept = await settings.get(demoLoadingSetting)
  return kept === undefined ? undefined : loading.parse(JSON.parse(kept))
}

/** Written before anything else: whatever a killed load leaves behind is named here. */
async function announce(
  settings: Settings,
  { moment, at }: Pick<Loading, 'moment' | 'at'>,
  planned: DemoRooms,
  old: { readonly rooms: readonly string[]; readonly documents: readonly string[] } = {
    rooms: [],
    documents: [],
  },
): Promise<void> {
  const load: Loading = {
    moment,
    at,
    rooms: [...old.rooms, ...planned.rooms.map(({ id }) => id)],
    documents: [...old.documents, ...planned.documents.map(({ name }) => name)],
  }
  await settings.set(demoLoadingSetting, JSON.stringify(load))
}

async function clearAway(store: DemoStore, { rooms, documents }: Loading): Promise<void> {
  for (const id of rooms) if (await store.rooms.room(id)) await store.rooms.removeRoom(id)
  for (const name of documents) if (await store.documentLog.exists(name)) await store.documentLog.remove(name)
}

/** As the participant `server`, in one row each: nobody is connected to a document that no room names yet. */
async function makeDocuments(log: DocumentLog, { documents }: DemoRooms): Promise<void> {
  for (const { name, update } of documents) {
    await log.create(name)
    await log.append(name, [{ author: 'server', update: update() }])
  }
}

/** The marks, in this order: without the last step the load counts as interrupted. */
async function settle(settings: Settings, moment: Moment, { spaces }: DemoRooms): Promise<void> {
  await settings.set(demoSpacesSetting, JSON.stringify(spaces))
  await settings.set(demoMomentSetting, moment.key)
  await settings.set(demoMark, '1')
  await settings.remove(demoLoadingSetting)
}

const spacesKept = z.record(z.string(), z.string())

/** Group id -> drafts space, as the demo was loaded; empty where there is no demo. */
export async function demoSpaces(settings: Settings): Promise<Readonly<Record<string, string>>> {
  const kept = await settings.get(demoSpacesSetting)
  return kept === undefined ? {} : spacesKept.parse(JSON.parse(kept))
}

async function documentsOf(settings: Settings, rooms: readonly Room[]): Promise<string[]> {
  const spaces = new Set([
    ...Object.values(await demoSpaces(settings)),
    ...rooms.flatMap((room) => room.spaces.map(({ spaceId }) => spaceId)),
  ])
  return [
    ...rooms.map(({ id }) => documentName({ kind: 'whiteboard', id })),
    ...[...spaces].map((id) => documentName({ kind: 'drafts', id })),
  ]
}
