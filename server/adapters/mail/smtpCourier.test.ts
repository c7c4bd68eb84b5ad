// Mails over a real conversation with a mail server: said whole, tried again after a 4xx, kept with its reason after a 5xx.
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { until } from '#e2e/harness/runningServer.ts'
import { smtpCourier } from '#server/adapters/mail/smtpCourier.ts'
import { createMailRound } from '#server/features/account/mailRound.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'

interface SmallMailServer {
  readonly url: string
  /** What was said after DATA, mail by mail, with the user and password of its conversation. */
  readonly taken: { readonly auth: string; readonly words: string }[]
  /** Answers to the next RCPT commands; then 250. */
  readonly answers: string[]
  close(): Promise<void>
}

/** Says what RFC 5321 says to EHLO, AUTH PLAIN, MAIL, RCPT, DATA and QUIT. */
async function smallMailServer(): Promise<SmallMailServer> {
  const taken: { auth: string; words: string }[] = []
  const answers: string[] = []
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket.on('error', () => undefined))
    let [auth, words, rest, inData] = ['', '', '', false]
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    const hear = (line: string): void => {
      if (inData) {
        if (line !== '.') return void (words += `${line}\n`)
        inData = false
        taken.push({ auth, words })
        return say('250 taken')
      }
      const [verb = ''] = line.toUpperCase().split(' ')
      if (verb === 'EHLO') return say('250-small\r\n250 AUTH PLAIN')
      if (verb === 'AUTH') {
        auth = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('utf8')
        return say('235 welcome')
      }
      if (verb === 'RCPT') return say(answers.shift() ?? '250 ok')
      if (verb === 'DATA') [inData, words] = [true, '']
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok')
    }
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    })
    say('220 small')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    ...{ url: `smtp://ana:geheim@127.0.0.1:${port}?from=coop@exemple.test`, taken, answers },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

let fresh: FreshStore
let mailServer: SmallMailServer
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  mailServer = await smallMailServer()
})
afterEach(async () => {
  mailServer.taken.splice(0)
  await fresh.store.database.write.deleteFrom('mails').execute()
})
afterAll(async () => {
  await mailServer.close()
  await fresh.close()
})

let clock = 1_000
/** One look of the outbox, ended. */
async function look(): Promise<void> {
  const courier = smtpCourier({ url: mailServer.url, publicHost: 'exemple.test' })
  const { outbox } = fresh.store
  const round = createMailRound({ outbox, courier, now: () => clock, warn: () => undefined })
  round.nudge()
  // Taken in hand, each of them; closing then waits for the answer.
  await until(async () => (await outbox.due(clock, 10)).length === 0, 'the mails to be taken in hand')
  await round.close()
}

const mail = (id: string, more: { stopAddress?: string } = {}) =>
  fresh.store.outbox.keep({
    ...{ id, to: 'bo@exemple.test', accountId: null, language: 'fr', subject: 'Déjà' },
    ...{ text: 'Bonjour Bo', html: '<p>Bonjour Bo</p>', madeAt: clock, expiresAt: clock + 1e9, ...more },
  })
const kept = async () => (await fresh.store.outbox.mails(1))[0]

test('a mail is said whole, with who sends it, and a notice with the button that stops it', async () => {
  await mail('m1', { stopAddress: 'https://exemple.test/api/notices/stop/mot' })
  await look()
  const [said] = mailServer.taken
  expect(said?.auth).toBe('\0ana\0geheim')
  expect(said?.words).toMatch(/^From: coop@exemple\.test$/mu)
  expect(said?.words).toMatch(/^To: bo@exemple\.test$/mu)
  expect(said?.words).toContain('<m1@exemple.test>')
  expect(said?.words).toMatch(/^List-Unsubscribe: <https:\/\/exemple\.test\/api\/notices\/stop\/mot>$/mu)
  expect(said?.words).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/mu)
  expect(await kept()).toMatchObject({ sentAt: clock, text: null, html: null, tries: 1, problem: null })
  expect(await kept()).not.toHaveProperty('stopAddress')
  await mail('m2')
  await look()
  expect(mailServer.taken).toHaveLength(2)
  expect(mailServer.taken[1]?.words).not.toContain('List-Unsubscribe')
})

test('what a mail server cannot take now is tried again, later each time', async () => {
  mailServer.answers.push('450 busy', '451 still busy')
  await mail('m3')
  await look()
  expect(await kept()).toMatchObject({ sentAt: null, tries: 1, problem: 'smtp-450', text: 'Bonjour Bo' })
  await look()
  expect((await kept())?.tries).toBe(1)
  for (const problem of ['smtp-451', null]) {
    clock = (await kept())?.nextTryAt ?? 0
    await look()
    expect((await kept())?.problem).toBe(problem)
  }
  expect(mailServer.taken).toHaveLength(1)
  expect(await kept()).toMatchObject({ sentAt: clock, tries: 3 })
})

test('what it will never take stands in the outbox with its reason, and is not said again', async () => {
  mailServer.answers.push('550 nobody here')
  await mail('m4')
  await look()
  clock += 1e8
  await look()
  expect(mailServer.taken).toEqual([])
  expect(await kept()).toMatchObject({ sentAt: null, tries: 1, problem: 'smtp-550', text: 'Bonjour Bo' })
})

test('several processes that look at one outbox at the same instant send a mail once', async () => {
  await mail('m5')
  await Promise.all([look(), look(), look()])
  expect(mailServer.taken).toHaveLength(1)
})
