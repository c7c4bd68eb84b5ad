// « Ce que nos textes sont devenus »: from a group's drafts, and the notes they came from, to the recommendations they became.
import { fatesOf } from '#server/features/followUp/followUpList.ts'
import { type FollowUpDeps, readWorld, spaceOfGroup } from '#server/features/followUp/followUpWorld.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { wholeFate } from '#shared/followUp/fate.ts'
import type { BecameAnswer } from '#shared/followUp/followUpAnswers.ts'

/** Nothing before the lists became recommendations. `reads`: whether the asker may read the group's own texts. */
export async function becameOfGroup(
  deps: FollowUpDeps,
  groupId: string,
  reads: boolean,
): Promise<BecameAnswer> {
  const world = await readWorld(deps)
  const language = world.about?.language ?? 'fr'
  const own = world.drafts.filter((draft) => draft.groupId === groupId)
  const notes = reads ? await notesOf(deps, groupId) : new Map<string, readonly string[]>()
  const texts = own.map((draft) => ({
    ...{ draftId: draft.id, title: draft.title, date: draft.date, notes: notes.get(draft.id) ?? [] },
    became: world.recommendations
      .filter(({ provenance }) => provenance.some(({ draftId }) => draftId === draft.id))
      .map((one) => ({
        ...{ code: one.code ?? one.id, title: one.title, fate: wholeFate(fatesOf(world, one)) },
      })),
  }))
  return { language, texts: texts.filter(({ became }) => became.length > 0) }
}

async function notesOf(deps: FollowUpDeps, groupId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const spaceId = await spaceOfGroup(deps, groupId)
  if (spaceId === undefined) return new Map()
  const name = documentName({ kind: 'drafts', id: spaceId })
  const drafts = (await deps.lane.read(name, (doc) => readDrafts(doc))) ?? []
  return new Map(drafts.map(({ id, shortDraftId, sources }) => [shortDraftId ?? id, Object.values(sources)]))
}
