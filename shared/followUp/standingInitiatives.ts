// Local initiatives as they stand: imported ones and those declared here, with the antennas that adopted them.
import type { LocalInitiative } from '#shared/cycle/cycleFile.ts'
import { actsOn, type InitiativeAct, type InitiativeState, type KeptAct } from '#shared/followUp/acts.ts'
import type { NewsLine } from '#shared/followUp/standingItem.ts'

export interface Adoption {
  readonly groupId: string
  readonly antennaId: string | null
  readonly date: string
  readonly text: string
}

export interface StandingInitiative {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Who looks after it, as its group named them: for the cooperative's own people. */
  readonly who: string
  readonly groupId: string | null
  readonly antennaId: string | null
  readonly since: string
  readonly state: InitiativeState
  readonly people: number | null
  readonly recommendationIds: readonly string[]
  readonly draftId: string | null
  readonly adopted: readonly Adoption[]
  readonly news: readonly NewsLine[]
  /** Declared here; false for what was imported. */
  readonly own: boolean
  readonly version: number
}

const importedState = { active: 'active', paused: 'paused', merged: 'ended', ended: 'ended' } as const

const fromCycle = (one: LocalInitiative): StandingInitiative => ({
  ...{ id: one.id, title: one.title, text: one.description ?? '', who: '', groupId: one.groupId },
  ...{ antennaId: one.antennaId, since: one.startedOn, state: importedState[one.status ?? 'active'] },
  ...{ people: one.peopleCount, recommendationIds: one.recommendationIds, draftId: null },
  ...{ adopted: [], news: [], own: false, version: 0 },
})

function declared(id: string, acts: readonly KeptAct<InitiativeAct>[]): StandingInitiative | undefined {
  const first = acts[0]
  if (first?.body.kind !== 'declared') return undefined
  const { antennaId, draftId, groupId, people, recommendationIds, text, title } = first.body
  return {
    ...{ id, title, text, who: '', groupId, antennaId, people, recommendationIds, draftId },
    ...{ since: first.day, state: 'active', adopted: [], news: [], own: true, version: 0 },
  }
}

function after(one: StandingInitiative, { body, byName, day }: KeptAct<InitiativeAct>): StandingInitiative {
  const version = one.version + 1
  switch (body.kind) {
    case 'declared':
      return { ...one, version }
    case 'adopted': {
      const { antennaId, groupId, text } = body
      const others = one.adopted.filter((adoption) => adoption.groupId !== groupId)
      return { ...one, version, adopted: [...others, { groupId, antennaId, date: day, text }] }
    }
    case 'left':
      return { ...one, version, adopted: one.adopted.filter(({ groupId }) => groupId !== body.groupId) }
    case 'news':
      return { ...one, version, news: [...one.news, { date: day, text: body.text, byName }] }
    case 'state':
      return { ...one, version, state: body.state, people: body.people ?? one.people }
  }
}

/** In the order in which they began. */
export function standingInitiatives(
  imported: readonly LocalInitiative[],
  acts: readonly KeptAct[],
): StandingInitiative[] {
  const known = new Map(imported.map((one) => [one.id, fromCycle(one)]))
  const ids = new Set(acts.flatMap(({ target, targetId }) => (target === 'initiative' ? [targetId] : [])))
  for (const id of ids) {
    const own = actsOn<InitiativeAct>(acts, 'initiative', id)
    const first = known.get(id) ?? declared(id, own)
    if (first) known.set(id, own.reduce(after, first))
  }
  return [...known.values()].sort((a, b) => (a.since + a.id < b.since + b.id ? -1 : 1))
}

/** Where it is under way: the places of those who began and of those who adopted, each once; ended ones count no more. */
export function placesUnderWay(initiatives: readonly StandingInitiative[]): Set<string> {
  const places = initiatives
    .filter(({ state }) => state !== 'ended')
    .flatMap(({ adopted, antennaId, groupId }) => [{ antennaId, groupId }, ...adopted])
  return new Set(places.flatMap(({ antennaId, groupId }) => antennaId ?? groupId ?? []))
}
