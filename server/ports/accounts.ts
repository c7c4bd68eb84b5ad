// Accounts of people: how they are reached, which roles they were given, how they sign in, who was invited.
import type { AccountLanguage } from '#shared/account/account.ts'
import type { Grant, RoleInScope } from '#shared/people/roles.ts'

/** What is held on a person beside the account's rights. The demo's personas have none. */
export interface Profile {
  readonly accountId: string
  /** In lower case; null where nobody said one. */
  readonly email: string | null
  /** Whether the person proved to read that address, or an administrator gave it. */
  readonly emailVerified: boolean
  readonly language: AccountLanguage
  /** The person at the organisation's single sign-on. */
  readonly signOn: { readonly issuer: string; readonly subject: string } | null
  /** Milliseconds since 1970, as all instants here. */
  readonly madeAt: number
  readonly erasedAt: number | null
}

export interface NewAccount extends Omit<Profile, 'erasedAt'> {
  readonly personId: string
  readonly displayName: string
}

export interface ListedAccount {
  readonly accountId: string
  readonly personId: string
  readonly displayName: string
  readonly standing: string
  /** Absent for the demo's personas. */
  readonly profile?: Profile
}

/** A link that opens an account once, known by the SHA-256 (hex) of its word. */
export interface SignInLink {
  readonly hash: string
  readonly accountId: string
  /** SHA-256 (hex) of the cookie of the browser that asked: it opens there only. */
  readonly browserHash: string
  readonly expiresAt: number
}

export interface Invitation {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly email: string | null
  readonly personId: string | null
  readonly roles: readonly RoleInScope[]
  readonly language: AccountLanguage
  readonly by: string
  readonly madeAt: number
  readonly expiresAt: number
  readonly usedAt: number | null
  readonly revokedAt: number | null
}

export interface KeptSession {
  readonly id: string
  readonly hash: string
  readonly device: string
  readonly startedAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

/** A single sign-on under way, known by the hash of the asking browser's cookie. */
export interface SignOnTry {
  readonly browserHash: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expiresAt: number
  /** Once the issuer has answered: whom it knows, and the account that this waits to be tied to. */
  readonly found: { readonly issuer: string; readonly subject: string; readonly accountId: string } | null
}

export type MakeOutcome = 'made' | 'email-taken'

export interface Accounts {
  /** With its first roles, in one transaction. */
  make(account: NewAccount, grants: readonly Grant[]): Promise<MakeOutcome>
  profile(accountId: string): Promise<Profile | undefined>
  profileByEmail(email: string): Promise<Profile | undefined>
  profileBySignOn(issuer: string, subject: string): Promise<Profile | undefined>
  changeProfile(
    accountId: string,
    change: Partial<Pick<Profile, 'language' | 'emailVerified' | 'signOn'>>,
  ): Promise<void>
  /** Every account, erased ones left out, by name. */
  all(): Promise<readonly ListedAccount[]>

  /** Every role ever given to this account, ended ones included, oldest first. */
  grants(accountId: string): Promise<readonly Grant[]>
  /** Of everybody, ended ones left out. */
  grantsAt(now: number): Promise<readonly (Grant & { readonly accountId: string })[]>
  give(accountId: string, grant: Grant): Promise<void>
  /** Ends one now: the row stays. `none` where it is not this account's or ended before, `last` where nobody would be left. [G9] */
  end(accountId: string, grantId: string, now: number): Promise<'ended' | 'none' | 'last'>
  /** Writes what the roles make of the account now into its row and its rooms; false where that is what stood there. */
  settle(accountId: string, now: number): Promise<boolean>
  /** The participants that this account is. */
  participantIds(accountId: string): Promise<readonly string[]>

  keepLink(link: SignInLink): Promise<void>
  /** Takes it away: of two who ask at once one gets it. Undefined where there is none, or it is over. */
  takeLink(hash: string, browserHash: string, now: number): Promise<SignInLink | 'other-browser' | undefined>
  linksMadeSince(accountId: string, since: number): Promise<number>

  saveInvitation(invitation: Invitation): Promise<void>
  invitation(hash: string): Promise<Invitation | undefined>
  invitations(): Promise<readonly Invitation[]>
  /** Marks it used; false where it was used, revoked or over. */
  useInvitation(hash: string, now: number): Promise<boolean>
  revokeInvitation(id: string, now: number): Promise<boolean>
  /** Uses it and makes the account, both or neither: whoever is refused can still open their invitation. */
  accept(hash: string, account: NewAccount, grants: readonly Grant[]): Promise<MakeOutcome | 'link-over'>

  sessions(accountId: string, now: number): Promise<readonly KeptSession[]>
  /** How many open sessions each account has. */
  sessionCounts(now: number): Promise<ReadonlyMap<string, number>>
  closeSession(accountId: string, id: string): Promise<boolean>
  closeSessions(accountId: string): Promise<void>
  /** Says that a session was used: it stands for `idle` milliseconds more, and never longer than `longest` after its start. */
  sessionSeen(hash: string, use: { at: number; idle: number; longest: number }): Promise<void>

  keepTry(attempt: SignOnTry): Promise<void>
  takeTry(browserHash: string, now: number): Promise<SignOnTry | undefined>
  findTry(browserHash: string, now: number): Promise<SignOnTry | undefined>

  /**
   * Takes the person out of the account: name, address, sign-on, sessions, roles, names in rooms and in the year's records. What
   * the person wrote stays as nobody's. Answers in how many rooms, or `last` where no administrator would be left. [G9]
   */
  erase(accountId: string, gone: { readonly name: string; readonly now: number }): Promise<number | 'last'>
  /** What the year's tables hold of the person, by table: follows, remarks, votes in their own name, acts, private notes. */
  heldOn(person: {
    readonly accountId: string
    readonly personId: string
    readonly called: string
  }): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
  /** Rooms that the person was in, for the export of what is held on them. */
  participations(accountId: string): Promise<readonly { readonly roomId: string; readonly name: string }[]>
}
