// What the commands that open the store have in common: settings, language, one line when something fails.
import type { DatabaseSettings } from '#server/adapters/sql/database.ts'
import type { ImportReport } from '#server/ports/cycle.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'
import { type CycleErrorLanguage, cycleErrorLanguages } from '#shared/cycle/cycleErrors.ts'

type Environment = Readonly<Record<string, string | undefined>>

interface CommandWords {
  readonly language: CycleErrorLanguage
  readonly importUsage: string
  readonly exportUsage: string
  readonly emptyStore: string
  readonly nothingWritten: string
  more(count: number): string
  imported(report: ImportReport): string
  exported(file: string): string
  /** Ids of what no file can hold any more. */
  leftOut(ids: readonly string[]): string
  /** One line for whatever ended the command. */
  failure(error: unknown): string
}

/** In the language of the terminal's locale where that is one of ours, else French. */
export function commandWords(environment: Environment): CommandWords {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  const language = cycleErrorLanguages.find((known) => locale.toLowerCase().startsWith(known)) ?? 'fr'
  return { language, ...words[language], failure: (error) => failureLine(error, language) }
}

interface Opened {
  close(): Promise<void>
}

/** Opens the store that DATA_DIR and DATABASE_URL name, and closes it whatever happens. */
export async function runOnStore<Store extends Opened>(
  open: (settings: DatabaseSettings) => Promise<Store>,
  environment: Environment,
  act: (store: Store) => Promise<number>,
): Promise<number> {
  const dataDir = environment['DATA_DIR'] || './data'
  const store = await open({ dataDir, databaseUrl: environment['DATABASE_URL'] || undefined })
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

const some = (ids: readonly string[]): string =>
  ids.length > 8 ? `${ids.slice(0, 8).join(', ')}… (${ids.length})` : ids.join(', ')

type Spoken = Omit<CommandWords, 'language' | 'failure'>

const words: Readonly<Record<CycleErrorLanguage, Spoken>> = {
  fr: {
    importUsage: 'usage : npm run import -- FICHIER [--replace]',
    exportUsage: 'usage : npm run export -- FICHIER',
    emptyStore: 'rien à exporter : aucun cycle n’a été importé',
    nothingWritten: 'Rien n’a été importé.',
    more: (count) => `… et ${count} autres problèmes.`,
    imported: ({ added, changed, unchanged, kept }) =>
      `Importé : ${added} ajoutés, ${changed} modifiés, ${unchanged} inchangés, ${kept} conservés.`,
    exported: (file) => `Exporté dans ${file}.`,
    leftOut: (ids) => `Laissés de côté, car ce dont ils parlent n’est plus dans le cycle : ${some(ids)}.`,
  },
  en: {
    importUsage: 'usage: npm run import -- FILE [--replace]',
    exportUsage: 'usage: npm run export -- FILE',
    emptyStore: 'nothing to export: no cycle was imported',
    nothingWritten: 'Nothing was imported.',
    more: (count) => `… and ${count} more problems.`,
    imported: ({ added, changed, unchanged, kept }) =>
      `Imported: ${added} added, ${changed} changed, ${unchanged} unchanged, ${kept} kept.`,
    exported: (file) => `Exported to ${file}.`,
    leftOut: (ids) => `Left out, as what they are about is no longer in the cycle: ${some(ids)}.`,
  },
  nl: {
    importUsage: 'gebruik: npm run import -- BESTAND [--replace]',
    exportUsage: 'gebruik: npm run export -- BESTAND',
    emptyStore: 'niets te exporteren: er is geen cyclus geïmporteerd',
    nothingWritten: 'Er is niets geïmporteerd.',
    more: (count) => `… en nog ${count} problemen.`,
    imported: ({ added, changed, unchanged, kept }) =>
      `Geïmporteerd: ${added} toegevoegd, ${changed} gewijzigd, ${unchanged} ongewijzigd, ${kept} behouden.`,
    exported: (file) => `Geëxporteerd naar ${file}.`,
    leftOut: (ids) => `Weggelaten, want waarover ze gaan staat niet meer in de cyclus: ${some(ids)}.`,
  },
}

const inUse: Readonly<Record<CycleErrorLanguage, string>> = {
  fr: 'un serveur utilise cet espace de données : arrêtez-le d’abord, ou importez depuis sa page d’administration',
  en: 'a server is using this store: stop it first, or import from its administration page',
  nl: 'een server gebruikt deze opslag: stop hem eerst, of importeer via zijn beheerpagina',
}

function failureLine(error: unknown, language: CycleErrorLanguage): string {
  const message = error instanceof Error ? error.message : String(error)
  const line =
    error instanceof StoreFailure && error.kind === 'in-use' ? `${inUse[language]} (${message})` : message
  return line.replaceAll('\n', ' ')
}
