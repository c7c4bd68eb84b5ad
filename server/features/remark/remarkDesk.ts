// What people do to remarks: each act is judged on what is kept now, kept, and only then told.
import { acceptancesOf } from '#server/features/remark/acceptances.ts'
import { type Asking, lookAt, type RemarkDeps, speakerIn } from '#server/features/remark/remarkAsking.ts'
import { mentionsFrom } from '#server/features/remark/remarkMentions.ts'
import { actsIn, oneRemark, type Placed, placedRemark } from '#server/features/remark/remarkView.ts'
import { inTurns } from '#server/live/inTurns.ts'
import type { ActLine, RemarkChange } from '#server/ports/remarks.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { linesOf } from '#shared/remark/acceptSuggestion.ts'
import { passageOf, wordsOf } from '#shared/remark/anchor.ts'
import {
  type AnswerRemark,
  type AskRemark,
  type EditRemark,
  mostOpenRemarks,
  mostReplies,
  type Remark,
  type RemarkAct,
  type RenewRemark,
} from '#shared/remark/remark.ts'

/** Lines of what was done to one remark: opening and closing it again and again ends somewhere. */
const mostActs = 200

export interface RemarkDesk {
  ask(asking: Asking, input: AskRemark): Promise<Remark>
  answer(asking: Asking, id: string, input: AnswerRemark): Promise<Remark>
  edit(asking: Asking, id: string, input: EditRemark): Promise<Remark>
  renew(asking: Asking, id: string, input: RenewRemark): Promise<Remark>
  accept(asking: Asking, id: string): Promise<Remark>
  /** Also `resolve`, `reopen`, `withdraw`: an end, or the end of one. */
  end(asking: Asking, id: string, ending: Ending): Promise<Remark>
  /** Brings acceptances to their end that a stop interrupted. */
  resume(): Promise<void>
}

export interface Ending {
  readonly act: 'refuse' | 'resolve' | 'reopen' | 'withdraw'
  readonly reason: string
}
const statusAfter = { refuse: 'refused', resolve: 'resolved', reopen: 'open', withdraw: 'withdrawn' } as const

export function remarkDesk(deps: RemarkDeps): RemarkDesk {
  const { remarks } = deps.store
  const inTurn = inTurns()
  const acceptances = acceptancesOf(deps)

  /** One act on one remark at a time; what the act changed is told to whoever may read the remark's own draft. */
  const acting = (
    [asking, id, act]: readonly [Asking, string, RemarkAct],
    work: (placed: Placed) => Promise<void>,
  ): Promise<Remark> =>
    inTurn(id, async () => {
      const placed = await mayAct(deps, [asking, id, act])
      await work(placed)
      deps.tellChanged({
        resource: 'remarks',
        spaceId: placed.remark.spaceId,
        draftId: placed.remark.draftId,
      })
      return shown(deps, asking, id)
    })
  const change = async (
    [asking, act]: readonly [Asking, RemarkAct],
    { remark }: Placed,
    changed: RemarkChange,
  ): Promise<void> => {
    if ((await remarks.acts(remark.id)).length >= mostActs) throw new HttpProblem('remark-full')
    const line = lineOf(deps, asking, act)
    if (!(await remarks.change(remark.id, remark.status, changed, line)))
      throw new HttpProblem('remark-closed')
  }

  return {
    ask: (asking, input) => inTurn(input.id, () => ask(deps, asking, input)),
    answer: (asking, id, input) =>
      acting([asking, id, 'reply'], async ({ remark }) => {
        const mentions = await mentionsFrom(deps, asking, input.mentions)
        const reply = { id: input.id, by: speakerIn(asking), at: deps.now(), text: input.text, mentions }
        if ((await remarks.addReply(remark.id, reply, mostReplies)) === 'full')
          throw new HttpProblem('remark-full')
      }),
    edit: (asking, id, input) =>
      acting([asking, id, 'edit'], async (placed) => {
        const { kind, anchor } = placed.remark
        if (kind === 'comment' ? input.text === '' || input.proposal !== null : input.proposal === null)
          throw new HttpProblem('bad-input')
        if (anchor && input.proposal !== null) sameLines(anchor.quote, input.proposal)
        await change([asking, 'edit'], placed, { ...input, editedAt: deps.now() })
      }),
    renew: (asking, id, { anchor, proposal }) =>
      acting([asking, id, 'renew'], async (placed) => {
        sameLines(anchor.quote, proposal)
        await standsAs(deps, asking, anchor)
        await change([asking, 'renew'], placed, { anchor, proposal, editedAt: deps.now() })
      }),
    end: (asking, id, { act, reason }) =>
      acting([asking, id, act], async (placed) => {
        const closed = act === 'reopen' ? null : { ...whoIn(asking), at: deps.now(), reason: reason.trim() }
        await change([asking, act], placed, { status: statusAfter[act], closed })
      }),
    accept: (asking, id) =>
      inTurn(id, async () => {
        const known = (await placedRemark(deps, asking, id))?.remark
        // Asked for again, or by two at once: it is accepted, once.
        if (known?.status !== 'accepted' || !asking.rights.decide) {
          const placed = await mayAct(deps, [asking, id, 'accept'])
          if (placed.remark.accepting) await acceptances.finish(placed.remark)
          else await acceptances.begin(placed, asking)
        }
        return shown(deps, asking, id)
      }),
    async resume() {
      for (const { id } of await remarks.accepting())
        await inTurn(id, async () => {
          const remark = await remarks.remark(id)
          if (remark?.accepting) await acceptances.finish(remark)
        }).catch((error: unknown) =>
          deps.logger.warn({ error, remark: id }, 'a suggestion is still to be brought into its text'),
        )
    },
  }
}

