// What stays of sessions and between them: which were held, who took part, what a group began, and what arrives for the next one.
import type { Coming, ContributionKind } from '#shared/group/groupPage.ts'
import type { Side } from '#shared/people/actor.ts'

export interface HeldSession {
  /** The agenda's `sessionId`. */
  readonly id: string
  readonly roomId: string
  readonly groupIds: readonly string[]
  readonly title: string
  /** `YYYY-MM-DD`: the day on which it was begun, as the demo or the server counts days. */
  readonly date: string
  /** The session of the cycle that was held; null for one that nobody had planned. */
  readonly cycleSessionId: string | null
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly endedAt: number | null
  /** What was written down as decided, in the agenda's order. */
  readonly outcomes: readonly string[]
}

/** Who took part, without when: no hour, no length of stay and no turn of speech is kept of anybody. */
export interface PresenceKept {
  readonly id: string
  readonly name: string
  readonly side: Side
  readonly headcount: number
  readonly source: 'noticed' | 'written'
  /** The person of the cycle, for whoever signed in. */
  readonly personId: string | null
  readonly groupId: string | null
}

export type PresenceWords = Pick<PresenceKept, 'name' | 'side' | 'headcount'>

export interface StartedInitiative {
  readonly id: string
  readonly roomId: string
  readonly groupIds: readonly string[]
  readonly draft: { readonly spaceId: string; readonly draftId: string; readonly title: string }
  readonly firstStep: string
  readonly who: string
  readonly when: string
  /** `YYYY-MM-DD`, counted as a held session's. */
  readonly since: string
  /** Milliseconds since 1970; null while it stands. */
  readonly withdrawnAt: number | null
}

/** Whoever is behind a contribution, a link or an answer: `account:…`, `device:…` (a hash) or `link:…`. */
export type AuthorKey = string

export interface KeptContribution {
  /** Chosen by its author's browser: a retry carries the same. */
  readonly id: string
  readonly groupId: string
  readonly roomId: string | null
  readonly kind: ContributionKind
  readonly text: string
  readonly degree: number | null
  readonly draft: { readonly spaceId: string; readonly draftId: string } | null
  readonly name: string
  readonly author: AuthorKey
  readonly at: number
  readonly takenAt: number | null
}

export interface KeptLink {
  readonly id: string
  readonly groupId: string
  readonly roomId: string | null
  /** SHA-256 (hex): the token itself is kept nowhere. */
  readonly hash: string
  readonly name: string
  readonly memberId: string | null
  readonly madeAt: number
  readonly expiresAt: number
  readonly lastUsedAt: number | null
}

export interface SessionRecords {
  /** Begins the record of a session, or brings its end and outcomes up to date; title, date and groups stay as at its beginning. */
  hold(session: HeldSession): Promise<void>
  /** Ends those of the room that are still open, but for this one. */
  endOthers(roomId: string, sessionId: string | null, at: number): Promise<void>
  heldSession(id: string): Promise<HeldSession | undefined>
  /** Oldest first. */
  heldInRoom(roomId: string): Promise<readonly HeldSession[]>
  heldByGroup(groupId: string): Promise<readonly HeldSession[]>

  /** Notes who is here. A line that a person has written or taken away stays as that person left it. */
  notice(sessionId: string, lines: readonly Omit<PresenceKept, 'source'>[]): Promise<void>
  /** In the order of names. */
  lines(sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly PresenceKept[]>>
  /** False where the line is no longer as it was seen (`null`: not there); `undefined` does not look. The same again is done already. */
  writeLine(
    sessionId: string,
    line: PresenceWords & { readonly id: string },
    was: PresenceWords | null | undefined,
  ): Promise<boolean>
  removeLine(sessionId: string, lineId: string): Promise<void>

  /** The same again changes nothing, also after it was withdrawn. */
  startInitiative(initiative: StartedInitiative): Promise<void>
  withdrawInitiative(id: string, at: number): Promise<void>
  /** Withdrawn ones too, oldest first. */
  initiatives(groupId: string): Promise<readonly StartedInitiative[]>

  /** False where the id is taken by another contribution of the group; the same again is done already. */
  contribute(contribution: KeptContribution): Promise<boolean>
  contribution(groupId: string, id: string): Promise<KeptContribution | undefined>
  /** Oldest first. */
  contributions(groupId: string): Promise<readonly KeptContribution[]>
  /** Only while it waits; false once it was taken up. */
  withdrawContribution(groupId: string, id: string): Promise<boolean>
  /** The first time stands. */
  contributionTaken(groupId: string, id: string, at: number): Promise<void>

  makeLink(link: KeptLink): Promise<void>
  /** Undefined for one that is unknown, revoked or over. */
  linkByHash(hash: string, now: number): Promise<KeptLink | undefined>
  /** Those that still open, newest first. */
  links(groupId: string, now: number): Promise<readonly KeptLink[]>
  linkUsed(id: string, at: number): Promise<void>
  revokeLink(groupId: string, id: string): Promise<void>

  /** `null` takes the answer back. */
  answerComing(answer: ComingAsked & { readonly answer: Coming | null }): Promise<void>
  comings(groupId: string, sessionId: string): Promise<ReadonlyMap<AuthorKey, Coming>>
}

export interface ComingAsked {
  readonly groupId: string
  readonly roomId: string | null
  readonly sessionId: string
  readonly author: AuthorKey
}
