// Sends what waits in the outbox, one mail after the other, and again later what a mail server would not take.
import { type MailCourier, MailRefused, type Outbox } from '#server/ports/mail.ts'

export interface MailRoundOptions {
  readonly outbox: Outbox
  /** Without one the mails stay in the outbox for an administrator. */
  readonly courier: MailCourier | undefined
  readonly now: () => number
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface MailRound {
  /** A new mail waits. Returns at once. */
  nudge(): void
  /** Resolves when the mail that is on its way has arrived or failed. */
  close(): Promise<void>
}

/** Milliseconds between two looks, and until a failed mail is tried again: twice as long after each try. */
const lookEvery = 30_000
const firstWait = 15_000
const longestWait = 3_600_000
/** Longer than a mail server may take to answer. */
const carrying = 120_000

export function createMailRound(options: MailRoundOptions): MailRound {
  const { outbox, courier, now, warn } = options
  let closed = false
  let again = false
  let running: Promise<void> | undefined

  const round = async (): Promise<void> => {
    await outbox.forgetOver(now())
    if (!courier) return
    for (const mail of await outbox.due(now(), 50)) {
      if (closed) return
      await carry(mail)
    }
  }
  const carry = async (mail: Awaited<ReturnType<Outbox['due']>>[number]): Promise<void> => {
    if (!courier || mail.text === null || mail.html === null) return
    // Several processes read one outbox; a mail that a process dies with is tried again after that.
    if (!(await outbox.claim(mail, now() + carrying))) return
    try {
      await courier.carry({ ...mail, text: mail.text, html: mail.html })
      await outbox.sent(mail.id, now())
    } catch (error) {
      const problem = error instanceof MailRefused ? error.code : 'unknown'
      const final = error instanceof MailRefused && error.final
      const wait = final ? Number.MAX_SAFE_INTEGER : Math.min(longestWait, firstWait * 2 ** mail.tries)
      await outbox.failed(mail.id, { at: final ? wait : now() + wait, problem })
      // Never the address, never the words: they hold the link.
      warn({ mailId: mail.id, problem, tries: mail.tries + 1 }, 'a mail was not taken')
    }
  }
  const nudge = (): void => {
    again = true
    if (closed || running) return
    running = (async () => {
      while (again && !closed) {
        again = false
        await round()
      }
    })()
      .catch((error: unknown) => warn({ error }, 'the outbox cannot be read'))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(nudge, lookEvery)
  timer.unref()
  return {
    nudge,
    async close() {
      closed = true
      clearInterval(timer)
      await running
      courier?.close()
    },
  }
}
