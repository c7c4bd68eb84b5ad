// Whom the words of a merged draft may come from: each frozen passage with its text, and with what its group wears.
import { useMemo } from 'react'
import type * as Y from 'yjs'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { useYjs } from '#client/live/useLiveRoom.tsx'
import { wearStyle } from '#client/ui/wear.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { mergesOf, readParents } from '#shared/merge/mergesInDocument.ts'
import type { Wear } from '#shared/room/join.ts'

/** A group whose words these are. */
export interface WordSource {
  readonly wear: Wear
  readonly initials: string
  readonly name: string
}

/** By passage id: what a `src` mark names. */
export type WordSources = ReadonlyMap<string, WordSource>
export type Passages = ReadonlyMap<string, Passage>

interface ReadBefore {
  readonly parents: readonly (readonly FrozenParent[])[]
  readonly passages: Passages
}
const read = new WeakMap<Y.Doc, ReadBefore>()

/** Every passage that was frozen into this document; the same map as long as nothing of them changed. */
export function passagesIn(doc: Y.Doc): Passages {
  const parents = [...mergesOf(doc).keys()].map((mergeId) => readParents(doc, mergeId))
  const before = read.get(doc)
  if (before?.parents.length === parents.length && parents.every((one, at) => one === before.parents[at]))
    return before.passages
  const passages = new Map(
    parents
      .flat()
      .flatMap((parent) => [...parent.passages, ...parent.former].map((passage) => [passage.id, passage])),
  )
  read.set(doc, { parents, passages })
  return passages
}

/** A group that is not of this room. */
const unknownWear: Wear = { ink: 'ardoise', pattern: 'lignes', line: 'dotted', initials: '?' }

/** The groups whose drafts went into a joint draft, as sources of its words; undefined for a draft that was never merged. */
export interface Origins {
  readonly groups: readonly WordSource[]
  readonly sources: WordSources
}

/** Re-renders when parents come or are refreshed. */
export function useOrigins(room: LiveRoom, live: LiveDocument, draftId: string): Origins | undefined {
  const parents = useYjs(mergesOf(live.doc) as Y.AbstractType<unknown>, () => parentsOf(live.doc, draftId)) // Yjs types are invariant in their events, which nobody reads here
  return useMemo(() => (parents.length === 0 ? undefined : originsOf(room, parents)), [parents, room])
}

const noParents: readonly FrozenParent[] = []

function parentsOf(doc: Y.Doc, draftId: string): readonly FrozenParent[] {
  const parents = draftId.startsWith('d-') ? readParents(doc, draftId.slice(2)) : noParents
  return parents.length === 0 ? noParents : parents
}

function originsOf(room: LiveRoom, parents: readonly FrozenParent[]): Origins {
  const groupIds = new Set(parents.map(({ groupId }) => groupId))
  const byGroup = new Map([...groupIds].map((groupId) => [groupId, sourceOf(room, groupId)]))
  const sources = parents.flatMap(({ groupId, passages }) =>
    passages.flatMap(({ id }): [string, WordSource][] => {
      const source = byGroup.get(groupId)
      return source ? [[id, source]] : []
    }),
  )
  return { groups: [...byGroup.values()], sources: new Map(sources) }
}

function sourceOf({ join }: LiveRoom, groupId: string | null): WordSource {
  const group = join.room.groups.find(({ id }) => id === groupId)
  const wear = group?.wear ?? unknownWear
  return { wear, initials: wear.initials, name: group?.place ?? '' }
}

/** Re-renders when parents come or are refreshed. */
export const usePassages = ({ doc }: LiveDocument): Passages =>
  useYjs(mergesOf(doc) as Y.AbstractType<unknown>, () => passagesIn(doc)) // Yjs types are invariant in their events, which nobody reads here

/** The look of a group's words, for an element with the classes of `inkClass`. */
export const inkClass = ({ wear }: WordSource): string => (wear.line === 'double' ? 'pv dbl a' : 'pv a')

/** The same as a style attribute. */
export const inkStyleText = ({ wear }: WordSource): string =>
  Object.entries(wearStyle(wear))
    .map(([key, value]) => `${key}:${String(value)}`)
    .join(';')

export const isSameSource = (a: WordSource, b: WordSource): boolean =>
  a.name === b.name && a.initials === b.initials
