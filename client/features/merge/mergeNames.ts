// How merges, their parents and their passages are called, in words that can be read aloud.
import type { TFunction } from 'i18next'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import type { RoomGroup, Wear } from '#shared/room/join.ts'

/** Texts written together wear no group's ink. */
const jointWear: Wear = { ink: 'ardoise', pattern: 'lignes', line: 'double', initials: '+' }

export interface Party {
  readonly key: string
  readonly group: RoomGroup | undefined
  readonly wear: Wear
  /** « Nantes », or « Nantes R1 » where two parents come from one group. */
  readonly name: string
  /** « Nantes R1 ». */
  readonly fullName: string
}

export function partiesOf(
  t: TFunction<'merge'>,
  room: LiveRoom,
  parents: readonly Pick<FrozenParent, 'key' | 'groupId' | 'code'>[],
): readonly Party[] {
  const { groups } = room.join.room
  return parents.map(({ key, groupId, code }) => {
    const group = groups.find(({ id }) => id === groupId)
    const place = group?.place ?? t(groupId === null ? 'together' : 'otherGroup')
    const isAlone = parents.filter((other) => other.groupId === groupId).length === 1
    const fullName = code ? `${place} ${code}` : place
    return { key, group, wear: group?.wear ?? jointWear, name: isAlone ? place : fullName, fullName }
  })
}

/** « Nantes, Lyon et Rennes ». */
export function listed(t: TFunction<'merge'>, names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  return t('and', { first: names.slice(0, -1).join(', '), last })
}

/** « de Nantes », « d’Amiens », “of Nantes”, ‘van Nantes’. */
export function ofPlace(language: string, place: string): string {
  if (language.startsWith('nl')) return `van ${place}`
  if (!language.startsWith('fr')) return `of ${place}`
  return /^[aeiouyhàâéèêëîïôöûü]/i.test(place) ? `d’${place}` : `de ${place}`
}

export interface PassageName {
  readonly parent: FrozenParent
  readonly party: Party
  readonly passage: Passage
  /** « Phrase 4 de Lyon ». */
  readonly name: string
}

/** By passage id, in reading order; sentences and nuances are counted within their parent. */
export function passageNames(
  t: TFunction<'merge'>,
  language: string,
  { parents, parties }: { readonly parents: readonly FrozenParent[]; readonly parties: readonly Party[] },
): ReadonlyMap<string, PassageName> {
  const names = new Map<string, PassageName>()
  for (const [at, parent] of parents.entries()) {
    const party = parties[at]
    if (!party) continue
    const counted = { sentence: 0, nuance: 0 }
    for (const passage of parent.passages) {
      const of = ofPlace(language, party.name)
      const name =
        passage.kind === 'country'
          ? t('passage.country', { entity: passage.entity, place: party.name })
          : t(`passage.${passage.kind}`, { n: (counted[passage.kind] += 1), of })
      names.set(passage.id, { parent, party, passage, name })
    }
  }
  return names
}

/** The part of a text that a passage stands in. */
export const partOf = (passage: Passage): 'constat' | 'proposition' | 'moyens' | 'country' | 'nuance' =>
  passage.kind === 'sentence' ? passage.section : passage.kind
