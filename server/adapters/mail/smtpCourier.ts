// Carries mails to the mail server that SMTP_URL names.
import nodemailer from 'nodemailer'
import { type MailCourier, MailRefused } from '#server/ports/mail.ts'

/** Milliseconds for a mail server to answer; a mail waits for its next try after that. */
const patience = 20_000

export interface SmtpSettings {
  /** `smtp://…` or `smtps://…`, with user and password where it needs them. `?from=` is the sender's address. */
  readonly url: string
  /** Whose mails they are where the settings name no sender. */
  readonly publicHost: string
}

export function smtpCourier({ url, publicHost }: SmtpSettings): MailCourier {
  const address = new URL(url)
  const from = address.searchParams.get('from') ?? `Faire Ensemble <no-reply@${publicHost}>`
  address.searchParams.delete('from')
  const transport = nodemailer.createTransport({
    ...{ host: address.hostname, secure: address.protocol === 'smtps:' },
    port: address.port === '' ? (address.protocol === 'smtps:' ? 465 : 587) : Number(address.port),
    ...(address.username !== '' && {
      auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
    }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    // A mail never makes this process read a file or fetch an address.
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
  })
  return {
    async carry({ id, to, subject, text, html, stopAddress }) {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, html },
          // The same mail tried twice is the same mail.
          messageId: `<${id}@${publicHost}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...(stopAddress && oneClick(stopAddress)) },
        })
      } catch (error) {
        throw refusal(error)
      }
    },
    close: () => transport.close(),
  }
}

/** RFC 8058: the mail program's own button stops these mails, with nothing to open and nobody to sign in. */
const oneClick = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** Codes only: what a mail server says may hold the address or the words. */
function refusal(error: unknown): MailRefused {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown } // nodemailer's errors have both
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const word = status === undefined ? (typeof code === 'string' ? code : 'unknown') : `smtp-${status}`
  return new MailRefused(word, status !== undefined && status >= 500 && status < 600)
}
