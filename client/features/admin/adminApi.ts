// The administration over HTTP.
import { request } from '#client/live/api.ts'
import type {
  ActsAnswer,
  AdminRoom,
  ImportPreview,
  InvitedAnswer,
  MailsAnswer,
  PeopleAnswer,
  RoomsAnswer,
} from '#shared/account/admin.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

const part = encodeURIComponent

export const readPeople = (q: string, signal?: AbortSignal): Promise<PeopleAnswer> =>
  request('GET', `/api/admin/people?${new URLSearchParams({ q })}`, undefined, { signal })
export interface Inviting {
  readonly name: string
  readonly email?: string
  readonly personId?: string
  readonly language: string
  readonly roles: readonly RoleInScope[]
}
export const sendInvitation = (input: Inviting): Promise<InvitedAnswer> =>
  request('POST', '/api/admin/invitations', input)
export const revokeInvitation = (id: string): Promise<void> =>
  request('DELETE', `/api/admin/invitations/${part(id)}`)
export const giveRole = (
  accountId: string,
  role: RoleInScope & { readonly until?: string },
): Promise<unknown> => request('POST', `/api/admin/people/${part(accountId)}/roles`, role)
export const takeRole = (accountId: string, grantId: string): Promise<void> =>
  request('DELETE', `/api/admin/people/${part(accountId)}/roles/${part(grantId)}`)
export const importPeople = (csv: string, write: boolean): Promise<ImportPreview> =>
  request('POST', '/api/admin/people/import', { csv, write }, { patience: 60_000 })

export const readMails = (signal?: AbortSignal): Promise<MailsAnswer> =>
  request('GET', '/api/admin/mails', undefined, { signal })
export const readActs = (before: number | null, signal?: AbortSignal): Promise<ActsAnswer> =>
  request('GET', `/api/admin/acts${before === null ? '' : `?before=${before}`}`, undefined, { signal })

export const readRooms = (signal?: AbortSignal): Promise<RoomsAnswer> =>
  request('GET', '/api/admin/rooms', undefined, { signal })
export const makeRoom = (groupId: string, title: string): Promise<AdminRoom> =>
  request('POST', '/api/admin/rooms', { groupId, title })
export const changeCode = (roomId: string, hours: number): Promise<AdminRoom> =>
  request('PUT', `/api/admin/rooms/${part(roomId)}/code`, { hours })
export const replaceLink = (roomId: string): Promise<AdminRoom> =>
  request('POST', `/api/admin/rooms/${part(roomId)}/link`)
