// Where items are written by several people, and what stands there beside the words that their groups are asked about.
import { createHash } from 'node:crypto'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ConvergenceState } from '#shared/convergence/convergenceState.ts'
import { isTakenOver, togetherDraftId, togetherWords } from '#shared/convergence/writtenTogether.ts'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')
export const roomIdOf = (cycleId: string): string => `cv-${digest('convergence-room', cycleId).slice(0, 26)}`
export const spaceIdOf = (cycleId: string): string =>
  `cv-${digest('convergence-space', cycleId).slice(0, 26)}`
export const draftsIn = (cycleId: string): string => documentName({ kind: 'drafts', id: spaceIdOf(cycleId) })

/** « CONVERGENCE 4711 », the nth that is tried: the same for two who open the room at the same instant. */
export const togetherCode = (cycleId: string, n: number): string =>
  `CONVERGENCE ${(Number.parseInt(digest('code', cycleId, String(n)).slice(0, 8), 16) % 9000) + 1000}`

export type Together = Readonly<Record<string, 'taken-over' | 'changed'>>

/** By item: whether what was written together is what its groups are asked about. Items that nobody opened so are left out. */
export async function readTogether(
  { lane }: { readonly lane: Pick<DocumentLane, 'read'> },
  cycleId: string,
  state: ConvergenceState,
): Promise<Together> {
  const found = await lane.read(draftsIn(cycleId), (doc) =>
    Object.values(state.items).flatMap((item): [string, 'taken-over' | 'changed'][] => {
      const read = readDraft(item.id, draftsOf(doc).get(togetherDraftId(item.id)))
      if (!read) return []
      return [[item.id, isTakenOver(item, togetherWords(read)) ? 'taken-over' : 'changed']]
    }),
  )
  return Object.fromEntries(found ?? [])
}
