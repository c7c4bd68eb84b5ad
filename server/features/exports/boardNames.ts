// What each board is called in an export: by its entity, or by its own name where its entity has several.
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'

/** By id, in the boards' order. No two are alike: what is counted by name is counted by board. */
export function boardNames({
  boards,
  entities,
}: Pick<FollowUpWorld, 'boards' | 'entities'>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { entityId, id, name } of boards) {
    const alone = boards.filter((one) => one.entityId === entityId).length === 1
    const called = (alone && entities.find((entity) => entity.id === entityId)?.name) || name
    const free = [called, `${called} (${id})`, id].find((one) => !taken.has(one)) ?? id
    taken.add(free)
    names.set(id, free)
  }
  return names
}
