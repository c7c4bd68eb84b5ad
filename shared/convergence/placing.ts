// Where handed-over texts go: an item of their own, another's item, a nuance of one, aside, and back.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { ConvergenceFacts } from '#shared/convergence/convergence.ts'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import {
  type ConvergenceState,
  type Item,
  itemOf,
  type Place,
  type PlacedIn,
  placeOf,
} from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import { countWords, summaryWordLimit } from '#shared/convergence/summaryWords.ts'

type Act<A extends ConvergenceAct['act']> = Extract<ConvergenceAct, { act: A }>
type Next = Result<ConvergenceState>

/** An item begins as the text it is made from, word for word. A summary that is too long is not taken over. */
const itemFrom = (text: HandedText, id: string): Item => ({
  ...{ id, title: text.title, summary: countWords(text.summary) <= summaryWordLimit ? text.summary : '' },
  ...{ constat: text.constat, proposition: text.proposition, moyens: text.moyens },
  ...{
    jurisdictions: text.jurisdictions,
    kind: text.kind ?? 'governance',
    maturity: text.maturity ?? 'ready',
  },
  ...{ themeId: text.themeId, contextIds: text.contextIds },
  ...{ summaryBy: null, revision: 1, summaryRevision: 1 },
})

const put = (state: ConvergenceState, id: string, place: Place): ConvergenceState => ({
  ...state,
  places: { ...state.places, [id]: place },
})

/** [CV4] An item lives from the texts it was made of: it goes with the last one. Nuances joined to it are to be placed again. */
function withoutEmptyItems(state: ConvergenceState): ConvergenceState {
  const alive = new Set(
    Object.values(state.places).flatMap(({ into }) =>
      into.flatMap(({ as, itemId }) => (as === 'text' ? [itemId] : [])),
    ),
  )
  if (Object.keys(state.items).every((id) => alive.has(id))) return state
  const places = Object.entries(state.places).map(([id, place]): [string, Place] => [
    id,
    { ...place, into: place.into.filter(({ itemId }) => alive.has(itemId)) },
  ])
  return {
    ...state,
    items: Object.fromEntries(Object.entries(state.items).filter(([id]) => alive.has(id))),
    families: state.families.map((one) => ({ ...one, items: one.items.filter((id) => alive.has(id)) })),
    places: Object.fromEntries(places),
  }
}

/** The text as it is handed over now, or undefined. */
const handed = ({ texts }: ConvergenceFacts, id: string): HandedText | undefined =>
  texts.find((one) => one.id === id)

/** Each text an item of its own. One that stands somewhere leaves it. */
export function keepTexts(
  state: ConvergenceState,
  { familyId, textIds }: Act<'keep'>,
  facts: ConvergenceFacts,
): Next {
  let next = state
  for (const textId of textIds) {
    const text = handed(facts, textId)
    if (!text) return refuse('not-found', 'gone')
    const found = withFamily(next, { familyId, text }, facts)
    if (!found) return refuse('not-found', 'gone')
    const item = itemFrom(text, facts.newId())
    next = {
      ...found.state,
      items: { ...found.state.items, [item.id]: item },
      families: found.state.families.map((one) =>
        one.id === found.familyId ? { ...one, items: [...one.items, item.id] } : one,
      ),
    }
    const into: PlacedIn[] = [{ itemId: item.id, as: 'text', nuanceType: 'nuance' }]
    next = put(next, text.id, { fingerprint: text.fingerprint, into, aside: null })
  }
  return ok(withoutEmptyItems(next))
}

