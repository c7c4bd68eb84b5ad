// The rules of the convergence, pure: an act on a state gives the next one, or a refusal that says why.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import {
  type ConvergenceState,
  itemOf,
  pairKey,
  placeOf,
  type Review,
} from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import {
  beginItem,
  joinTexts,
  keepTexts,
  mergeItems,
  setAside,
  takeOut,
} from '#shared/convergence/placing.ts'
import { aspectFingerprint, sourceGroups } from '#shared/convergence/reviews.ts'
import { countWords, summaryWordLimit } from '#shared/convergence/summaryWords.ts'

export interface ConvergenceFacts {
  /** Every text that is handed over now. */
  readonly texts: readonly HandedText[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  /** Who acts, named by the server. */
  readonly by: { readonly id: string; readonly name: string }
  /** Milliseconds since 1970. */
  readonly at: number
  readonly newId: () => string
}

type Step<A extends ConvergenceAct['act']> = (
  state: ConvergenceState,
  act: Extract<ConvergenceAct, { act: A }>,
  facts: ConvergenceFacts,
) => Result<ConvergenceState>

/** Families that one document holds. */
const mostFamilies = 60

const addFamilies: Step<'add-families'> = (state, { titles }, { newId }) => {
  const known = new Set(state.families.map(({ title }) => title))
  const fresh = [...new Set(titles)].filter((title) => !known.has(title))
  if (state.families.length + fresh.length > mostFamilies) return refuse('too-many', 'families')
  const made = fresh.map((title) => ({ id: newId(), title, items: [] }))
  return ok({ ...state, families: [...state.families, ...made] })
}

const renameFamily: Step<'rename-family'> = (state, { familyId, title }) => {
  if (!state.families.some(({ id }) => id === familyId)) return refuse('not-found', 'gone')
  const families = state.families.map((one) => (one.id === familyId ? { ...one, title } : one))
  return ok({ ...state, families })
}

const moveFamily: Step<'move-family'> = (state, { familyId, before }) => {
  const moved = state.families.find(({ id }) => id === familyId)
  if (!moved) return refuse('not-found', 'gone')
  const others = state.families.filter(({ id }) => id !== familyId)
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
  if (at < 0) return refuse('not-found', 'gone')
  return ok({ ...state, families: [...others.slice(0, at), moved, ...others.slice(at)] })
}

/** [CV3] A family goes when nothing stands in it. */
const removeFamily: Step<'remove-family'> = (state, { familyId }) => {
  const family = state.families.find(({ id }) => id === familyId)
  if (!family) return refuse('not-found', 'gone')
  if (family.items.length > 0) return refuse('wrong-state', 'familyFull')
  return ok({ ...state, families: state.families.filter(({ id }) => id !== familyId) })
}

const moveItem: Step<'move-item'> = (state, { before, familyId, itemId }) => {
  const target = state.families.find(({ id }) => id === familyId)
  if (!target || !itemOf(state, itemId)) return refuse('not-found', 'gone')
  const families = state.families.map((family) => {
    const items = family.items.filter((id) => id !== itemId)
    if (family.id !== familyId) return { ...family, items }
    const at = before === null ? -1 : items.indexOf(before)
    const place = at < 0 ? items.length : at
    return { ...family, items: [...items.slice(0, place), itemId, ...items.slice(place)] }
  })
  return ok({ ...state, families })
}

/** [CV6] Words are changed over the words that were on the screen: somebody else's change is read first, nothing is overwritten unseen. */
const word: Step<'word'> = (state, { act: _act, itemId, seen, ...words }) => {
  const item = itemOf(state, itemId)
  if (!item) return refuse('not-found', 'gone')
  if (item.revision !== seen) return refuse('conflict', 'stale')
  const next = { ...item, ...words, revision: item.revision + 1 }
  return ok({ ...state, items: { ...state.items, [itemId]: next } })
}

/** [CV7] A summary has at most sixty words and the name of who wrote it. */
const summarise: Step<'summarise'> = (state, { itemId, seen, summary }, { by }) => {
  const item = itemOf(state, itemId)
  if (!item) return refuse('not-found', 'gone')
  if (item.summaryRevision !== seen) return refuse('conflict', 'stale')
  if (countWords(summary) > summaryWordLimit) return refuse('too-large', 'summaryLong')
  if (summary.trim() === item.summary.trim()) return ok(state)
  const next = { ...item, summary: summary.trim(), summaryBy: by, summaryRevision: seen + 1 }
  return ok({ ...state, items: { ...state.items, [itemId]: next } })
}

const apart: Step<'apart'> = (state, { a, b }) =>
  ok({ ...state, apart: [...new Set([...state.apart, pairKey(a, b)])] })

/** [CV8] A group speaks of the words as they stand; what is to be corrected is said in a word. */
const review: Step<'review'> = (state, said, { at, by, texts }) => {
  const item = itemOf(state, said.itemId)
  if (!item) return refuse('not-found', 'gone')
  if (!sourceGroups(state, texts, item.id).includes(said.groupId)) return refuse('not-allowed', 'notSource')
  if (aspectFingerprint(state, texts, { aspect: said.aspect, item }) !== said.fingerprint)
    return refuse('conflict', 'stale')
  if (said.verdict === 'to-correct' && said.word === '') return refuse('bad-input', 'wordWanted')
  if (said.aspect === 'summary' && item.summary === '') return refuse('wrong-state', 'noSummary')
  const { act: _act, ...kept } = said
  const made: Review = { ...kept, byName: by.name, at }
  return ok({ ...state, reviews: [...state.reviews, made] })
}

const steps: { readonly [A in ConvergenceAct['act']]: Step<A> } = {
  'add-families': addFamilies,
  'rename-family': renameFamily,
  'move-family': moveFamily,
  'remove-family': removeFamily,
  keep: keepTexts,
  begin: beginItem,
  join: joinTexts,
  'set-aside': setAside,
  'take-out': takeOut,
  'move-item': moveItem,
  'merge-items': mergeItems,
  word,
  summarise,
  apart,
  review,
}

/** [CV10] What was published stands: the convergence takes no further act. */
export function converge(
  state: ConvergenceState,
  act: ConvergenceAct,
  facts: ConvergenceFacts,
): Result<ConvergenceState> {
  if (state.published) return refuse('wrong-state', 'published')
  const step = steps[act.act] as Step<ConvergenceAct['act']> // the union's member and its step bear the same name
  return step(state, act as never, facts) // as above: the compiler does not follow a name through a union
}

/** Whether two texts stand in one item already, or were said to stay apart. */
export function isSettledPair(state: ConvergenceState, a: string, b: string): boolean {
  if (state.apart.includes(pairKey(a, b))) return true
  const mine = placeOf(state, a)?.into ?? []
  const theirs = placeOf(state, b)?.into ?? []
  return mine.some(({ itemId }) => theirs.some((other) => other.itemId === itemId))
}
