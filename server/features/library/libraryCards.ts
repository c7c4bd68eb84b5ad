// Context cards as they stand: what was imported, what was added here, and the corrections of both.
import type { LibraryRecords } from '#server/ports/library.ts'
import type { ContextCard } from '#shared/cycle/cycleFile.ts'
import type { CardVersion, LibraryCard } from '#shared/library/libraryAnswers.ts'
import { bySubject, type LibraryEntry } from '#shared/library/libraryEntries.ts'

type CardEntry = LibraryEntry<'card'>

/** Whose hand a wording is that came with the cycle's file. */
export const importer = 'import'

const asCard = ({ subject, body }: CardEntry): ContextCard => {
  const { imported: _i, why: _w, ...card } = body
  return { id: subject, ...card }
}

const newest = (entries: readonly CardEntry[]): CardEntry[] =>
  [...bySubject(entries).values()].flatMap((list) => list.at(-1) ?? [])

/** Cards that were made here, in their newest words. */
export const cardsMade = async (library: LibraryRecords): Promise<readonly ContextCard[]> =>
  newest(await library.entries('card'))
    .filter(({ body }) => !body.imported)
    .map(asCard)

/** Imported cards that were corrected here. */
export const cardsCorrected = async (library: LibraryRecords): Promise<readonly ContextCard[]> =>
  newest(await library.entries('card'))
    .filter(({ body }) => body.imported)
    .map(asCard)

/** `cards` as the living cycle gives them. */
export function shownCards(cards: readonly ContextCard[], entries: readonly CardEntry[]): LibraryCard[] {
  const kept = bySubject(entries)
  return cards.map((card) => {
    const { id, kind, title, jurisdictions, themeIds, text, source, date } = card
    const last = kept.get(id)?.at(-1)
    return {
      ...{ id, kind, title, jurisdictions, themeIds, text, source: source ?? '', date },
      version: last?.version ?? 1,
      changed: last ? changeOf(last) : null,
    }
  })
}

const changeOf = ({ day, byName, body }: CardEntry): NonNullable<LibraryCard['changed']> => ({
  ...{ day, byName, why: body.why },
})

/** Every wording that a card had, the newest first. */
export function cardVersions(card: ContextCard, entries: readonly CardEntry[]): CardVersion[] {
  const { title, text, source, date } = card
  if (entries.length === 0) return [{ version: 1, title, text, source: source ?? '', date, changed: null }]
  return entries
    .map((entry): CardVersion => {
      const { body, by, version } = entry
      return {
        ...{ version, title: body.title, text: body.text, source: body.source, date: body.date },
        changed: by === importer ? null : changeOf(entry),
      }
    })
    .reverse()
}
