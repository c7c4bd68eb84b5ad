// Reads the final document for an export: the texts that stand, and every text that was handed over for them.
import type { ExportDeps } from '#server/features/exports/exportAsker.ts'
import type { Exported, GrantedYear } from '#server/features/exports/exportSource.ts'
import { wholeText } from '#server/features/exports/listSource.ts'
import { frameOf, sliceBase } from '#server/features/exports/sliceBase.ts'
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import { standingTexts } from '#server/features/publication/texts.ts'
import type { ShortDraft } from '#shared/cycle/cycleFile.ts'
import type { ExportFrame } from '#shared/exports/exportFrame.ts'
import { finalDocument } from '#shared/exports/finalDocument.ts'
import type { SourceText, TextWorld } from '#shared/exports/recommendationBlocks.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export async function documentExport(deps: ExportDeps, { asked, world }: GrantedYear): Promise<Exported> {
  const [frame, base, texts] = await Promise.all([
    frameOf(deps, asked.language, world.today),
    sliceBase(deps, world.today),
    textsOf(deps, world),
  ])
  const document = finalDocument({
    ...(await textWorld(deps, frame, world)),
    ...{ texts, themes: world.themes, layers: asked.layers },
    projects: new Set(world.recommendations.filter(({ final }) => !final).map(({ id }) => id)),
  })
  return {
    ...{ document, name: [document.title, world.today] },
    slice: {
      ...base,
      drafts: world.drafts,
      recommendations: texts.map(({ recommendation }) => recommendation),
    },
  }
}

export const textsOf = (deps: ExportDeps, { today }: FollowUpWorld): Promise<readonly PublishedVersion[]> =>
  standingTexts(deps, { before: today })

export async function textWorld(
  deps: ExportDeps,
  frame: ExportFrame,
  world: FollowUpWorld,
): Promise<TextWorld> {
  return {
    ...{ frame, entities: world.entities, groups: [...world.shown.values()] },
    drafts: [...world.drafts, ...(await handedHere(deps, world))],
  }
}

/** The handed-over texts that these come from. */
export function sourcesOf({ drafts }: FollowUpWorld, texts: readonly PublishedVersion[]): ShortDraft[] {
  const ids = new Set(
    texts.flatMap(({ recommendation }) => recommendation.provenance.map(({ draftId }) => draftId)),
  )
  return drafts.filter(({ id }) => ids.has(id))
}

/** Texts that groups handed over here and that no imported one stands for. */
async function handedHere({ store }: ExportDeps, { drafts, today }: FollowUpWorld): Promise<SourceText[]> {
  const known = new Set(drafts.map(({ id }) => id))
  const lists = (await store.handovers.standingHandovers()).filter(({ date }) => date <= today)
  return lists.flatMap(({ body, groupId }) =>
    body.texts
      .filter(({ draft }) => !known.has(draft.id) && !known.has(draft.shortDraftId ?? ''))
      .map(({ draft, draftId }) => ({ id: draftId, groupId, title: draft.title, text: wholeText(draft) })),
  )
}
