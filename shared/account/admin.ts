// The administration of people, mails, acts and rooms, as HTTP says it.
import { z } from 'zod'
import { type AccountLanguage, accountLanguages, email, type NamedRole } from '#shared/account/account.ts'
import type { Standing } from '#shared/people/actor.ts'
import { type RoleInScope, roles } from '#shared/people/roles.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const roleInScope = z.object({
  role: z.enum(roles),
  scope: z.string().min(1).max(80).nullable(),
})
const rolesInput = z.array(roleInScope).min(1).max(20)

/** `POST /api/admin/invitations` */
export const inviteInput = z.object({
  name: z.string().trim().min(1).max(80),
  email: email.optional(),
  personId: z.string().min(1).max(80).optional(),
  language: z.enum(accountLanguages).default('fr'),
  roles: rolesInput,
})
export type InviteInput = z.output<typeof inviteInput>

/** `POST /api/admin/people/:id/roles`; `until` is the last day of it. */
export const giveRoleInput = roleInScope.extend({ from: day.optional(), until: day.optional() })

/** `POST /api/admin/people/import`: `write` only after the preview was read. */
export const importInput = z.object({ csv: z.string().max(200_000), write: z.boolean().default(false) })

/** `GET /api/admin/people?q=` */
export interface PeopleAnswer {
  readonly people: readonly AdminPerson[]
  /** How many there are where the list was cut. */
  readonly total: number
  readonly invitations: readonly AdminInvitation[]
  readonly groups: readonly Scope[]
  readonly boards: readonly Scope[]
  readonly mayGiveAll: boolean
  readonly mayReadOffice: boolean
}

export interface Scope {
  readonly id: string
  readonly name: string
}

export interface AdminPerson {
  /** Null for somebody of the cycle who has no account yet. */
  readonly accountId: string | null
  readonly personId: string | null
  readonly name: string
  readonly standing: Standing | null
  readonly email: string | null
  readonly demo: boolean
  /** What the cycle says of somebody without an account: the roles to invite with. */
  readonly roles: readonly (NamedRole & { readonly id: string | null; readonly until: number | null })[]
  readonly sessions: number
}

export interface AdminInvitation {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly NamedRole[]
  readonly madeAt: number
  readonly expiresAt: number
  readonly state: 'waiting' | 'used' | 'revoked' | 'expired'
}

/** `POST /api/admin/invitations`: the link is said this once. */
export interface InvitedAnswer {
  readonly invitation: AdminInvitation
  readonly url: string
  /** Whether a mail was put on its way too. */
  readonly mailed: boolean
}

export interface MailsAnswer {
  /** Whether they are sent, or only kept here. */
  readonly sends: boolean
  readonly mails: readonly AdminMail[]
}

export interface AdminMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly language: AccountLanguage
  /** Null once it was sent or its link is over. */
  readonly text: string | null
  readonly madeAt: number
  readonly sentAt: number | null
  readonly tries: number
  /** Why the last try failed: a code of the mail server, never its words. */
  readonly problem: string | null
}

export interface ActsAnswer {
  readonly acts: readonly AdminAct[]
  /** Whether the chain of the whole journal holds. */
  readonly whole: boolean
  readonly next: number | null
}

export interface AdminAct {
  readonly seq: number
  readonly at: number
  readonly act: string
  /** Names as of today; null for somebody who was erased. */
  readonly by: string | null
  readonly about: string | null
  readonly details: Readonly<Record<string, unknown>>
}

export interface RoomsAnswer {
  readonly rooms: readonly AdminRoom[]
  /** Groups that have no room yet. */
  readonly without: readonly Scope[]
}

export interface AdminRoom {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly kind: 'group' | 'joint' | 'convergence'
  readonly doorOpen: boolean
  /** When the code stops opening; null while nobody has opened the door. */
  readonly codeUntil: number | null
  /** The long link, for mails and QR codes. */
  readonly link: string
  /** When the link stops opening; null where it does not. */
  readonly linkUntil: number | null
}

/** `POST /api/admin/rooms`, `PUT /api/admin/rooms/:id/code` */
export const roomInput = z.object({
  groupId: z.string().min(1).max(80),
  title: z.string().trim().min(1).max(160),
})
/** A word and four digits are no long secret: a code opens for a week at most, and only while the door is open. [A6] */
export const codeInput = z.object({
  hours: z
    .number()
    .int()
    .min(1)
    .max(24 * 7),
})

export interface ImportPreview {
  readonly lines: readonly ImportedLine[]
  readonly bad: readonly { readonly line: number; readonly problem: ImportProblem; readonly value: string }[]
  /** Invitations made, with `write`. */
  readonly made: number
  /** Of those without an address: said this once, to be handed over. */
  readonly links: readonly { readonly name: string; readonly url: string }[]
}

export interface ImportedLine {
  readonly line: number
  readonly name: string
  readonly email: string | null
  readonly roles: readonly RoleInScope[]
  /** Of the invitation, where the list says one. */
  readonly language?: AccountLanguage
}

export const importProblems = [
  'no-name',
  'bad-email',
  'email-twice',
  'email-known',
  'unknown-role',
  'unknown-group',
  'unknown-board',
  'unknown-language',
  'not-yours-to-give',
  'too-many-columns',
  'no-header',
  'too-many-lines',
] as const
export type ImportProblem = (typeof importProblems)[number]
