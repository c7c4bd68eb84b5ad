// Groups as rooms and pages show them: place, theme and wear. Wear is computed once for a cycle and kept in the settings.
import { z } from 'zod'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Settings } from '#server/ports/settings.ts'
import { assignWear, lines, type WearGroup, type Wears, wornGroup } from '#shared/antenna/wear.ts'
import type { Antenna, Group } from '#shared/cycle/cycleFile.ts'
import type { RoomGroup, Wear } from '#shared/room/join.ts'

export interface WearStore {
  readonly cycle: Pick<Cycle, 'about' | 'groups' | 'antennas' | 'themes'>
  readonly settings: Settings
}

const wear = z.object({ ink: z.string(), pattern: z.string(), line: z.enum(lines), initials: z.string() })
const kept = z.record(z.string(), wear)

export const wearSetting = (cycleId: string): string => `wear.${cycleId}`

/** « Nantes »; what stands before the dash of its name for a group that meets online only. */
export const placeOfGroup = (
  group: Pick<Group, 'name' | 'antennaId'>,
  antennas: readonly Antenna[],
): string =>
  antennas.find(({ id }) => id === group.antennaId)?.name ?? (group.name.split(' — ')[0] || group.name)

interface Known {
  readonly wears: Wears
  readonly groups: ReadonlyMap<string, RoomGroup>
}

/** By settings, so that every user of one store shares what was read. */
const known = new WeakMap<Settings, Promise<Known>>()

async function load(store: WearStore, wishes: Readonly<Record<string, Partial<Wear>>>): Promise<Known> {
  const [about, groups, antennas, themes] = await Promise.all([
    store.cycle.about(),
    store.cycle.groups(),
    store.cycle.antennas(),
    store.cycle.themes(),
  ])
  if (!about) return { wears: {}, groups: new Map() }
  const wears = await keptWears(
    store,
    about.cycle.id,
    groups.map((group): WearGroup => ({ ...group, place: placeOfGroup(group, antennas) })),
    wishes,
  )
  const shown = groups.map((group): [string, RoomGroup] => {
    const theme = themes.find(({ id }) => id === group.themeId)?.title ?? ''
    return [
      group.id,
      wornGroup(wears, { id: group.id, code: group.code, place: placeOfGroup(group, antennas), theme }),
    ]
  })
  return { wears, groups: new Map(shown) }
}

/** What was kept stays; groups that came since are added to it. */
async function keptWears(
  store: WearStore,
  cycleId: string,
  groups: readonly WearGroup[],
  wishes: Readonly<Record<string, Partial<Wear>>>,
): Promise<Wears> {
  const text = await store.settings.get(wearSetting(cycleId))
  const before: Wears = text === undefined ? {} : kept.parse(JSON.parse(text))
  if (groups.length > 0 && groups.every(({ id }) => before[id])) return before
  const wears = assignWear(groups, { ...wishes, ...before })
  await store.settings.set(wearSetting(cycleId), JSON.stringify(wears))
  return wears
}

function read(store: WearStore, wishes: Readonly<Record<string, Partial<Wear>>> = {}): Promise<Known> {
  const reading = load(store, wishes)
  known.set(store.settings, reading)
  // A failed read is not kept: the next one asks again.
  reading.catch(() => known.delete(store.settings))
  return reading
}

/** Every group of the cycle by id. Read once, then from memory, until `forgetRoomGroups` or a group that is not known. */
export const roomGroups = async (store: WearStore): Promise<ReadonlyMap<string, RoomGroup>> =>
  (await (known.get(store.settings) ?? read(store))).groups

/** These groups, in the given order; ids that the cycle does not know are left out. */
export async function roomGroupsOf(store: WearStore, ids: readonly string[]): Promise<RoomGroup[]> {
  let groups = await roomGroups(store)
  // Groups that an import added since.
  if (ids.some((id) => !groups.has(id))) groups = (await read(store)).groups
  return ids.flatMap((id) => groups.get(id) ?? [])
}

/** The `--ink-*` name of a group, for presence in joint rooms. */
export const inkOfGroup = async (store: WearStore, groupId: string): Promise<string> =>
  (await roomGroupsOf(store, [groupId]))[0]?.wear.ink ?? 'ardoise'

/** After an import. `wishes` are kept attribute by attribute where they make no two neighbours alike. */
export async function forgetRoomGroups(
  store: WearStore,
  wishes: Readonly<Record<string, Partial<Wear>>> = {},
): Promise<void> {
  await read(store, wishes)
}

/** What rooms need to know of the cooperative, for the answer to a join and for the gate. */
export const roomGuide = (store: WearStore & { readonly cycle: Pick<Cycle, 'entities'> }) => ({
  groups: (ids: readonly string[]): Promise<readonly RoomGroup[]> => roomGroupsOf(store, ids),
  entities: async () => (await store.cycle.entities()).map(({ code, name }) => ({ code, name })),
  inkOfGroup: (groupId: string): Promise<string> => inkOfGroup(store, groupId),
})
