// « Fusion de Nantes R1 et Lyon R2 », as far as the sources may be read here.
import type { TFunction } from 'i18next'
import { listed, partiesOf } from '#client/features/merge/mergeNames.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import type { Merge } from '#shared/merge/mergeState.ts'
import { readParents } from '#shared/merge/mergesInDocument.ts'

export function mergeName(t: TFunction<'merge'>, room: LiveRoom, merge: Merge): string {
  const doc = room.draftsOf(merge.spaceId)?.doc
  const frozen = doc ? readParents(doc, merge.id) : []
  const parents = merge.parents.map((parent) => ({
    ...parent,
    code: frozen.find(({ key }) => key === parent.key)?.code ?? '',
  }))
  const names = partiesOf(t, room, parents).map(({ fullName }) => fullName)
  return t(names.length > 1 ? 'name' : 'nameAlone', { names: listed(t, names) })
}
