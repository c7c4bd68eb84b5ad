// The final document: families and items with their sources, and the annex of all handed-over texts with what became of each.
import { type HandedTextsDeps, handedTexts } from '#server/features/convergence/handedTexts.ts'
import type { ConvergenceRecords } from '#server/ports/convergence.ts'
import type { AsOf, Cycle } from '#server/ports/cycle.ts'
import type { Publications } from '#server/ports/publications.ts'
import type { ConvergedDocument, ConvergedItem } from '#shared/convergence/convergenceAnswers.ts'
import type { PublishedDocument } from '#shared/convergence/convergenceState.ts'
import { type AnnexText, coverageOf, type Fate } from '#shared/convergence/coverage.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'

export interface DocumentDeps extends HandedTextsDeps {
  readonly store: HandedTextsDeps['store'] & {
    readonly cycle: Pick<Cycle, 'about' | 'entities' | 'groups' | 'themes' | 'drafts' | 'recommendations'>
    readonly convergence: Pick<ConvergenceRecords, 'convergence'>
    readonly publications: Pick<Publications, 'addVersions' | 'newestVersions' | 'versionsKept'>
  }
  readonly demo: boolean
}

/** Undefined while nothing was published. `asOf.before` is the day that is looked from; a document made here stands on every day. */
export async function convergedDocument(
  deps: DocumentDeps,
  asOf: { readonly before: string },
): Promise<ConvergedDocument | undefined> {
  const { convergence, cycle } = deps.store
  const about = await cycle.about(asOf)
  if (!about) return undefined
  const [{ state }, imported] = await Promise.all([
    convergence.convergence(about.cycle.id),
    importedRecommendations(deps, asOf),
  ])
  const here = state.published
  // A demo that stands at a later day shows what its file says came out.
  if (here && !(deps.demo && imported.length > 0)) {
    await keepVersions(deps, here)
    return madeHere(here)
  }
  return imported.length > 0 ? importedDocument(deps, asOf.before, imported) : undefined
}

/** What the file brought; what was published here comes through the same port and is left out. */
async function importedRecommendations(
  { store }: DocumentDeps,
  asOf: AsOf,
): Promise<readonly RecommendationAsOf[]> {
  const [all, versions] = await Promise.all([
    store.cycle.recommendations(asOf),
    store.publications.newestVersions(),
  ])
  const made = new Set(
    versions.flatMap(({ about, recommendation }) => (about === null ? [] : [recommendation.id])),
  )
  return all.filter(({ id }) => !made.has(id))
}

/** A process that was killed between freezing the document and keeping its versions leaves that to whoever looks next. */
export async function keepVersions(
  { store: { publications } }: Pick<DocumentDeps, 'store'>,
  { versions }: PublishedDocument,
): Promise<void> {
  const last = versions.at(-1)
  if (!last || (await publications.versionsKept(last.recommendation.id)).length > 0) return
  await publications.addVersions(versions)
}

function madeHere({ annex, at, byName, families, versions }: PublishedDocument): ConvergedDocument {
  const textOf = new Map(annex.map(({ text }) => [text.draftId, text]))
  const nuances = new Set(annex.flatMap(({ fate, text }) => (fate === 'nuance' ? [text.id] : [])))
  const items = new Map(
    versions.map(({ about, recommendation }): [string, ConvergedItem] => [
      recommendation.id,
      {
        ...{ number: recommendation.code ?? '', recommendation, summaryBy: about?.summaryBy ?? null },
        reviews: about?.reviews ?? [],
        sources: sourcesOf(recommendation, (draftId) => textOf.get(draftId)).map((source) =>
          nuances.has(source.textId) ? { ...source, relation: 'nuance' } : source,
        ),
      },
    ]),
  )
  return {
    ...{ origin: 'here', byName, annex },
    publishedOn: versions[0]?.date ?? new Date(at).toISOString().slice(0, 10),
    families: families.map(({ items: ids, title }) => ({
      title,
      items: ids.flatMap((id) => items.get(id) ?? []),
    })),
    coverage: coverageOf(annex.map(({ fate }) => fate)),
  }
}

type Named = { readonly id: string; readonly title: string; readonly groupIds: readonly string[] }

/** One line a text, also where several groups handed it over together. */
function sourcesOf(
  { provenance }: Pick<RecommendationAsOf, 'provenance'>,
  textOf: (draftId: string) => Named | undefined,
): ConvergedItem['sources'] {
  const once = provenance.filter(
    (one, n) => provenance.findIndex(({ draftId }) => draftId === one.draftId) === n,
  )
  return once.map(({ draftId, groupId, relation }) => {
    const text = textOf(draftId)
    const groupIds = text?.groupIds ?? [groupId]
    return { textId: text?.id ?? draftId, title: text?.title ?? '', groupIds, relation }
  })
}

/** A file says what became of each text in the texts themselves and in the recommendations' sources. */
async function importedDocument(
  deps: DocumentDeps,
  before: string,
  recommendations: readonly RecommendationAsOf[],
): Promise<ConvergedDocument> {
  const asOf = { before }
  const { cycle } = deps.store
  const [texts, drafts, themes] = await Promise.all([
    handedTexts(deps, before),
    cycle.drafts(asOf),
    cycle.themes(asOf),
  ])
  const sorted = [...themes].sort((a, b) => a.order - b.order)
  const families = sorted
    .map(({ id, title }) => ({ title, items: recommendations.filter(({ themeId }) => themeId === id) }))
    .filter(({ items }) => items.length > 0)
  const numbers = new Map(
    families.flatMap(({ items }, family) =>
      items.map(({ code, id }, at) => [id, code ?? `${family + 1}.${at + 1}`] as const),
    ),
  )
  const byDraft = new Map(drafts.map((draft) => [draft.id, draft]))
  const annex = texts.map((text): AnnexText => {
    const draft = byDraft.get(text.draftId)
    const into = recommendations.filter(({ provenance }) =>
      provenance.some(({ draftId }) => draftId === text.draftId),
    )
    const numbered = into.flatMap(({ id }) => numbers.get(id) ?? [])
    return { text, fate: importedFate(draft?.status, into.length), reason: '', numbers: numbered }
  })
  return {
    ...{ origin: 'import', publishedOn: null, byName: '', annex },
    families: families.map(({ items, title }) => ({
      title,
      items: items.map(({ final: _final, ...recommendation }) => ({
        ...{ number: numbers.get(recommendation.id) ?? '', recommendation, summaryBy: null, reviews: [] },
        sources: sourcesOf(recommendation, (draftId) => texts.find((one) => one.draftId === draftId)),
      })),
    })),
    coverage: coverageOf(annex.map(({ fate }) => fate)),
  }
}

/** What the file says of it; else what its recommendations tell; null for a text that led to none. */
const importedFate = (
  said: 'kept' | 'merged' | 'split' | null | undefined,
  recommendations: number,
): Fate | null => said ?? (recommendations === 0 ? null : recommendations === 1 ? 'kept' : 'split')
