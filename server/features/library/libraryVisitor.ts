// Who asks the library, what they may read of it, and where what they add is kept.
import type { Request } from 'express'
import { todayOf } from '#server/features/home/day.ts'
import { roomOfGroups } from '#server/features/home/homeSessions.ts'
import { type ReadableSpace, readableSpaces } from '#server/features/similar/readableSpaces.ts'
import type { NewLibraryEntry } from '#server/ports/library.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { EntryKind } from '#shared/library/libraryEntries.ts'

export type LibraryDeps = Pick<Deps, 'store' | 'demo' | 'now' | 'identify' | 'participantOf'>

export interface LibraryVisitor {
  readonly account: Account | undefined
  /** `account:…` or `device:…`; undefined for a browser that nobody knows. */
  readonly by: string | undefined
  /** Groups whose texts stand in a room that the visitor has entered. */
  readonly readable: ReadonlySet<string>
}

/** The demo is open to anyone; a cooperative's library is for its accounts and for whoever is in one of its rooms. @throws HttpProblem */
export async function libraryVisitor(deps: LibraryDeps, request: Request): Promise<LibraryVisitor> {
  const [{ account, device }, spaces] = await Promise.all([
    deps.identify(request),
    readableSpaces(deps, request),
  ])
  if (!deps.demo && !account && spaces.size === 0) throw new HttpProblem('not-signed-in')
  return {
    account,
    by: account ? `account:${account.id}` : device && `device:${device.hash}`,
    readable: await groupsEntered(deps, request, [...spaces.values()]),
  }
}

/** Where somebody might walk in is not where they are: a question is the group's, and of those who are with it. */
async function groupsEntered(
  deps: LibraryDeps,
  request: Request,
  spaces: readonly ReadableSpace[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { groupId, roomCode } of spaces) {
    if (groupId === null || roomCode === null || found.has(groupId)) continue
    const room = await deps.store.rooms.roomByCode(roomCode)
    if (room && (await deps.participantOf(request, room.id))) found.add(groupId)
  }
  return found
}

export interface EntryAbout<K extends EntryKind>
  extends Pick<NewLibraryEntry<K>, 'kind' | 'subject' | 'groupId' | 'body'> {
  readonly by: string
  readonly byName: string
}

/** Ready to be kept. What is said of a group goes with its room; in the demo, where rooms are made anew, everything goes with one. */
export async function newEntry<K extends EntryKind>(
  deps: Pick<Deps, 'store' | 'demo' | 'now'>,
  about: EntryAbout<K>,
): Promise<NewLibraryEntry<K>> {
  const rooms = await deps.store.rooms.all()
  const own = about.groupId === null ? undefined : roomOfGroups(rooms, [about.groupId])
  const roomId = (own ?? (deps.demo ? rooms[0] : undefined))?.id ?? null
  return { ...about, roomId, day: await todayOf(deps), at: deps.now() }
}
