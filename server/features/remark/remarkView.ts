// Remarks as one person sees them: where they stand today, whose they are, and what that person may do.
import {
  type AskedDraft,
  type Asking,
  isMine,
  lookAt,
  type RemarkDeps,
} from '#server/features/remark/remarkAsking.ts'
import type { KeptRemark, Speaker } from '#server/ports/remarks.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { passageOf, wordsOf } from '#shared/remark/anchor.ts'
import type { Remark, RemarkAct, RemarkAuthor, RemarksAnswer } from '#shared/remark/remark.ts'
import { actsOn } from '#shared/remark/remarkPolicy.ts'
import { type JointReading, readJointBlocks, travelledTo } from '#shared/remark/travel.ts'

/** A remark in the draft that is asked about, its own or one that a merge brought along. */
export interface Placed {
  readonly remark: KeptRemark
  readonly anchor: Remark['anchor']
  readonly standing: string | null
  /** Undefined where it stands at its own draft. */
  readonly parent: AskedDraft['parents'][number] | undefined
}

export async function remarksFor(deps: RemarkDeps, asking: Asking): Promise<RemarksAnswer> {
  const placed = await placedRemarks(deps, asking)
  const seen = await unseenOf(deps, asking)
  const { remark, decide, adopted } = asking.rights
  return {
    remarks: placed.map((one) => viewOf(asking, one, seen)).sort((a, b) => a.at - b.at),
    parents: placesOf(asking),
    may: { remark, suggest: remark && !adopted, decide: decide && !adopted },
  }
}

/** Only parents that this person may read, each once. */
export const placesOf = ({ draft, place }: Asking): readonly KeptPlace[] => [
  ...new Map(
    draft.parents
      .filter((one) => one.spaceId !== place.spaceId || one.draftId !== place.draftId)
      .map(({ spaceId, draftId }) => [`${spaceId}/${draftId}`, { spaceId, draftId }]),
  ).values(),
]
type KeptPlace = Pick<KeptRemark, 'spaceId' | 'draftId'>

export async function oneRemark(deps: RemarkDeps, asking: Asking, placed: Placed): Promise<Remark> {
  return viewOf(asking, placed, await unseenOf(deps, asking))
}

async function placedRemarks(deps: RemarkDeps, asking: Asking): Promise<Placed[]> {
  const { remarks } = deps.store
  const own = await remarks.remarksOf(asking.place)
  const theirs = await Promise.all(placesOf(asking).map((place) => remarks.remarksOf(place)))
  return placeAll(deps, asking, [...own, ...theirs.flat()])
}

/** Undefined for a remark of another draft, or of a parent that this person may not read. */
export async function placedRemark(
  deps: RemarkDeps,
  asking: Asking,
  id: string,
): Promise<Placed | undefined> {
  const remark = await deps.store.remarks.remark(id)
  return remark && (await placeAll(deps, asking, [remark]))[0]
}

async function placeAll(
  deps: RemarkDeps,
  { place, draft: { parents } }: Asking,
  remarks: readonly KeptRemark[],
): Promise<Placed[]> {
  const found = await lookAt(deps, place, (draft) => {
    const joint = readJointBlocks(draft)
    return remarks.flatMap((remark): Placed[] => {
      if (isAt(remark, place)) {
        const pieces = remark.anchor && passageOf(draft, remark.anchor)
        const standing = pieces ? wordsOf(pieces) : null
        return [{ remark, anchor: remark.anchor, standing, parent: undefined }]
      }
      const of = parents.filter((one) => isAt(remark, one))
      return of.slice(0, 1).map((parent) => ({ remark, parent, ...travelled(joint, of, remark) }))
    })
  })
  return found ?? []
}

/** The same draft may have been brought in by several merges of this draft: the first that tells the place. */
function travelled(
  joint: JointReading,
  parents: readonly FrozenParent[],
  { anchor }: KeptRemark,
): Pick<Placed, 'anchor' | 'standing'> {
  for (const parent of parents) {
    const found = anchor && travelledTo(joint, parent, anchor)
    if (found) return found
  }
  return { anchor: null, standing: null }
}

const isAt = (a: KeptPlace, b: KeptPlace): boolean => a.spaceId === b.spaceId && a.draftId === b.draftId

async function unseenOf({ store }: RemarkDeps, { viewer, named }: Asking): Promise<ReadonlySet<string>> {
  const notices = await store.remarks.unseen(viewer, named, 500)
  return new Set(notices.map(({ remark }) => remark.id))
}

const authorOf = ({ name, groupId, standing }: Speaker): RemarkAuthor => ({ name, groupId, standing })

export function viewOf(asking: Asking, placed: Placed, unseen: ReadonlySet<string>): Remark {
  const { remark, anchor, standing, parent } = placed
  const { id, spaceId, draftId, kind, text, proposal, at, editedAt, status, mentions } = remark
  return {
    ...{
      id,
      spaceId,
      draftId,
      kind,
      anchor,
      standing,
      text,
      proposal,
      at,
      editedAt,
      status,
      mentions,
    },
    ...{ by: authorOf(remark.by), mine: isMine(asking, remark.by), mentionsMe: unseen.has(id) },
    replies: remark.replies.map((reply) => ({
      ...{ id: reply.id, by: authorOf(reply.by), mine: isMine(asking, reply.by), at: reply.at },
      ...{ text: reply.text, mentions: reply.mentions },
    })),
    may: actsIn(asking, placed),
    closed: closedAs(remark.closed),
    cameFrom: parent
      ? {
          ...{ spaceId, draftId, title: parent.title, groupId: parent.groupId },
          quote: remark.anchor?.quote ?? null,
        }
      : null,
  }
}

const closedAs = (closed: KeptRemark['closed']): Remark['closed'] =>
  closed && { by: closed.by, at: closed.at, reason: closed.reason }

/** While an acceptance is under way it can only be brought to its end. What came along has its words where it was said: it is not renewed here. */
export function actsIn(asking: Asking, { remark, anchor, parent }: Placed): RemarkAct[] {
  const { accepting, kind, status, replies } = remark
  if (accepting) return asking.rights.decide ? ['accept'] : []
  const mine = isMine(asking, remark.by)
  const acts = actsOn({ kind, status, mine, answered: replies.length > 0 }, asking.rights)
  return acts.filter((act) => {
    if (act === 'renew') return parent === undefined
    return act !== 'accept' || anchor !== null
  })
}
