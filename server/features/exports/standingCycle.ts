// Reads the whole organisation as it stands in the product, as one coop-cycle file.
import { anyDay, cards, type DeedsStore, plan, rulings, voices } from '#server/features/exports/deedsMade.ts'
import { initiativesMade, type SessionsStore, sessionsHeld } from '#server/features/exports/sessionsMade.ts'
import { draftsMade, recommendationsMade, type WordsStore } from '#server/features/exports/wordsMade.ts'
import { readKept } from '#server/live/readKept.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import { type FileEntry, type StandingFile, standingFile } from '#shared/exports/standingFile.ts'

export type StandingStore = WordsStore & DeedsStore & SessionsStore

/**
 * [S1] What was imported comes out as it went in; what was made and changed here stands with it, in the format's own fields, all of it,
 *      whatever the day that a demo stands at. Undefined for an empty store. `now`: milliseconds since 1970.
 */
export async function standingCycle(store: StandingStore, now: number): Promise<StandingFile | undefined> {
  const imported = await store.cycle.exportFile()
  if (!imported) return undefined
  const recommendations = await recommendationsMade(store)
  const [written, facts, felt, ruled, planned, sessions, begun] = await Promise.all([
    ...([draftsMade(store, imported, now), cards(store), voices(store, imported)] as const),
    ...([rulings(store), plan(store, imported), sessionsHeld(store, imported)] as const),
    initiativesMade(store, {
      ...{ file: imported, lane: laneOf(store.documentLog) },
      recommendations: withProvenance([
        ...(imported.recommendations ?? []),
        ...recommendations.map(recordOf),
      ]),
    }),
  ])
  const lists = await listsHandedOver(store)
  return standingFile(imported, {
    entries: [
      ...written,
      ...recommendations,
      ...facts,
      ...felt,
      ...ruled,
      ...planned.entries,
      ...sessions,
      ...begun,
      ...lists,
    ],
    plannedUntil: planned.plannedUntil,
  })
}

/** That a group handed over its list; or none, and why. */
async function listsHandedOver({ handovers }: StandingStore): Promise<FileEntry[]> {
  const lists = await handovers.standingHandovers()
  return lists.map(({ body, groupId, outcome }) => ({
    kind: 'groups',
    record: {
      ...{ id: groupId, deliveredRecommendations: outcome === 'list' },
      ...(outcome === 'none' && body.why !== '' ? { note: body.why } : {}),
    },
  }))
}

const recordOf = ({ record }: FileEntry): object => record

const withProvenance = (records: readonly object[]): Pick<Recommendation, 'id' | 'provenance'>[] =>
  records.map((record) => ({ provenance: [], ...(record as Pick<Recommendation, 'id'>) })) // an imported one may have no sources

/** Documents as they are on disk. */
const laneOf = (log: DocumentLog): Pick<DocumentLane, 'read'> => ({
  async read(name, look) {
    const kept = await log.load(name)
    if (!kept) return undefined
    const { doc } = await readKept(log, kept)
    const seen = look(doc)
    doc.destroy()
    return seen
  },
})
