// The texts that were written here, for a coop-cycle file: lists that were handed over, drafts in their documents, recommendations in their newest version.
import * as Y from 'yjs'
import { demoMark, demoSpaces } from '#server/features/demo/loadDemo.ts'
import { wholeText } from '#server/features/exports/listSource.ts'
import { todayOf } from '#server/features/home/day.ts'
import { readKept } from '#server/live/readKept.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { Store } from '#server/transport/deps.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { draftsOf, type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { FileEntry } from '#shared/exports/standingFile.ts'

export type WordsStore = Pick<Store, 'documentLog' | 'handovers' | 'publications' | 'rooms' | 'settings'>

/** Every recommendation that was published or changed here, as it reads now. */
export async function recommendationsMade({ publications }: WordsStore): Promise<FileEntry[]> {
  const newest = await publications.newestVersions()
  return newest.map(({ about, recommendation }): FileEntry => {
    const { final: _read, status, ...words } = recommendation as typeof recommendation & { final?: boolean } // as it was read when it was changed
    // The status that a file gave stays the file's.
    return { kind: 'recommendations', record: about === null ? words : { ...words, status } }
  })
}

/** Of a group that handed over, its list; of the others, every text of theirs that people changed or wrote. */
export async function draftsMade(store: WordsStore, imported: CycleFile, now: number): Promise<FileEntry[]> {
  const known = new Set((imported.drafts ?? []).map(({ id }) => id))
  const lists = await store.handovers.standingHandovers()
  const demo = (await store.settings.get(demoMark)) !== undefined
  const date = await todayOf({ demo, store, now: () => now })
  const handed = new Set(lists.map(({ groupId }) => groupId))
  const written = await Promise.all(
    [...(await spacesOfGroups(store, demo))]
      .filter(([groupId]) => !handed.has(groupId))
      .map(async ([groupId, spaceId]) =>
        (await changedDrafts(store.documentLog, spaceId, demo)).map((draft) =>
          entryOf(draft, { date, groupId, known }),
        ),
      ),
  )
  const entries = [...lists.flatMap((list) => listed(list, known)), ...written.flat()]
  // A text that several groups handed over together stands once, on the list of the first.
  return [...new Map(entries.reverse().map((entry) => [entry.record.id, entry])).values()].reverse()
}

const listed = ({ body, date, groupId }: KeptHandover, known: ReadonlySet<string>): FileEntry[] =>
  body.texts.map(({ draft }) => entryOf(draft, { date, groupId, known }))

interface Where {
  readonly date: string
  readonly groupId: string
  /** Ids of the imported short texts. */
  readonly known: ReadonlySet<string>
}

/** One that elaborates an imported text is that text, in its new words. */
function entryOf(draft: ReadDraft, { date, groupId, known }: Where): FileEntry {
  const words = { title: draft.title.trim() || '…', text: allWords(draft) }
  const id = [draft.shortDraftId, draft.id].find((one) => one !== null && known.has(one))
  if (id) return { kind: 'drafts', record: { id, ...words } }
  const made = { groupId, sessionId: null, authorIds: draft.authorIds, date, status: null }
  return { kind: 'drafts', record: { id: draft.id, ...made, ...words, recommendationIds: [] } }
}

/** With what is said for one country alone, and its nuances: the format has one text for all of it. */
const allWords = (draft: ReadDraft): string =>
  [
    wholeText(draft),
    ...Object.entries(draft.countryPassages).map(([code, words]) => words && `${code}\u00a0: ${words}`),
    ...draft.nuances.map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n')

/** Group id -> its own drafts; of a demo also for groups without a room. */
async function spacesOfGroups(
  { rooms, settings }: WordsStore,
  demo: boolean,
): Promise<ReadonlyMap<string, string>> {
  const own = (await rooms.all())
    .filter(({ aparte, kind }) => kind === 'group' && !aparte)
    .flatMap(({ spaces }) => spaces)
    .flatMap(({ groupId, spaceId }): [string, string][] => (groupId === null ? [] : [[groupId, spaceId]]))
  return new Map([...(demo ? Object.entries(await demoSpaces(settings)) : []), ...own])
}

/** Without those that read as they were loaded, those whose words went into another text, and empty ones. */
async function changedDrafts(log: DocumentLog, spaceId: string, demo: boolean): Promise<ReadDraft[]> {
  const name = documentName({ kind: 'drafts', id: spaceId })
  const kept = await log.load(name)
  if (!kept) return []
  const { doc } = await readKept(log, kept)
  const standing = readDrafts(doc)
  doc.destroy()
  const loaded = new Map(
    (demo ? await loadedDrafts(log, name) : []).map((draft) => [draft.id, spelled(draft)]),
  )
  return standing.filter(
    (draft) =>
      loaded.get(draft.id) !== spelled(draft) &&
      draft.mergedInto === undefined &&
      (draft.title.trim() !== '' || allWords(draft) !== ''),
  )
}

const spelled = (draft: ReadDraft): string => JSON.stringify([draft.title, allWords(draft)])

/** A demo's texts are the first row of their document. */
async function loadedDrafts(log: DocumentLog, name: string): Promise<readonly ReadDraft[]> {
  for await (const row of log.history(name)) {
    if (row.author !== 'server') return []
    const doc = new Y.Doc()
    draftsOf(doc)
    Y.applyUpdate(doc, row.update)
    const drafts = readDrafts(doc)
    doc.destroy()
    return drafts
  }
  return []
}
