// What arrives between two sessions, in SQL: contributions, personal links, who comes.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { KeptContribution, KeptLink, SessionRecords } from '#server/ports/sessionRecords.ts'
import type { Coming } from '#shared/group/groupPage.ts'

type Contributions = Pick<
  SessionRecords,
  'contribute' | 'contribution' | 'contributions' | 'withdrawContribution' | 'contributionTaken'
>
type Links = Pick<SessionRecords, 'makeLink' | 'linkByHash' | 'links' | 'linkUsed' | 'revokeLink'>
type Comings = Pick<SessionRecords, 'answerComing' | 'comings'>

export const sqlBetweenSessions = (database: Database): Contributions & Links & Comings => ({
  ...contributions(database),
  ...links(database),
  ...comings(database),
})

function contributions({ read, write }: Database): Contributions {
  const one = async (db: Database['read'], groupId: string, id: string) => {
    const row = await db
      .selectFrom('contributions')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('id', '=', id)
      .executeTakeFirst()
    return row && contributionFromRow(row)
  }
  return {
    async contribute(contribution) {
      await write
        .insertInto('contributions')
        .values(contributionToRow(contribution))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const kept = await one(write, contribution.groupId, contribution.id)
      const same = ({ author, kind, text, degree, draft }: KeptContribution) =>
        JSON.stringify([author, kind, text, degree, draft?.spaceId, draft?.draftId])
      return kept !== undefined && same(kept) === same(contribution)
    },
    contribution: (groupId, id) => one(read, groupId, id),
    async contributions(groupId) {
      const rows = await read
        .selectFrom('contributions')
        .selectAll()
        .where('group_id', '=', groupId)
        .execute()
      return rows.map(contributionFromRow).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    },
    async withdrawContribution(groupId, id) {
      const gone = await write
        .deleteFrom('contributions')
        .where('group_id', '=', groupId)
        .where('id', '=', id)
        .where('taken_at', 'is', null)
        .executeTakeFirst()
      return Number(gone.numDeletedRows) > 0
    },
    async contributionTaken(groupId, id, at) {
      await write
        .updateTable('contributions')
        .set({ taken_at: at })
        .where('group_id', '=', groupId)
        .where('id', '=', id)
        .where('taken_at', 'is', null)
        .execute()
    },
  }
}

function links({ read, write }: Database): Links {
  return {
    async makeLink(link) {
      await write
        .insertInto('personal_links')
        .values({ ...linkToRow(link), revoked: 0 })
        .execute()
    },
    async linkByHash(hash, now) {
      const row = await read
        .selectFrom('personal_links')
        .selectAll()
        .where('hash', '=', hash)
        .where('revoked', '=', 0)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row && linkFromRow(row)
    },
    async links(groupId, now) {
      const rows = await read
        .selectFrom('personal_links')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('revoked', '=', 0)
        .where('expires_at', '>', now)
        .execute()
      return rows.map(linkFromRow).sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1))
    },
    async linkUsed(id, at) {
      await write.updateTable('personal_links').set({ last_used_at: at }).where('id', '=', id).execute()
    },
    async revokeLink(groupId, id) {
      await write
        .updateTable('personal_links')
        .set({ revoked: 1 })
        .where('group_id', '=', groupId)
        .where('id', '=', id)
        .execute()
    },
  }
}

function comings({ read, write }: Database): Comings {
  return {
    async answerComing({ groupId, roomId, sessionId, author, answer }) {
      if (answer === null) {
        await write
          .deleteFrom('comings')
          .where('group_id', '=', groupId)
          .where('session_id', '=', sessionId)
          .where('author', '=', author)
          .execute()
        return
      }
      await write
        .insertInto('comings')
        .values({ group_id: groupId, session_id: sessionId, author, room_id: roomId, answer })
        .onConflict((conflict) =>
          conflict.columns(['group_id', 'session_id', 'author']).doUpdateSet({ answer }),
        )
        .execute()
    },
    async comings(groupId, sessionId) {
      const rows = await read
        .selectFrom('comings')
        .select(['author', 'answer'])
        .where('group_id', '=', groupId)
        .where('session_id', '=', sessionId)
        .execute()
      return new Map(rows.map(({ author, answer }) => [author, answer as Coming])) // written here only
    },
  }
}

const contributionToRow = (one: KeptContribution): Schema['contributions'] => ({
  group_id: one.groupId,
  id: one.id,
  room_id: one.roomId,
  kind: one.kind,
  text: one.text,
  degree: one.degree,
  space_id: one.draft?.spaceId ?? null,
  draft_id: one.draft?.draftId ?? null,
  name: one.name,
  author: one.author,
  at: one.at,
  taken_at: one.takenAt,
})

const contributionFromRow = (row: Schema['contributions']): KeptContribution => ({
  id: row.id,
  groupId: row.group_id,
  roomId: row.room_id,
  kind: row.kind as KeptContribution['kind'], // written by contributionToRow only
  text: row.text,
  degree: row.degree,
  draft:
    row.space_id === null || row.draft_id === null ? null : { spaceId: row.space_id, draftId: row.draft_id },
  name: row.name,
  author: row.author,
  at: row.at,
  takenAt: row.taken_at,
})

const linkToRow = (link: KeptLink): Omit<Schema['personal_links'], 'revoked'> => ({
  id: link.id,
  group_id: link.groupId,
  room_id: link.roomId,
  hash: link.hash,
  name: link.name,
  member_id: link.memberId,
  made_at: link.madeAt,
  expires_at: link.expiresAt,
  last_used_at: link.lastUsedAt,
})

const linkFromRow = (row: Schema['personal_links']): KeptLink => ({
  id: row.id,
  groupId: row.group_id,
  roomId: row.room_id,
  hash: row.hash,
  name: row.name,
  memberId: row.member_id,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
})