/** The family that was named; else the one with the name of the text's theme, which is made where it is missing. */
function withFamily(
  state: ConvergenceState,
  { familyId, text }: { readonly familyId: string | null; readonly text: HandedText },
  { newId, themes }: ConvergenceFacts,
): { readonly state: ConvergenceState; readonly familyId: string } | undefined {
  if (familyId !== null)
    return state.families.some(({ id }) => id === familyId) ? { state, familyId } : undefined
  const title = themes.find(({ id }) => id === text.themeId)?.title ?? text.themeId
  const there = state.families.find((one) => one.title === title)
  if (there) return { state, familyId: there.id }
  const made = { id: newId(), title, items: [] }
  return { state: { ...state, families: [...state.families, made] }, familyId: made.id }
}

export function beginItem(state: ConvergenceState, act: Act<'begin'>, facts: ConvergenceFacts): Next {
  const [first = '', ...others] = [...new Set(act.textIds)]
  const begun = keepTexts(state, { act: 'keep', textIds: [first], familyId: act.familyId }, facts)
  if (!begun.ok || others.length === 0) return begun
  const itemId = placeOf(begun.value, first)?.into[0]?.itemId ?? ''
  const joining = { as: act.as, itemId, nuanceType: 'nuance', also: false } as const
  return joinTexts(begun.value, { act: 'join', textIds: others, ...joining }, facts)
}

export function joinTexts(state: ConvergenceState, act: Act<'join'>, facts: ConvergenceFacts): Next {
  const { also, as, itemId, nuanceType, textIds } = act
  if (!itemOf(state, itemId)) return refuse('not-found', 'gone')
  let next = state
  for (const id of textIds) {
    const text = handed(facts, id)
    if (!text) return refuse('not-found', 'gone')
    // What stood for other words of the text stands no more.
    const before = placeOf(next, id)
    const kept = also && before?.fingerprint === text.fingerprint ? before.into : []
    const others = kept.filter((one) => one.itemId !== itemId)
    const into = [...others, { itemId, as, nuanceType }]
    next = put(next, id, { fingerprint: text.fingerprint, into, aside: null })
  }
  const made = withoutEmptyItems(next)
  // The item's only text cannot become a nuance of itself.
  return itemOf(made, itemId) ? ok(made) : refuse('wrong-state', 'onlyText')
}

/** [CV5] Nothing is set aside without a reason, which the annex shows. */
export function setAside(
  state: ConvergenceState,
  { reason, textIds }: Act<'set-aside'>,
  facts: ConvergenceFacts,
): Next {
  let next = state
  for (const id of textIds) {
    const text = handed(facts, id)
    if (!text) return refuse('not-found', 'gone')
    const aside = { reason, byName: facts.by.name }
    next = put(next, id, { fingerprint: text.fingerprint, into: [], aside })
  }
  return ok(withoutEmptyItems(next))
}

export function takeOut(state: ConvergenceState, { itemId, textIds }: Act<'take-out'>): Next {
  let next = state
  for (const id of textIds) {
    const place = placeOf(next, id)
    if (!place) return refuse('not-found', 'gone')
    const into = itemId === null ? [] : place.into.filter((one) => one.itemId !== itemId)
    next = put(next, id, { ...place, into, aside: null })
  }
  return ok(withoutEmptyItems(next))
}

/** The words of the second stay; those of the first are read beside it, as every source's are. */
export function mergeItems(state: ConvergenceState, { from, into }: Act<'merge-items'>): Next {
  if (from === into || !itemOf(state, from) || !itemOf(state, into)) return refuse('not-found', 'gone')
  const places = Object.entries(state.places).map(([id, place]): [string, Place] => {
    const moved = place.into.map((one) => (one.itemId === from ? { ...one, itemId: into } : one))
    // A text that stands in both, in one as a nuance, is a source of what they become.
    const own = moved.find(({ as, itemId }) => as === 'text' && itemId === into)
    const once = moved.filter((one, n) =>
      own && one.itemId === into
        ? one === own
        : moved.findIndex((other) => other.itemId === one.itemId) === n,
    )
    return [id, { ...place, into: once }]
  })
  return ok(withoutEmptyItems({ ...state, places: Object.fromEntries(places) }))
}
