// What a person may cause returns a Result; what only a bug may cause throws.

/** How a program reacts to a refusal. The words for people are the refusal's `reason`, an i18n key. */
export type RefusalCode =
  | 'bad-input'
  | 'not-allowed'
  | 'not-found'
  | 'wrong-state'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'unavailable'
  | 'bug'

export interface Refusal {
  readonly code: RefusalCode
  /** An i18n key under `refusal.`, for people. */
  readonly reason: string
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly error: Refusal }
export type Result<T> = Ok<T> | Refused

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = (code: RefusalCode, reason: string): Refused => ({ ok: false, error: { code, reason } })
