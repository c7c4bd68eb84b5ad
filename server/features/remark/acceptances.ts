// Accepted suggestions on their way into the text: decided, written once, closed.
import type { Asking, RemarkDeps } from '#server/features/remark/remarkAsking.ts'
import type { Placed } from '#server/features/remark/remarkView.ts'
import type { KeptRemark } from '#server/ports/remarks.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type AcceptanceOutcome, acceptSuggestion, wasAccepted } from '#shared/remark/acceptSuggestion.ts'

/**
 * [R4] The decision is kept first, then the words are replaced in one change of the document that also notes the remark's id,
 * then the remark is closed. Whatever a stop interrupts is brought to its end at the next start, and no words are replaced twice.
 */
export function acceptancesOf(deps: RemarkDeps) {
  const { remarks } = deps.store
  const finish = async (remark: KeptRemark): Promise<void> => {
    const { id, accepting, proposal, spaceId, draftId } = remark
    if (!accepting) return
    const outcome = await replaceWords(deps, remark, accepting)
    const { participantId, at } = accepting
    const closed = { participantId, by: '', at, reason: '' }
    const line = { act: 'accept', participantId, at } as const
    if (outcome === 'done')
      await remarks.endAccepting(id, { status: 'accepted', closed, accepting: null }, line)
    else await remarks.endAccepting(id, { accepting: null }, null)
    deps.tellChanged({ resource: 'remarks', spaceId, draftId })
    if (outcome === 'too-long') throw new HttpProblem('too-large')
    if (outcome !== 'done') throw new HttpProblem('remark-stale')
    deps.logger.info({ audit: true, remark: id, words: proposal?.length }, 'suggestion accepted')
  }
  const begin = async ({ remark, anchor, standing }: Placed, asking: Asking): Promise<void> => {
    if (!anchor || standing !== anchor.quote) throw new HttpProblem('remark-stale')
    const participantId = asking.participant.id
    const accepting = { participantId, at: deps.now(), place: asking.place, anchor }
    if (!(await remarks.change(remark.id, 'open', { accepting }, null)))
      throw new HttpProblem('remark-closed')
    await finish({ ...remark, accepting })
  }
  return { begin, finish }
}

async function replaceWords(
  { lane }: RemarkDeps,
  { id, proposal }: KeptRemark,
  { place, anchor, at }: NonNullable<KeptRemark['accepting']>,
): Promise<AcceptanceOutcome> {
  const name = documentName({ kind: 'drafts', id: place.spaceId })
  const accepted = { remarkId: id, draftId: place.draftId, anchor, proposal: proposal ?? '', at }
  const made: { outcome: AcceptanceOutcome } = { outcome: 'gone' }
  try {
    await lane.edit(name, (doc) => {
      made.outcome = acceptSuggestion(doc, accepted)
    })
    return made.outcome
  } catch (error) {
    // Refused by the document's own rules, or not on disk: only a document that can be read tells which.
    if (await lane.read(name, (doc) => wasAccepted(doc, id))) return 'done'
    if (made.outcome === 'done') return 'too-long'
    throw error
  }
}
