// Who may remark on a draft, and who decides about a remark: read by the greyed button and by the refusal.
import type { DocumentRef } from '#shared/contract/documentName.ts'
import { documentAccess, type Person, type RoomShape } from '#shared/people/access.ts'
import type { RemarkAct, RemarkKind, RemarkStatus } from '#shared/remark/remark.ts'

/**
 * [R1] Whoever may write a draft may remark on it. So may, in a joint room, another of its groups (and a guest) where the draft's group lets
 *      others comment or write; in a group's own room another group's member and the shared team, who annotate and never write.
 *      Observers and boards read remarks and write none; in the convergence and in a closed aparté nobody adds any.
 * [R2] A suggestion is accepted or refused by whoever may write the draft; a refusal says why.
 * [R3] Its author may withdraw it, and change its words while nobody answered; whoever may remark may answer. A comment is resolved
 *      and opened again by its author or by whoever may write. Author or writer may renew a suggestion on the words of today.
 * [R5] Remarks are read by whoever may read the draft in that room.
 * [R7] An adopted text takes no suggestions and accepts none; it is spoken about all the same.
 */
export function mayRemark(person: Person, room: RoomShape, document: DocumentRef): boolean {
  const access = documentAccess(person, room, document)
  if (access === undefined || document.kind !== 'drafts') return false
  if (access === 'write') return true
  if (person.role === 'observer' || person.standing === 'board' || room.aparte) return false
  const space = room.spaces.find(({ spaceId }) => spaceId === document.id)
  if (room.kind === 'group') return person.standing === 'member' || person.standing === 'team'
  if (room.kind !== 'joint' || space === undefined || space.groupId === null) return false
  const isInvited = space.opened === 'comment' || space.opened === 'write'
  return isInvited && person.standing !== 'team' && isOfRoom(person, room)
}

const isOfRoom = (person: Person, room: RoomShape): boolean =>
  person.standing === 'guest' || person.groupIds.some((id) => room.groupIds.includes(id))

/** [R2] */
export const mayDecideRemark = (person: Person, room: RoomShape, document: DocumentRef): boolean =>
  documentAccess(person, room, document) === 'write'

/** [R3] */
export const mayWithdraw = (remark: Pick<Judged, 'status' | 'mine'>): boolean =>
  remark.mine && remark.status === 'open'

export interface RemarkRights {
  readonly remark: boolean
  readonly decide: boolean
  /** The draft was adopted. [R7] */
  readonly adopted: boolean
}

export interface Judged {
  readonly kind: RemarkKind
  readonly status: RemarkStatus
  readonly mine: boolean
  readonly answered: boolean
}

/** Everything that somebody may do with a remark now. */
export function actsOn(remark: Judged, { remark: mayAnswer, decide, adopted }: RemarkRights): RemarkAct[] {
  const { kind, status, mine, answered } = remark
  const acts: RemarkAct[] = []
  // Whoever may no longer remark no longer changes what they said.
  const isAuthor = mine && mayAnswer
  const isOpen = status === 'open'
  if (mayAnswer && status !== 'withdrawn') acts.push('reply')
  if (isAuthor && isOpen && !answered) acts.push('edit')
  if (kind === 'suggestion') {
    if (decide && isOpen && !adopted) acts.push('accept')
    if (decide && isOpen) acts.push('refuse')
    if ((isAuthor || decide) && isOpen && !adopted) acts.push('renew')
  } else {
    if ((isAuthor || decide) && isOpen) acts.push('resolve')
    if ((isAuthor || decide) && status === 'resolved') acts.push('reopen')
  }
  if (isAuthor && mayWithdraw(remark)) acts.push('withdraw')
  return acts
}
