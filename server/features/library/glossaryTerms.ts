// The glossary that ships with the product, read once.
import { readFile } from 'node:fs/promises'
import { type GlossaryTerm, glossaryFile } from '#shared/library/glossary.ts'

let reading: Promise<readonly GlossaryTerm[]> | undefined

export function glossaryTerms(): Promise<readonly GlossaryTerm[]> {
  reading ??= readFile(new URL('data/glossary.fr-en-nl.json', import.meta.url), 'utf8').then(
    (text) => glossaryFile.parse(JSON.parse(text)).terms,
  )
  return reading
}
