// Invitations of groups to joint sessions, as they stand, and every act that brought them there.
import type { Invitation, JointActKind } from '#shared/joint/invitation.ts'

export interface KeptInvitation {
  readonly invitation: Invitation
  /** 1 when it was made, one more with each act. */
  readonly version: number
}

export interface JointAct {
  readonly invitationId: string
  /** The version that this act made. */
  readonly version: number
  readonly act: JointActKind
  /** The group in whose name it was done. */
  readonly groupId: string
  /** `account:…` or `device:…`, as an author of a group's page. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export type InvitationOutcome = 'saved' | 'stale'

export interface JointRecords {
  /**
   * Keeps an invitation and its act in one transaction. `version` is what was read (0 for a new one); `stale` when somebody else
   * was first. `homeRoomId`: the inviting group's room, with which the invitation goes.
   */
  saveInvitation(
    invitation: Invitation,
    version: number,
    about: Omit<JointAct, 'invitationId' | 'version'> & { readonly homeRoomId: string | null },
  ): Promise<InvitationOutcome>
  invitation(id: string): Promise<KeptInvitation | undefined>
  /** Of this group, whether it invites or is invited; newest first. */
  invitationsOf(groupId: string): Promise<readonly KeptInvitation[]>
  /** The one that a room was made from. */
  invitationOfRoom(roomId: string): Promise<KeptInvitation | undefined>
  /** Accepted ones whose room is not there yet: a server that was killed makes it at its next start. */
  invitationsWithoutRoom(): Promise<readonly KeptInvitation[]>
  /** Says that the room of an accepted invitation exists. */
  roomMade(id: string, roomId: string): Promise<void>
  /** Oldest first. */
  jointActs(id: string): Promise<readonly JointAct[]>
}
