// Accounts' sessions, guest devices and participants: who is behind a request or a ticket.
import type { Presence, RoomRole, Seat, Standing } from '#shared/people/actor.ts'

/** A person with an account: in the demo, one of its personas. `personId` is a row of the cycle (member, board member, team). */
export interface Account {
  readonly id: string
  readonly personId: string
  readonly displayName: string
  readonly standing: Standing
  readonly groupIds: readonly string[]
  readonly facilitatesGroupIds: readonly string[]
  /** Groups whose minutes this person keeps; absent where none. */
  readonly secretaryOfGroupIds?: readonly string[]
  /** Of an invited expert: the only groups that they read. Absent where there is no such limit. */
  readonly readsGroupIds?: readonly string[]
}

export interface Participant {
  readonly id: string
  readonly roomId: string
  readonly name: string
  readonly presence: Presence
  readonly standing: Standing
  readonly role: RoomRole
  /** The groups that the person belongs to, or the one that a guest named. */
  readonly groupIds: readonly string[]
  /** Of an invited expert, as in the account. */
  readonly readsGroupIds?: readonly string[]
  readonly headcount: number
  readonly seats: readonly Seat[]
  /** Rises whenever rights change; tickets of an older epoch are dead. */
  readonly epoch: number
  readonly removed: boolean
  readonly accountId: string | null
}

export interface NewParticipant extends Omit<Participant, 'id' | 'epoch' | 'removed'> {
  /** SHA-256 (hex) of the guest device's cookie; null for an account. */
  readonly deviceHash: string | null
}

export interface People {
  account(id: string): Promise<Account | undefined>
  /** Makes or replaces an account by id. */
  saveAccount(account: Account): Promise<void>

  /** Sessions are known by the SHA-256 (hex) of their cookie. `expiresAt` in milliseconds since 1970. */
  openSession(session: {
    hash: string
    accountId: string
    expiresAt: number
    /** What the account's own list of sessions says of it. */
    startedAt?: number
    device?: string
  }): Promise<void>
  sessionAccount(hash: string, now: number): Promise<Account | undefined>
  closeSession(hash: string): Promise<void>

  participant(id: string): Promise<Participant | undefined>
  /** The participant that this device or account already is in this room, removed ones included. */
  findParticipant(
    roomId: string,
    who: { deviceHash: string } | { accountId: string },
  ): Promise<Participant | undefined>
  /** Inserts; when the same device or account joined at the same instant, returns the one that was first. */
  addParticipant(participant: NewParticipant): Promise<Participant>
  /** Changes what is given; `raiseEpoch` kills every ticket given so far. Undefined for an unknown id. */
  changeParticipant(
    id: string,
    change: Partial<
      Pick<
        Participant,
        'name' | 'presence' | 'role' | 'groupIds' | 'readsGroupIds' | 'headcount' | 'seats' | 'removed'
      >
    >,
    options?: { raiseEpoch: boolean },
  ): Promise<Participant | undefined>
  participantNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
