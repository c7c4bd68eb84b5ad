// Invitations to joint sessions in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { InvitationOutcome, JointRecords, KeptInvitation } from '#server/ports/jointRecords.ts'
import { Invitation, type JointActKind } from '#shared/joint/invitation.ts'

type Row = Schema['joint_invitations']
type Saving = Parameters<JointRecords['saveInvitation']>

const fromRow = ({ body, version }: Row): KeptInvitation => ({
  invitation: Invitation.parse(JSON.parse(body)),
  version,
})

/** Newest first; ids decide between those of one instant, alike on both databases. */
const newestFirst = (rows: readonly Row[]): KeptInvitation[] =>
  [...rows].sort((a, b) => b.made_at - a.made_at || (a.id < b.id ? -1 : 1)).map(fromRow)

export function sqlJointRecords(database: Database): JointRecords {
  const { read, write } = database
  const where = (column: 'id' | 'room_id', value: string) =>
    read.selectFrom('joint_invitations').selectAll().where(column, '=', value).executeTakeFirst()
  return {
    saveInvitation: (...saving) => save(database, saving),
    async invitation(id) {
      const row = await where('id', id)
      return row && fromRow(row)
    },
    async invitationOfRoom(roomId) {
      const row = await where('room_id', roomId)
      return row && fromRow(row)
    },
    async invitationsOf(groupId) {
      const rows = await read
        .selectFrom('joint_invitations')
        .innerJoin('joint_invitation_groups as theirs', 'theirs.invitation_id', 'joint_invitations.id')
        .selectAll('joint_invitations')
        .where('theirs.group_id', '=', groupId)
        .execute()
      return newestFirst(rows)
    },
    async invitationsWithoutRoom() {
      const rows = await read
        .selectFrom('joint_invitations')
        .selectAll()
        .where('status', '=', 'accepted')
        .where('room_id', 'is', null)
        .execute()
      return newestFirst(rows)
    },
    async roomMade(id, roomId) {
      await write.updateTable('joint_invitations').set({ room_id: roomId }).where('id', '=', id).execute()
    },
    async jointActs(id) {
      const rows = await read
        .selectFrom('joint_acts')
        .selectAll()
        .where('invitation_id', '=', id)
        .orderBy('version')
        .execute()
      return rows.map(({ act, at, by, group_id, version }) => ({
        ...{ invitationId: id, version, at, by, groupId: group_id },
        act: act as JointActKind, // written by `save` only
      }))
    },
  }
}

async function save({ write }: Database, [invitation, version, about]: Saving): Promise<InvitationOutcome> {
  const { id, groupIds, madeAt, status } = invitation
  const next = { version: version + 1, status, body: JSON.stringify(invitation) }
  return write.transaction().execute(async (db) => {
    if (version === 0) {
      const made = await db
        .insertInto('joint_invitations')
        .values({ ...next, id, made_at: madeAt, home_room_id: about.homeRoomId, room_id: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0) return 'stale'
      await db
        .insertInto('joint_invitation_groups')
        .values(groupIds.map((group_id, place) => ({ invitation_id: id, group_id, place })))
        .execute()
    } else {
      const changed = await db
        .updateTable('joint_invitations')
        .set(next)
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      if (Number(changed.numUpdatedRows) === 0) return 'stale'
    }
    await db
      .insertInto('joint_acts')
      .values({
        ...{ invitation_id: id, version: version + 1, act: about.act },
        ...{ group_id: about.groupId, by: about.by, at: about.at },
      })
      .execute()
    return 'saved'
  })
}
