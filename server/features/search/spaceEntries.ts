// A space's texts to be searched: drafts as they are being written, and a list as it was handed over.
import type { ReadableSpace } from '#server/features/similar/readableSpaces.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { SearchEntry } from '#shared/search/searchEntry.ts'

export function wordsOfDraft(draft: ReadDraft): string {
  const parts = [
    draft.summary,
    ...sections.map((section) => plainSection(draft.sections[section])),
    ...Object.values(draft.countryPassages),
    ...draft.nuances.map(({ text }) => text),
    ...draft.questions.map(({ text }) => text),
  ]
  return parts.filter((part) => part.trim() !== '').join('\n')
}

export const draftEntries = (
  drafts: readonly ReadDraft[],
  { groupId, roomCode, spaceId }: ReadableSpace,
): SearchEntry[] =>
  drafts.map((draft) => ({
    ...{ id: `${spaceId}/${draft.id}`, kind: 'draft', title: draft.title, body: wordsOfDraft(draft) },
    ...{ names: draft.code, note: draft.code, state: draft.status },
    ...{
      groupIds: groupId === null ? [] : [groupId],
      page: pageOf(groupId, roomCode, [spaceId, draft.id]),
      date: null,
    },
  }))

/** In the room that the asker may read it in; on its group's page where the group has none. */
const pageOf = (groupId: string | null, roomCode: string | null, place: readonly string[]): string =>
  roomCode === null
    ? `/g/${encodeURIComponent(groupId ?? '')}`
    : `/r/${encodeURIComponent(roomCode)}#texte=${place.map(encodeURIComponent).join('/')}`

export const handedOverEntries = ({ body, date, groupId }: KeptHandover): SearchEntry[] =>
  body.texts.map(({ draft, draftId }) => ({
    ...{ id: `${groupId}/${draftId}`, kind: 'handed-over', title: draft.title, body: wordsOfDraft(draft) },
    ...{ names: draft.code, note: draft.code, state: null, groupIds: [groupId] },
    ...{ page: `/g/${encodeURIComponent(groupId)}`, date },
  }))
