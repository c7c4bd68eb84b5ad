// The groups on the home page, with what stands in their drafts now.

import { codeFor, modeOf, roomOfGroups, type SessionView } from '#server/features/home/homeSessions.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { Group } from '#shared/cycle/cycleFile.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import type { HomeGroup } from '#shared/home/home.ts'

export interface DraftCount {
  readonly drafts: HomeGroup['drafts']
  readonly nuances: number
}

const nothing: DraftCount = { drafts: { writing: 0, toReview: 0, ready: 0 }, nuances: 0 }

/** How old a count may be, in milliseconds: a page that everybody opens at once must not read every document for each. */
const countAge = 3_000

/** Counts the standing drafts of a space by status. One reading at a time serves everybody who asks. */
export function draftCounter(
  lane: Pick<DocumentLane, 'read'>,
  now: () => number,
): (spaceId: string) => Promise<DraftCount> {
  const counts = new Map<string, { at: number; count: Promise<DraftCount> }>()
  return (spaceId) => {
    const kept = counts.get(spaceId)
    if (kept && now() - kept.at < countAge) return kept.count
    const count = countDrafts(lane, spaceId)
    counts.set(spaceId, { at: now(), count })
    count.catch(() => counts.delete(spaceId))
    return count
  }
}

async function countDrafts(lane: Pick<DocumentLane, 'read'>, spaceId: string): Promise<DraftCount> {
  const counted = await lane.read(documentName({ kind: 'drafts', id: spaceId }), (doc) => {
    const drafts = readDrafts(doc)
    const having = (status: string): number => drafts.filter((draft) => draft.status === status).length
    return {
      drafts: { writing: having('writing'), toReview: having('to-review'), ready: having('ready') },
      nuances: drafts.reduce((sum, { nuances }) => sum + nuances.length, 0),
    }
  })
  return counted ?? nothing
}

/** A group's card. `spaceId` is undefined where the group has no documents yet. */
export async function shownGroup(
  view: SessionView,
  group: Group,
  space: { readonly id: string | undefined; readonly count: (spaceId: string) => Promise<DraftCount> },
): Promise<HomeGroup | undefined> {
  const shown = view.groups.get(group.id)
  if (!shown) return undefined
  const theirs = view.sessions.filter(({ groupIds }) => groupIds.includes(group.id))
  const room = roomOfGroups(view.rooms, [group.id])
  const next = theirs.find(({ when }) => when !== 'held')
  const { drafts, nuances } = space.id === undefined ? nothing : await space.count(space.id)
  return {
    ...shown,
    onlineOnly: group.onlineOnly,
    roomCode: codeFor(room, view.demo, view.account),
    sessionsHeld: theirs.filter(({ when }) => when === 'held').length,
    sessionsPlanned: theirs.length,
    live: view.demo ? theirs.some(({ when }) => when === 'today') : (room?.doorOpen ?? false),
    drafts,
    nuances,
    next: next ? { date: next.date, startTime: next.startTime ?? '', mode: modeOf(view, next) } : null,
  }
}
