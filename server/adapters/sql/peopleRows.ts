// Accounts and participants as rows, and back.
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { Account, NewParticipant, Participant } from '#server/ports/people.ts'

type AccountRow = Schema['accounts']
type ParticipantRow = Schema['participants']

export const readsToColumn = (groupIds: readonly string[] | null | undefined): string | null =>
  groupIds ? JSON.stringify(groupIds) : null
const readsFromColumn = (column: string | null | undefined): { readsGroupIds?: readonly string[] } =>
  column ? { readsGroupIds: JSON.parse(column) as readonly string[] } : {} // written by readsToColumn only

export const accountToRow = (account: Account): AccountRow => ({
  id: account.id,
  person_id: account.personId,
  display_name: account.displayName,
  standing: account.standing,
  group_ids: JSON.stringify(account.groupIds),
  facilitates_group_ids: JSON.stringify(account.facilitatesGroupIds),
  secretary_group_ids: account.secretaryOfGroupIds ? JSON.stringify(account.secretaryOfGroupIds) : null,
  reads_group_ids: readsToColumn(account.readsGroupIds),
})

export const accountFromRow = (row: AccountRow): Account => ({
  id: row.id,
  personId: row.person_id,
  displayName: row.display_name,
  standing: row.standing as Account['standing'], // written by accountToRow only
  groupIds: JSON.parse(row.group_ids) as readonly string[], // written by accountToRow only
  facilitatesGroupIds: JSON.parse(row.facilitates_group_ids) as readonly string[], // written by accountToRow only
  ...(row.secretary_group_ids &&
    row.secretary_group_ids !== '[]' && {
      secretaryOfGroupIds: JSON.parse(row.secretary_group_ids) as readonly string[], // as above
    }),
  ...readsFromColumn(row.reads_group_ids),
})

export const participantToRow = (id: string, participant: NewParticipant): ParticipantRow => ({
  id,
  room_id: participant.roomId,
  name: participant.name,
  presence: participant.presence,
  standing: participant.standing,
  role: participant.role,
  group_ids: JSON.stringify(participant.groupIds),
  headcount: participant.headcount,
  seats: JSON.stringify(participant.seats),
  epoch: 0,
  removed: 0,
  account_id: participant.accountId,
  reads_group_ids: readsToColumn(participant.readsGroupIds),
  device_hash: participant.deviceHash,
})

export const participantFromRow = (row: ParticipantRow): Participant => ({
  id: row.id,
  roomId: row.room_id,
  name: row.name,
  presence: row.presence as Participant['presence'], // written by participantToRow only
  standing: row.standing as Participant['standing'], // written by participantToRow only
  role: row.role as Participant['role'], // written by participantToRow only
  groupIds: JSON.parse(row.group_ids) as readonly string[], // written by participantToRow only
  headcount: row.headcount,
  seats: JSON.parse(row.seats) as Participant['seats'], // written by participantToRow only
  epoch: row.epoch,
  removed: row.removed === 1,
  accountId: row.account_id,
  ...readsFromColumn(row.reads_group_ids),
})
