// A coop-cycle file brought in through the page: read, compared, told, and written only when that was read.
import { refusedWith } from '#server/features/admin/cycleDesk.ts'
import { becomesPast } from '#server/features/followUp/becomesPast.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import { seenOf } from '#shared/admin/applyEdit.ts'
import { compareFiles } from '#shared/admin/comparedFiles.ts'
import type { ImportAnswer } from '#shared/admin/cycleAdmin.ts'
import type { CycleErrorLanguage } from '#shared/cycle/cycleErrors.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { parseCycleJson } from '#shared/cycle/parseCycleJson.ts'

export interface ImportAsked {
  readonly bytes: Uint8Array
  readonly replace: boolean
  /** What the preview was compared with; absent asks for the preview. */
  readonly over: string | undefined
  readonly language: CycleErrorLanguage
  /** The name of whoever brings it. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The word for an empty store in `over`. */
const nothingHere = 'empty'

export async function importAsked(
  store: Parameters<typeof becomesPast>[0] & { readonly cycle: Pick<Cycle, 'exportFile' | 'importFile'> },
  { bytes, replace, over, language, by, at }: ImportAsked,
): Promise<ImportAnswer | 'stale'> {
  const { cycle } = store
  const parsed = parseCycleJson(new TextDecoder().decode(bytes))
  if (!parsed.ok) return refusedWith({ problems: [parsed.problem], total: 1 }, language)
  const present = await cycle.exportFile()
  const held = present ? seenOf(present) : null
  const seen = over === undefined ? held : over === nothingHere ? null : over
  const past = replace ? await becomesPast(store) : []
  const closing = { past, byName: by, at }
  const preview = over === undefined
  const outcome = await cycle.importFile(parsed.json, { replace, preview, over: seen, closing })
  if (!outcome.ok) return outcome.stale ? 'stale' : refusedWith(outcome, language)
  const file = parsed.json as CycleFile // the import has just checked it
  return {
    ...{ ok: true, written: over !== undefined, replace },
    ...{ organisation: file.organisation.name, cycle: file.cycle.name },
    lists: compareFiles(present, file),
    closes: closedBy(present, file, past.length),
    over: seen ?? nothingHere,
  }
}

/** The cycle that steps aside for the file's, and how many of its recommendations the follow-up keeps. */
function closedBy(
  present: CycleFile | undefined,
  file: CycleFile,
  count: number,
): Extract<ImportAnswer, { ok: true }>['closes'] {
  if (!present) return null
  const sameHouse = present.organisation.id === file.organisation.id
  if (sameHouse && present.cycle.id === file.cycle.id) return null
  return { cycle: present.cycle.name, past: sameHouse ? count : 0 }
}
