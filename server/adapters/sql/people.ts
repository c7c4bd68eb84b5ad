// Accounts, their sessions and the participants of rooms in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import {
  accountFromRow,
  accountToRow,
  participantFromRow,
  participantToRow,
  readsToColumn,
} from '#server/adapters/sql/peopleRows.ts'
import { portions } from '#server/adapters/sql/scope.ts'
import type { NewParticipant, Participant, People } from '#server/ports/people.ts'
import { randomId } from '#shared/contract/ids.ts'

type Accounts = Pick<People, 'account' | 'saveAccount' | 'openSession' | 'sessionAccount' | 'closeSession'>

export const sqlPeople = (database: Database): People => ({
  ...accounts(database),
  ...participants(database),
})

function accounts({ read, write }: Database): Accounts {
  return {
    async account(id) {
      const row = await read.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
      return row && accountFromRow(row)
    },
    async saveAccount(account) {
      const { id, ...rest } = accountToRow(account)
      await write
        .insertInto('accounts')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute()
    },
    async openSession({ hash, accountId, expiresAt, startedAt = 0, device = '' }) {
      await write
        .insertInto('account_sessions')
        .values({
          ...{ hash, account_id: accountId, expires_at: expiresAt, id: randomId() },
          ...{ device, started_at: startedAt, seen_at: startedAt },
        })
        .execute()
    },
    async sessionAccount(hash, now) {
      const row = await read
        .selectFrom('account_sessions')
        .innerJoin('accounts', 'accounts.id', 'account_sessions.account_id')
        .selectAll('accounts')
        .where('account_sessions.hash', '=', hash)
        .where('account_sessions.expires_at', '>', now)
        .executeTakeFirst()
      return row && accountFromRow(row)
    },
    async closeSession(hash) {
      await write.deleteFrom('account_sessions').where('hash', '=', hash).execute()
    },
  }
}

function participants({ read, write }: Database): Omit<People, keyof Accounts> {
  const find = async (
    db: Database['read'],
    roomId: string,
    who: { deviceHash: string } | { accountId: string },
  ) => {
    const all = db.selectFrom('participants').selectAll().where('room_id', '=', roomId)
    const theirs =
      'deviceHash' in who
        ? all.where('device_hash', '=', who.deviceHash)
        : all.where('account_id', '=', who.accountId)
    const row = await theirs.executeTakeFirst()
    return row && participantFromRow(row)
  }

  const addParticipant = async (participant: NewParticipant): Promise<Participant> => {
    const row = participantToRow(randomId(), participant)
    const added = await write
      .insertInto('participants')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (added) return participantFromRow(added)
    const { accountId, deviceHash, roomId } = participant
    const first =
      (accountId !== null ? await find(write, roomId, { accountId }) : undefined) ??
      (deviceHash !== null ? await find(write, roomId, { deviceHash }) : undefined)
    if (!first) throw new Error('a participant was refused as known, and is not known')
    return first
  }

  return {
    async participant(id) {
      const row = await read.selectFrom('participants').selectAll().where('id', '=', id).executeTakeFirst()
      return row && participantFromRow(row)
    },
    findParticipant: (roomId, who) => find(read, roomId, who),
    addParticipant,
    async changeParticipant(id, change, { raiseEpoch } = { raiseEpoch: false }) {
      const { groupIds, readsGroupIds, seats, removed, ...plain } = change
      const row = await write
        .updateTable('participants')
        .set((of) => ({
          ...plain,
          ...(groupIds && { group_ids: JSON.stringify(groupIds) }),
          ...(readsGroupIds && { reads_group_ids: readsToColumn(readsGroupIds) }),
          ...(seats && { seats: JSON.stringify(seats) }),
          ...(removed !== undefined && { removed: removed ? 1 : 0 }),
          epoch: of('epoch', '+', raiseEpoch ? 1 : 0),
        }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return row && participantFromRow(row)
    },
    async participantNames(ids) {
      const names = new Map<string, string>()
      for (const portion of portions([...new Set(ids)].map((id) => ({ id })))) {
        const among = portion.map(({ id }) => id)
        const rows = await read
          .selectFrom('participants')
          .select(['id', 'name'])
          .where('id', 'in', among)
          .execute()
        for (const { id, name } of rows) names.set(id, name)
      }
      return names
    },
  }
}
