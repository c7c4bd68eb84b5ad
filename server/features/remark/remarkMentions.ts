// Whom a remark may name, and who is told of it: only people who may read the draft.
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import { type Asking, type Insider, lookAt, type RemarkDeps } from '#server/features/remark/remarkAsking.ts'
import type { ReadableSpace } from '#server/features/similar/readableSpaces.ts'
import type { DraftPlace, KeptNotice, Named } from '#server/ports/remarks.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { readDraft } from '#shared/draft/draftModel.ts'
import { plainName } from '#shared/group/samePerson.ts'
import type { AskRemark, Mention, MentionNotice } from '#shared/remark/remark.ts'

const mostOffered = 20
const mostNotices = 50
/** Characters of what was said. */
const firstWords = 160

type Found = Pick<Asking, 'participant' | 'room'>

/**
 * Groups of the room, people who are in it now, and to whoever has an account the members of its groups: a guest who was let in
 * with a code is not handed the list of members.
 */
export async function mentionable(deps: RemarkDeps, found: Insider, asked: string): Promise<Mention[]> {
  const typed = plainName(asked.slice(0, 80))
  const fits = ({ name }: Mention): boolean => plainName(name).includes(typed)
  const here = deps.presence.participants(found.room.id).filter(({ id }) => id !== found.participant.id)
  const people = await Promise.all(here.map((one) => personNamed(deps, one)))
  const members = found.participant.standing === 'guest' ? [] : await membersOf(deps, found)
  const once = new Map([...people, ...members].map((one) => [one.id, one]))
  return [...(await groupsOf(deps, found)), ...once.values()].filter(fits).slice(0, mostOffered)
}

async function personNamed(
  { store }: RemarkDeps,
  { id, accountId, name }: { id: string; accountId: string | null; name: string },
): Promise<Mention> {
  const account = accountId === null ? undefined : await store.people.account(accountId)
  return { kind: 'person', id: account ? `m:${account.personId}` : `p:${id}`, name }
}

async function membersOf({ store }: RemarkDeps, { room }: Found): Promise<Mention[]> {
  const members = await Promise.all(room.groupIds.map((groupId) => store.cycle.members({ groupId })))
  return members.flat().map(({ id, displayName }) => ({ kind: 'person', id: `m:${id}`, name: displayName }))
}

/** By its place, as people call it; two groups of one place by their whole names. */
async function groupsOf({ store }: RemarkDeps, { room }: Found): Promise<Mention[]> {
  const [named, all] = await Promise.all([roomGroupsOf(store, room.groupIds), store.cycle.groups()])
  return named.map(({ id, place }): Mention => {
    const isAlone = named.filter((one) => one.place === place).length === 1
    return { kind: 'group', id, name: isAlone ? place : (all.find((one) => one.id === id)?.name ?? place) }
  })
}

/** The names are the server's. @throws HttpProblem for somebody whom this room does not offer */
export async function mentionsFrom(
  deps: RemarkDeps,
  found: Insider,
  asked: AskRemark['mentions'],
): Promise<Mention[]> {
  if (asked.length === 0) return []
  const here = deps.presence.participants(found.room.id)
  const people = await Promise.all(here.map((one) => personNamed(deps, one)))
  const members = found.participant.standing === 'guest' ? [] : await membersOf(deps, found)
  const known = [...(await groupsOf(deps, found)), ...people, ...members]
  const named = asked.map(({ kind, id }) => known.find((one) => one.kind === kind && one.id === id))
  if (named.some((one) => one === undefined)) throw new HttpProblem('bad-input', { fields: ['mentions'] })
  return [...new Map(named.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()]
}

/** What names somebody and their group at once is one piece of news, and it is the person's. */
export function eachSaying(notices: readonly KeptNotice[]): readonly KeptNotice[] {
  const once = new Map<string, KeptNotice>()
  for (const notice of notices) {
    const key = `${notice.remark.id}/${notice.replyId ?? ''}`
    if (once.get(key)?.mention.kind !== 'person') once.set(key, notice)
  }
  return [...once.values()]
}

interface Telling {
  readonly viewer: string
  readonly named: readonly Named[]
  /** Whose own words are no news; null for nobody's. */
  readonly isOwn: (notice: KeptNotice) => boolean
  readonly readable: ReadonlyMap<string, Pick<ReadableSpace, 'roomCode'>>
}

/** [R5] What names somebody and has not been seen, of drafts that they may read now. */
export async function noticesFor(
  deps: Pick<RemarkDeps, 'store' | 'lane'>,
  { viewer, named, isOwn, readable }: Telling,
): Promise<MentionNotice[]> {
  const kept = eachSaying(await deps.store.remarks.unseen(viewer, named, mostNotices * 4)).filter(
    (one) => !isOwn(one) && readable.has(one.remark.spaceId),
  )
  const titles = await titlesOf(
    deps,
    kept.map(({ remark }) => remark),
  )
  return kept
    .flatMap((one): MentionNotice[] => {
      const { spaceId, draftId, id } = one.remark
      const [roomCode, title] = [readable.get(spaceId)?.roomCode, titles.get(`${spaceId}/${draftId}`)]
      if (typeof roomCode !== 'string' || title === undefined) return []
      const { participantId: _, accountId: __, ...by } = one.by
      return [
        {
          ...{ remarkId: id, replyId: one.replyId, spaceId, draftId, title, roomCode, by, at: one.at },
          ...{ of: one.mention.kind, named: one.mention.name, words: one.text.slice(0, firstWords) },
        },
      ]
    })
    .slice(0, mostNotices)
}

async function titlesOf(
  deps: Pick<RemarkDeps, 'lane'>,
  places: readonly DraftPlace[],
): Promise<ReadonlyMap<string, string>> {
  const once = new Map(places.map((place) => [`${place.spaceId}/${place.draftId}`, place]))
  const titles = new Map<string, string>()
  for (const [key, place] of once) {
    const title = await lookAt(deps, place, (draft) => readDraft(place.draftId, draft)?.title)
    if (title !== undefined) titles.set(key, title)
  }
  return titles
}
