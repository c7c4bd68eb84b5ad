// The store as the product reads it: its cycle holds what was imported and what was made here.
import { presentationsHere, ressentisHere, withoutHidden } from '#server/features/consultation/heardHere.ts'
import { plannedHere } from '#server/features/followUp/plannedHere.ts'
import { boardSessionsHere, decisionsHere } from '#server/features/instruction/rulingsHere.ts'
import { cardsCorrected, cardsMade } from '#server/features/library/libraryCards.ts'
import { livingCycle } from '#server/features/publication/livingCycle.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Store } from '#server/transport/deps.ts'

export function livingStore<S extends Store>(store: S): S {
  const { consultation, cycle, followUp, library, publications } = store
  const living: Cycle = livingCycle(cycle, {
    versions: () => publications.newestVersions(),
    contextCards: () => cardsMade(library),
    correctedCards: () => cardsCorrected(library),
    presentations: () => presentationsHere(consultation),
    ressentis: () => ressentisHere(consultation),
    boardSessions: () => boardSessionsHere(store.instruction),
    decisions: () => decisionsHere(store.instruction),
    planItems: () => plannedHere(followUp, cycle, () => living.decisions()),
  })
  return { ...store, cycle: withoutHidden(living, consultation) }
}
