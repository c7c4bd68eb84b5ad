// What became of each passage: exactly one fate, computed from the joint text and from what people decided. [M4]
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import type { JointPlace, JointSentence } from '#shared/merge/jointText.ts'
import type { DecidedFate, Merge, Reason } from '#shared/merge/mergeState.ts'

export type Fate =
  | { readonly kind: 'kept'; readonly targets: readonly JointPlace[] }
  | { readonly kind: 'reworded' | 'proposed'; readonly targets: readonly JointPlace[] }
  | { readonly kind: 'joined'; readonly nuanceId: string }
  | { readonly kind: 'set-aside'; readonly reason: Reason }
  | { readonly kind: 'open' }

export interface FateCounts {
  readonly open: number
  readonly proposed: number
  readonly kept: number
  readonly reworded: number
  readonly joined: number
  readonly setAside: number
}

/** What fates depend on. */
export interface FateReading {
  readonly parents: readonly FrozenParent[]
  readonly joint: readonly JointSentence[]
  readonly merge: Pick<Merge, 'fates' | 'reasons'>
}

/** What a confirmed rewording keeps of the sentences that say it now. [M6] */
export const targetOf = (targets: readonly Pick<JointPlace, 'digest'>[]): string =>
  [...new Set(targets.map(({ digest }) => digest))].sort().join('.')

export function fatesOf({ parents, joint, merge }: FateReading): Map<string, Fate> {
  const kept = placesBy(joint, ({ keeps }) => keeps)
  const said = placesBy(joint, ({ says }) => says)
  const byDigest = new Map(joint.map((sentence) => [sentence.digest, sentence]))
  const nuances = new Set(joint.flatMap(({ section, of }) => (section === 'nuance' ? [of] : [])))
  const fateOf = (id: string): Fate => {
    const keeping = kept.get(id)
    if (keeping) return { kind: 'kept', targets: keeping }
    const decided = merge.fates[id]
    const standing = decided && standingFate(decided, { byDigest, nuances, reasons: merge.reasons })
    if (standing) return standing
    const saying = said.get(id)
    return saying ? { kind: 'proposed', targets: saying } : { kind: 'open' }
  }
  return new Map(parents.flatMap(({ passages }) => passages.map(({ id }) => [id, fateOf(id)])))
}

interface Standing {
  readonly byDigest: ReadonlyMap<string, JointPlace>
  readonly nuances: ReadonlySet<string>
  readonly reasons: Merge['reasons']
}

/** A decided fate, as long as what it was decided about is still there. */
function standingFate(decided: DecidedFate, { byDigest, nuances, reasons }: Standing): Fate | undefined {
  switch (decided.kind) {
    case 'reworded': {
      const digests = decided.target.split('.')
      const targets = digests.flatMap((digest) => byDigest.get(digest) ?? [])
      return targets.length === digests.length ? { kind: 'reworded', targets } : undefined
    }
    case 'joined':
      return nuances.has(decided.nuanceId) ? { kind: 'joined', nuanceId: decided.nuanceId } : undefined
    case 'set-aside': {
      const reason = reasons[decided.reasonId]
      return reason && isGiven(reason) ? { kind: 'set-aside', reason } : undefined
    }
  }
}

/** « Other » says nothing by itself. */
const isGiven = ({ code, text }: Reason): boolean => code !== 'other' || text.trim() !== ''

function placesBy(
  joint: readonly JointSentence[],
  idsOf: (sentence: JointSentence) => readonly string[],
): Map<string, JointPlace[]> {
  const places = new Map<string, JointPlace[]>()
  for (const sentence of joint)
    for (const id of idsOf(sentence)) {
      const there = places.get(id)
      const place = placeOf(sentence)
      if (there) there.push(place)
      else places.set(id, [place])
    }
  return places
}

const placeOf = ({ section, block, sentence, of, digest }: JointSentence): JointPlace => ({
  section,
  block,
  sentence,
  of,
  digest,
})

const countedAs = {
  kept: 'kept',
  reworded: 'reworded',
  proposed: 'proposed',
  joined: 'joined',
  'set-aside': 'setAside',
  open: 'open',
} as const

export function countFates(fates: Iterable<Fate>): FateCounts {
  const counts = { open: 0, proposed: 0, kept: 0, reworded: 0, joined: 0, setAside: 0 }
  for (const { kind } of fates) counts[countedAs[kind]] += 1
  return counts
}
