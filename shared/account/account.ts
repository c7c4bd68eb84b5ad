// Signing in, invitations, sessions and what is held on a person, as HTTP says them.
import { z } from 'zod'
import type { Standing } from '#shared/people/actor.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

export const accountLanguages = ['fr', 'en', 'nl'] as const
export type AccountLanguage = (typeof accountLanguages)[number]

/** Addresses are compared in lower case, without the blanks that phones add. */
export const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]+\.[^\s@<>()",;:\\[\]]{2,}$/.test(text), {
    error: 'is no e-mail address',
  })
const language = z.enum(accountLanguages)
/** A one-time word: 160 bits from a link. */
const token = z.string().regex(/^[\w-]{27}$/)

/** `POST /api/sign-in`: always answers 202, whoever it is. */
export const askLinkInput = z.object({ email, language: language.default('fr') })
/** `POST /api/sign-in/open` and `POST /api/invitations/look`. */
export const tokenInput = z.object({ token })
/** `POST /api/invitations/accept`: the address is asked where the invitation does not hold one; it may be left out. */
export const acceptInput = z.object({
  token,
  name: z.string().trim().min(1).max(80),
  email: email.optional(),
  language: language.default('fr'),
})
/** `POST /api/me/erase`: the word that says it is meant. */
export const eraseInput = z.object({ name: z.string().max(120) })
/** `PUT /api/me/account` */
export const ownAccountInput = z.object({ language })

/** Where links lead: behind the hash, which a browser sends to nobody. */
export const signInPath = '/sign-in'
export const linkMark = 'lien'
export const invitationMark = 'invitation'

/** `GET /api/sign-in`: which ways in there are. */
export interface WaysIn {
  readonly signOn: boolean
  /** A single sign-on that found an account by its e-mail waits for a yes. */
  readonly confirm: { readonly name: string } | null
}

/** `POST /api/invitations/look` */
export interface SeenInvitation {
  readonly name: string
  readonly cooperative: string
  /** Whether the invitation holds the address already. */
  readonly knowsEmail: boolean
  readonly roles: readonly NamedRole[]
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** A role with the name of its group or board; null for the whole cooperative. */
export interface NamedRole extends RoleInScope {
  readonly place: string | null
}

/** `GET /api/me/account` */
export interface OwnAccount {
  readonly id: string
  readonly name: string
  readonly standing: Standing
  readonly email: string | null
  readonly language: AccountLanguage
  readonly signOn: boolean
  /** A person of the demonstration: nothing of it is anybody's own. */
  readonly demo: boolean
  readonly roles: readonly (NamedRole & { readonly from: number; readonly until: number | null })[]
  readonly sessions: readonly OwnSession[]
}

export interface OwnSession {
  readonly id: string
  /** This very browser. */
  readonly here: boolean
  /** « Firefox, Linux »; empty where the browser did not say. */
  readonly device: string
  readonly startedAt: number
  readonly seenAt: number
}

/** `POST /api/me/erase`: what was taken away, and what stays and why. */
export interface ErasedAnswer {
  readonly rooms: number
}
