// What the routes of accounts are given together: mails, roles that take effect, the single sign-on, words of room links.
import { createHmac, hkdfSync } from 'node:crypto'
import { createMailRound } from '#server/features/account/mailRound.ts'
import type { MailWords } from '#server/features/account/mailTexts.ts'
import { createRightsKeeper } from '#server/features/account/rightsKeeper.ts'
import type { Accounts } from '#server/ports/accounts.ts'
import type { Acts } from '#server/ports/acts.ts'
import type { MailCourier, NewMail, Outbox } from '#server/ports/mail.ts'
import type { SignOn } from '#server/ports/signOn.ts'
import { randomId } from '#shared/contract/ids.ts'

export interface Office {
  readonly signOn: SignOn | undefined
  readonly sendsMails: boolean
  /** Keeps the mail, and returns; it is sent afterwards. */
  post(mail: MailWords & Pick<NewMail, 'to' | 'accountId' | 'language' | 'expiresAt'>): Promise<void>
  /** After a role was given or taken. */
  rightsChanged(accountId: string): Promise<void>
  /** The long word of a room's link: 130 bits, the same each time, kept nowhere. */
  linkWord(roomId: string, generation: number): string
  start(): void
  close(): Promise<void>
}

export interface OfficeOptions {
  readonly store: { readonly accounts: Accounts; readonly outbox: Outbox; readonly acts: Acts }
  readonly courier: MailCourier | undefined
  readonly signOn: SignOn | undefined
  readonly secret: string
  readonly recheck: (participantIds: ReadonlySet<string>) => Promise<void>
  readonly now: () => number
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function openOffice(options: OfficeOptions): Office {
  const { courier, now, secret, signOn, store, warn } = options
  const round = createMailRound({ outbox: store.outbox, courier, now, warn })
  const keeper = createRightsKeeper({ accounts: store.accounts, recheck: options.recheck, now, warn })
  const key = Buffer.from(hkdfSync('sha256', secret, 'faire-ensemble', 'room links v1', 32))
  return {
    signOn,
    sendsMails: courier !== undefined,
    async post(mail) {
      await store.outbox.keep({ ...mail, id: randomId(), madeAt: now() })
      round.nudge()
    },
    rightsChanged: keeper.changed,
    linkWord(roomId, generation) {
      const bytes = createHmac('sha256', key).update(`${roomId}\n${generation}`).digest()
      return [...bytes.subarray(0, 26)].map((byte) => alphabet[byte & 31]).join('')
    },
    start() {
      keeper.start()
      round.nudge()
    },
    async close() {
      keeper.close()
      await round.close()
    },
  }
}
