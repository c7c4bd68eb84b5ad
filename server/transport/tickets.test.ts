import { expect, test } from 'vitest'
import { createTickets, type Ticket, ticketLife } from '#server/transport/tickets.ts'

const tickets = createTickets('a secret of more than thirty-two characters')
const now = 1_700_000_000_000
const ticket: Ticket = {
  participantId: 'p1',
  roomId: 'r1',
  epoch: 3,
  expiresAt: now + ticketLife,
  documents: ['whiteboard/r1'],
  session: null,
}

test('a ticket is read back as it was signed', () => {
  expect(tickets.read(tickets.sign(ticket), now)).toEqual(ticket)
})

test('a ticket ends after twelve hours', () => {
  const text = tickets.sign(ticket)
  expect(tickets.read(text, now + ticketLife - 1)).toBeDefined()
  expect(tickets.read(text, now + ticketLife)).toBeUndefined()
})

test('nothing that was changed by one character is a ticket', () => {
  const text = tickets.sign(ticket)
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'A' ? 'B' : 'A'
    const changed = text.slice(0, at) + other + text.slice(at + 1)
    expect(tickets.read(changed, now), `character ${at}`).toBeUndefined()
  }
})

test('another server’s ticket, or one whose words were swapped, is none', () => {
  expect(
    createTickets('another secret of thirty-two characters!').read(tickets.sign(ticket), now),
  ).toBeUndefined()
  const [, signature] = tickets.sign(ticket).split('.')
  const forged = Buffer.from(JSON.stringify({ ...ticket, participantId: 'p2' })).toString('base64url')
  expect(tickets.read(`${forged}.${signature}`, now)).toBeUndefined()
})

test.each([
  '',
  '.',
  '..',
  'undefined',
  'null',
  '\0',
  'a.b',
  'a.b.c',
  `${'x'.repeat(1_000_000)}.y`,
  '{}',
  '__proto__',
])('garbage %# is no ticket and throws nothing', (text) => {
  expect(tickets.read(text, now)).toBeUndefined()
})
