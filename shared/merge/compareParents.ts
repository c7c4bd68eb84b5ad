// What words and places say about the passages of several parents, whatever people decide: which could stand side by side.
import type { Part } from '#shared/merge/blockReading.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { type Likeness, likenessOf } from '#shared/merge/passageLikeness.ts'
import { piecesAlike } from '#shared/merge/passagePieces.ts'
import { wordsOfPassage } from '#shared/merge/passageWords.ts'
import { allSteps, type Steps } from '#shared/merge/steps.ts'

/** A passage with where it stands. */
export interface Placed {
  readonly passage: Passage
  readonly part: Part
  /** Place of its parent, and its own among the parent's passages of this part. */
  readonly parent: number
  readonly order: number
  /** 0 at the beginning of the part, 1 at its end. */
  readonly share: number
}

export interface Candidate {
  readonly a: Placed
  readonly b: Placed
  readonly alike: number
}

export interface Compared {
  readonly placed: readonly Placed[]
  readonly byId: ReadonlyMap<string, Placed>
  readonly likeness: Likeness
  /** Pairs of different parents that are sure enough, the surest first. */
  readonly candidates: readonly Candidate[]
  readonly alikeness: (a: Placed, b: Placed) => number
  /** Ids of the passages of the same part so many places further (or before). */
  readonly beside: (one: Placed, step: number) => string | undefined
}

/** How alike two passages must be to stand side by side: a wrong pair is worse than none. */
const sureFrom = 0.21
/** What pieces of their words add to what their words say: « refus » and « refusé » are not the same word. */
const piecesPart = 0.8
/** Between the same place and opposite ends of a section, the part of their likeness that passages lose. */
const placePart = 0.3

/** By the array of parents: it is the same as long as no parent is brought in or frozen again. */
const known = new WeakMap<readonly FrozenParent[], Compared>()

export const compareParents = (parents: readonly FrozenParent[]): Compared =>
  allSteps(compareInSteps(parents))

/** The same with pauses: two drafts of 3,000 words have 40,000 pairs of sentences. */
export function* compareInSteps(parents: readonly FrozenParent[]): Steps<Compared> {
  const before = known.get(parents)
  if (before) return before
  const placed = parents.flatMap(placedIn)
  for (const { passage } of placed) {
    wordsOfPassage(passage)
    yield
  }
  const passages = placed.map(({ passage }) => passage)
  const likeness = likenessOf(passages)
  yield
  const pieces = piecesAlike(passages)
  const byPlace = new Map(placed.map((one) => [placeKey(one, one.order), one.passage.id]))
  const beside = (one: Placed, step: number): string | undefined =>
    byPlace.get(placeKey(one, one.order + step))
  const alikeness = alikenessBy({ likeness, pieces }, beside)
  const compared: Compared = {
    placed,
    byId: new Map(placed.map((one) => [one.passage.id, one])),
    likeness,
    candidates: yield* candidatesAmong(placed, alikeness),
    alikeness,
    beside,
  }
  known.set(parents, compared)
  return compared
}

const placeKey = ({ parent, part }: Placed, order: number): string => `${parent} ${part} ${order}`
const partOf = (passage: Passage): Part => (passage.kind === 'sentence' ? passage.section : passage.kind)

function placedIn({ passages }: FrozenParent, parent: number): Placed[] {
  const sizes = new Map<Part, number>()
  const counted = passages.map((passage) => {
    const part = partOf(passage)
    const order = sizes.get(part) ?? 0
    sizes.set(part, order + 1)
    return { passage, part, parent, order }
  })
  return counted.map((one) => ({ ...one, share: (one.order + 0.5) / (sizes.get(one.part) ?? 1) }))
}

function* candidatesAmong(placed: readonly Placed[], alikeness: Compared['alikeness']): Steps<Candidate[]> {
  const candidates: Candidate[] = []
  for (const [place, a] of placed.entries()) {
    yield
    for (let other = place + 1; other < placed.length; other++) {
      const b = placed[other]
      if (!b || a.parent === b.parent || a.part !== b.part) continue
      const alike = alikeness(a, b)
      if (alike >= sureFrom) candidates.push({ a, b, alike })
    }
  }
  return candidates.sort((one, other) => other.alike - one.alike)
}

interface Said {
  readonly likeness: Likeness
  readonly pieces: (a: string, b: string) => number
}

/** What holds in one country pairs by the country; nuances pair by words; sentences by words, and a little by place. */
function alikenessBy({ likeness, pieces }: Said, beside: Compared['beside']): Compared['alikeness'] {
  return (a, b) => {
    if (a.passage.kind === 'country' || b.passage.kind === 'country')
      return entityOf(a) === entityOf(b) ? 1 : 0
    const [one, other] = [a.passage.id, b.passage.id]
    const made = piecesPart * pieces(one, other)
    if (a.part === 'nuance') return likeness.between(one, other, () => []) + made
    const around = (): [string, string][] =>
      [-1, 1].flatMap((step): [string, string][] => {
        const [left, right] = [beside(a, step), beside(b, step)]
        return left !== undefined && right !== undefined ? [[left, right]] : []
      })
    return (likeness.between(one, other, around) + made) * (1 - placePart * Math.abs(a.share - b.share))
  }
}

const entityOf = ({ passage }: Placed): string | undefined =>
  passage.kind === 'country' ? passage.entity : undefined