const whoIn = ({ participant }: Asking) => ({ participantId: participant.id, by: participant.name })

const lineOf = ({ now }: RemarkDeps, { participant }: Asking, act: ActLine['act']): ActLine => ({
  ...{ act, participantId: participant.id, at: now() },
})

/** @throws HttpProblem with the reason why not */
async function mayAct(
  deps: RemarkDeps,
  [asking, id, act]: readonly [Asking, string, RemarkAct],
): Promise<Placed> {
  const placed = await placedRemark(deps, asking, id)
  if (!placed) throw new HttpProblem('not-found')
  if (actsIn(asking, placed).includes(act)) return placed
  const { status, replies, accepting } = placed.remark
  const { remark, decide, adopted } = asking.rights
  if (!remark && !decide) throw new HttpProblem('not-allowed')
  if (accepting || (status !== 'open' && act !== 'reply')) throw new HttpProblem('remark-closed')
  if (act === 'edit' && replies.length > 0) throw new HttpProblem('remark-answered')
  if (adopted && (act === 'renew' || (act === 'accept' && decide))) throw new HttpProblem('remark-adopted')
  if (act === 'accept' && decide) throw new HttpProblem('remark-stale')
  throw new HttpProblem('not-allowed')
}

async function shown(deps: RemarkDeps, asking: Asking, id: string): Promise<Remark> {
  const placed = await placedRemark(deps, asking, id)
  if (!placed) throw new HttpProblem('not-found')
  return oneRemark(deps, asking, placed)
}

async function ask(deps: RemarkDeps, asking: Asking, input: AskRemark): Promise<Remark> {
  const { rights, place, room } = asking
  if (!rights.remark) throw new HttpProblem('not-allowed')
  const { id, kind, anchor, text, proposal } = input
  const before = await deps.store.remarks.remark(id)
  if (!before) {
    if (rights.adopted && kind === 'suggestion') throw new HttpProblem('remark-adopted')
    if (anchor && proposal !== null) sameLines(anchor.quote, proposal)
    if (anchor) await standsAs(deps, asking, anchor)
    const mentions = await mentionsFrom(deps, asking, input.mentions)
    const by = speakerIn(asking)
    const remark = {
      ...place,
      id,
      roomId: room.id,
      kind,
      anchor,
      text,
      proposal,
      by,
      mentions,
      at: deps.now(),
    }
    if ((await deps.store.remarks.add(remark, mostOpenRemarks)) === 'full')
      throw new HttpProblem('remark-full')
    deps.tellChanged({ resource: 'remarks', ...place })
  }
  // An id that somebody else chose for another remark tells nothing of that one.
  const placed = await placedRemark(deps, asking, id)
  if (!placed || placed.parent || placed.remark.by.participantId !== asking.participant.id)
    throw new HttpProblem('conflict')
  return oneRemark(deps, asking, placed)
}

function sameLines(quote: string, proposal: string): void {
  if (linesOf(quote).length !== linesOf(proposal).length) throw new HttpProblem('remark-lines')
}

/** Whoever quotes what is not written there, or no longer, is told so. */
async function standsAs(
  deps: RemarkDeps,
  { place }: Asking,
  anchor: NonNullable<AskRemark['anchor']>,
): Promise<void> {
  const words = await lookAt(deps, place, (draft) => {
    const pieces = passageOf(draft, anchor)
    return pieces && wordsOf(pieces)
  })
  if (words !== anchor.quote) throw new HttpProblem('remark-stale')
}
