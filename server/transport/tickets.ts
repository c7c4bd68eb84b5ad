// Tickets: signed words that say who their holder is in one room, and which of its documents they were given.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** How long a ticket may be used, in milliseconds. */
export const ticketLife = 12 * 3_600_000

const fields = z.object({
  participantId: z.string(),
  roomId: z.string(),
  epoch: z.number().int(),
  /** Milliseconds since 1970, server clock. */
  expiresAt: z.number(),
  /** Names of the documents it opens; how far each opens is asked of the gate, so that a right withdrawn is withdrawn at once. */
  documents: z.array(z.string()),
  /** SHA-256 of the session with which it was asked; it dies with that session. Null for a guest. */
  session: z.string().nullable(),
})
export type Ticket = z.output<typeof fields>

export interface Tickets {
  sign(ticket: Ticket): string
  /** Undefined for what was not signed here, or is older than twelve hours. Whether its rights still stand is asked of the store. */
  read(text: string, now: number): Ticket | undefined
}

/** Longer texts are refused before anything is computed. */
const longestTicket = 16_384

export function createTickets(secret: string): Tickets {
  // A key of its own, so that nothing else signed with the secret can pass for a ticket.
  const key = Buffer.from(hkdfSync('sha256', secret, 'faire-ensemble', 'ticket v1', 32))
  const signature = (body: string): Buffer => createHmac('sha256', key).update(body).digest()
  return {
    sign(ticket) {
      const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
      return `${body}.${signature(body).toString('base64url')}`
    },
    read(text, now) {
      if (text.length > longestTicket) return undefined
      const [body, given, ...rest] = text.split('.')
      if (!body || !given || rest.length > 0) return undefined
      const expected = signature(body)
      const offered = Buffer.from(given, 'base64url')
      if (offered.length !== expected.length || !timingSafeEqual(offered, expected)) return undefined
      // Base64 has several spellings of the same bytes; only the one that was signed here is a ticket.
      if (offered.toString('base64url') !== given) return undefined
      const ticket = fields.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
      return ticket.success && ticket.data.expiresAt > now ? ticket.data : undefined
    },
  }
}
