// Mails: kept first, then sent by a courier where there is one. Whoever writes a mail never waits for it to be sent.
import type { AccountLanguage } from '#shared/account/account.ts'

export interface NewMail {
  readonly id: string
  readonly to: string
  readonly accountId: string | null
  readonly language: AccountLanguage
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Milliseconds since 1970; after `expiresAt` its words are taken away and it is not sent any more. */
  readonly madeAt: number
  readonly expiresAt: number
  /** Where one POST stops the mails of which this is one; absent for a mail that somebody asked for. */
  readonly stopAddress?: string | null
}

export interface KeptMail extends Omit<NewMail, 'text' | 'html'> {
  /** Null once it was sent or is over: it held a link. */
  readonly text: string | null
  readonly html: string | null
  readonly sentAt: number | null
  readonly tries: number
  readonly nextTryAt: number
  /** A short code, never words of the mail or of the server. */
  readonly problem: string | null
}

export interface Outbox {
  /** The same id again changes nothing. */
  keep(mail: NewMail): Promise<void>
  /** Newest first, at most `limit`. */
  mails(limit: number): Promise<readonly KeptMail[]>
  /** To be sent at this instant, oldest first. */
  due(now: number, limit: number): Promise<readonly KeptMail[]>
  /** Takes a mail that is due out of every other process's hands until that instant. False where another took it. */
  claim(mail: Pick<KeptMail, 'id' | 'nextTryAt'>, until: number): Promise<boolean>
  sent(id: string, at: number): Promise<void>
  failed(id: string, again: { readonly at: number; readonly problem: string }): Promise<void>
  /** Takes away the words of what is over. */
  forgetOver(now: number): Promise<void>
  /** Takes away the mails of somebody who was erased. */
  forgetAccount(accountId: string): Promise<void>
  toAccount(accountId: string): Promise<readonly KeptMail[]>
}

/** Carries one mail. Rejects with a `MailRefused` whose code says why. */
export interface MailCourier {
  carry(mail: Pick<NewMail, 'id' | 'to' | 'subject' | 'text' | 'html' | 'stopAddress'>): Promise<void>
  close(): void
}

export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  readonly code: string
  /** Whether trying again is of no use: the address is refused. */
  readonly final: boolean
  constructor(code: string, final: boolean) {
    super(code)
    this.code = code
    this.final = final
  }
}
