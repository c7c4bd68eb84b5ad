// Adopted versions in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { VersionTables } from '#server/adapters/sql/versionsSchema.ts'
import type { KeptVersion, Versions } from '#server/ports/versions.ts'
import type { OpenPoint } from '#shared/adoption/adoptionState.ts'
import type { VersionBody, VersionHead } from '#shared/adoption/version.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

type HeadRow = Omit<VersionTables['adopted_versions'], 'body'>

const headColumns = [
  ...(['id', 'room_id', 'space_id', 'draft_id', 'number', 'title', 'fingerprint', 'at'] as const),
  ...(['date', 'reserved', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason'] as const),
] as const

export function sqlVersions(database: Database): Versions {
  const { read, write } = database
  const heads = async (rows: readonly HeadRow[]): Promise<VersionHead[]> => {
    const groups = await groupsOf(
      database,
      rows.map(({ id }) => id),
    )
    return rows
      .map((row) => headOf(row, groups.get(row.id) ?? []))
      .sort((a, b) => b.at - a.at || b.number - a.number || (a.id < b.id ? -1 : 1))
  }
  return {
    keepVersion: (version) => keep(database, version),
    async withdrawVersion(id, { at, name, reason }) {
      await write
        .updateTable('adopted_versions')
        .set({ withdrawn_at: at, withdrawn_by: name, withdrawn_reason: reason })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .execute()
    },
    async version(id) {
      const row = await read
        .selectFrom('adopted_versions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const [head] = await heads([row])
      const body = JSON.parse(row.body) as VersionBody // written by `keep` only
      return head && { ...head, roomId: row.room_id, body }
    },
    async versionsOfGroup(groupId) {
      const rows = await read
        .selectFrom('adopted_versions')
        .innerJoin('adopted_version_groups as theirs', 'theirs.version_id', 'adopted_versions.id')
        .select(headColumns)
        .where('theirs.group_id', '=', groupId)
        .execute()
      return heads(rows)
    },
    async versionsOfDraft(spaceId, draftId) {
      const rows = await read
        .selectFrom('adopted_versions')
        .select(headColumns)
        .where('space_id', '=', spaceId)
        .where('draft_id', '=', draftId)
        .execute()
      return heads(rows)
    },
    async keepText(roomId, fingerprint, text) {
      await write
        .insertInto('consented_texts')
        .values({ room_id: roomId, fingerprint, body: JSON.stringify(text) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async text(roomId, fingerprint) {
      const row = await read
        .selectFrom('consented_texts')
        .select('body')
        .where('room_id', '=', roomId)
        .where('fingerprint', '=', fingerprint)
        .executeTakeFirst()
      return row && (JSON.parse(row.body) as FingerprintedDraft) // written by `keepText` only
    },
  }
}

async function keep({ write }: Database, version: KeptVersion): Promise<void> {
  const { id, roomId, spaceId, draftId, number, title, fingerprint, at, date, reserved } = version
  await write.transaction().execute(async (db) => {
    await db
      .insertInto('adopted_versions')
      .values({
        ...{
          id,
          room_id: roomId,
          space_id: spaceId,
          draft_id: draftId,
          number,
          title,
          fingerprint,
          at,
          date,
        },
        ...{ reserved: reserved && JSON.stringify(reserved), body: JSON.stringify(version.body) },
        ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (version.groupIds.length === 0) return
    await db
      .insertInto('adopted_version_groups')
      .values(version.groupIds.map((group_id, place) => ({ version_id: id, group_id, place })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

async function groupsOf({ read }: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>()
  if (ids.length === 0) return groups
  const rows = await read
    .selectFrom('adopted_version_groups')
    .selectAll()
    .where('version_id', 'in', [...ids])
    .orderBy('place')
    .execute()
  for (const row of rows) groups.set(row.version_id, [...(groups.get(row.version_id) ?? []), row.group_id])
  return groups
}

const headOf = (row: HeadRow, groupIds: readonly string[]): VersionHead => ({
  ...{ id: row.id, spaceId: row.space_id, draftId: row.draft_id, number: row.number, title: row.title },
  ...{ fingerprint: row.fingerprint, groupIds, at: row.at, date: row.date },
  reserved: row.reserved === null ? null : (JSON.parse(row.reserved) as OpenPoint[]), // written by `keep` only
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { at: row.withdrawn_at, name: row.withdrawn_by ?? '', reason: row.withdrawn_reason ?? '' },
})
