// The tables of joint sessions, as Kysely sees them.
export interface JointTables {
  joint_invitations: {
    id: string
    version: number
    status: string
    made_at: number
    /** JSON of the invitation. */
    body: string
    home_room_id: string | null
    room_id: string | null
  }
  joint_invitation_groups: { invitation_id: string; group_id: string; place: number }
  joint_acts: {
    invitation_id: string
    version: number
    act: string
    group_id: string
    by: string
    at: number
  }
}
