// Shelves beside the year's own texts: the library's cards and documents, and the glossary that comes with the product.
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import { glossaryTerms } from '#server/features/library/glossaryTerms.ts'
import { documentAnswer, documentHeads } from '#server/features/library/libraryDocuments.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { SearchEntry } from '#shared/search/searchEntry.ts'

type ShelfDeps = Pick<Deps, 'store' | 'demo'>

/** By `<shelf name> <what>`, as the desk keeps them. */
export async function extraShelves(
  deps: ShelfDeps,
  { today }: Pick<FollowUpWorld, 'today'>,
): Promise<Map<string, readonly SearchEntry[]>> {
  return new Map([
    ['cooperative cards', await cardEntries(deps, today)],
    ['cooperative documents', await documentEntries(deps)],
    ['public glossary', await glossaryEntries()],
  ])
}

async function cardEntries({ store }: ShelfDeps, today: string): Promise<SearchEntry[]> {
  const cards = await store.cycle.contextCards({ before: today })
  return cards.map(({ date, id, jurisdictions, kind, source, text, title }) => ({
    ...{ id, kind: 'card', title, body: text, names: jurisdictions.join(' '), note: source ?? '' },
    ...{ state: kind, groupIds: [], page: `/library#${encodeURIComponent(id)}`, date },
  }))
}

/** Documents as they stand now, paragraph by paragraph, as they are cited. */
async function documentEntries(deps: ShelfDeps): Promise<SearchEntry[]> {
  const heads = await documentHeads(deps)
  const lists = await Promise.all(
    heads.map(async ({ date, id, title }) => {
      const document = await documentAnswer(deps, id, { version: undefined, withSource: false })
      return (document?.blocks ?? []).flatMap((block): SearchEntry[] => {
        if (block.kind === 'heading') return []
        const place = `#p${block.number}`
        return [
          {
            ...{
              id: `${id}${place}`,
              kind: 'document',
              title: `${title}, §\u00a0${block.number}`,
              names: '',
            },
            body: block.kind === 'list' ? block.items.join('\n') : block.text,
            ...{ note: '', state: null, groupIds: [] },
            ...{ page: `/library/${encodeURIComponent(id)}${place}`, date },
          },
        ]
      })
    }),
  )
  return lists.flat()
}

/** One entry for each language: words are cut by the rules of their own. */
async function glossaryEntries(): Promise<SearchEntry[]> {
  const terms = await glossaryTerms()
  return terms.flatMap((term) =>
    (['fr', 'en', 'nl'] as const).map((language): SearchEntry => {
      const { definition, term: title } = term[language]
      return {
        ...{ id: `${term.id}-${language}`, kind: 'glossary', title, body: definition, names: '', note: '' },
        ...{ state: null, groupIds: [], date: null },
        page: `/library?tab=glossary#${encodeURIComponent(term.id)}`,
      }
    }),
  )
}
