// The political project, the statutes and what else is cited by paragraph: version by version.
import { readFile } from 'node:fs/promises'
import type { Deps } from '#server/transport/deps.ts'
import type { DocumentAnswer, DocumentHead } from '#shared/library/libraryAnswers.ts'
import { bySubject, type EntryBody, type LibraryEntry } from '#shared/library/libraryEntries.ts'
import { countParagraphs, documentBlocks } from '#shared/library/paragraphs.ts'

type DocumentDeps = Pick<Deps, 'store' | 'demo'>

interface Version {
  readonly version: number
  readonly body: EntryBody<'document'>
  readonly changed: DocumentAnswer['changed']
}

/** Fictional, and marked so; they come with the demo alone. */
const shipped = [
  { id: 'projet-politique', kind: 'project', title: 'Projet politique', date: '2018-06-16' },
  { id: 'statuts', kind: 'statutes', title: 'Statuts', date: '2017-06-24' },
] as const

let reading: Promise<ReadonlyMap<string, Version>> | undefined

async function readShipped(): Promise<ReadonlyMap<string, Version>> {
  const read = shipped.map(async ({ id, kind, title, date }): Promise<[string, Version]> => {
    const text = await readFile(new URL(`data/${id}.md`, import.meta.url), 'utf8')
    const body = { kind, title, date, text, language: 'fr', fictional: true, why: '' }
    return [id, { version: 1, body, changed: null }]
  })
  return new Map(await Promise.all(read))
}

/** Every version of every document, oldest first. */
async function allDocuments({ store, demo }: DocumentDeps): Promise<ReadonlyMap<string, readonly Version[]>> {
  const found = new Map<string, readonly Version[]>()
  if (demo) {
    reading ??= readShipped()
    for (const [id, version] of await reading) found.set(id, [version])
  }
  for (const [id, entries] of bySubject(await store.library.entries('document')))
    found.set(id, [...(found.get(id) ?? []), ...entries.map(versionOf)])
  return found
}

const versionOf = ({ version, body, day, byName }: LibraryEntry<'document'>): Version => ({
  ...{ version, body, changed: { day, byName, why: body.why } },
})

const headOf = (id: string, { version, body }: Version): DocumentHead => ({
  ...{ id, version, kind: body.kind, title: body.title, language: body.language, date: body.date },
  ...{ fictional: body.fictional, paragraphs: countParagraphs(body.text) },
})

export async function documentHeads(deps: DocumentDeps): Promise<DocumentHead[]> {
  return [...(await allDocuments(deps))].flatMap(([id, versions]) => {
    const last = versions.at(-1)
    return last ? [headOf(id, last)] : []
  })
}

/** The newest one where no version is asked for; undefined for one that does not exist. */
export async function documentAnswer(
  deps: DocumentDeps,
  id: string,
  asked: { readonly version: number | undefined; readonly withSource: boolean },
): Promise<DocumentAnswer | undefined> {
  const versions = (await allDocuments(deps)).get(id)
  const last = versions?.at(-1)
  const meant =
    asked.version === undefined ? last : versions?.find(({ version }) => version === asked.version)
  if (!meant || !last) return undefined
  return {
    ...headOf(id, meant),
    ...{ blocks: documentBlocks(meant.body.text), newest: last.version, changed: meant.changed },
    source: asked.withSource ? meant.body.text : null,
  }
}
