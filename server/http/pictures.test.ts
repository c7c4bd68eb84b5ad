// Pictures over real HTTP: what is taken, what is refused, who sees them.
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitUnderWay, oneAtATime } from '#server/http/pictures.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { PictureAnswer } from '#shared/room/door.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ LIMITS: '{"picturesPerRoom":3000000}' })
})
afterAll(() => server.close())

type Bytes = Uint8Array<ArrayBuffer>
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c30' } })
const png = async (width = 30, height = 20): Promise<Bytes> =>
  Uint8Array.from(await plain(width, height).png().toBuffer())
const text = (words: string): Bytes => Uint8Array.from(Buffer.from(words, 'latin1'))

async function send(
  content: Bytes,
  { name = 'photo.png', type = 'image/png', code = 'NANTES', who = undefined as Visitor | undefined } = {},
) {
  const person = who ?? new Visitor(server)
  const { ticket } = await person.join(code)
  const form = new FormData()
  form.set('file', new Blob([content], { type }), name)
  const response = await fetch(`${server.url}/api/rooms/${code}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ticket}` },
    body: form,
  })
  return { response, person, ticket }
}
const statusOf = async (content: Bytes, more = {}): Promise<number> =>
  (await send(content, more)).response.status

test('a picture is encoded afresh, without what was hidden in it, and shown to people of the room only', async () => {
  const jpeg = await plain(40, 20)
    .withExif({ IFD0: { Artist: 'Canari' } })
    .jpeg()
    .toBuffer()
  const { response, person } = await send(
    Uint8Array.from(Buffer.concat([jpeg, Buffer.from('<script>Canari</script>')])),
    {
      name: '../../etc/\u202epasswd\r\n.html',
      type: 'text/html',
    },
  )
  expect(response.status).toBe(201)
  const answer = (await response.json()) as PictureAnswer
  expect(answer).toMatchObject({ mime: 'image/jpeg', width: 40, height: 20, url: `/assets/${answer.id}` })
  const shown = await person.ask('GET', answer.url)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(Buffer.from(await shown.arrayBuffer()).includes('Canari')).toBe(false)
  const again = await person.ask('GET', answer.url, undefined, {
    'if-none-match': shown.headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)

  const other = new Visitor(server)
  await other.join('LYON')
  for (const stranger of [other, new Visitor(server)])
    expect((await stranger.ask('GET', answer.url)).status).toBe(404)
})

test('the bytes themselves are taken too, and PNG, WebP and GIF stay what they are', async () => {
  const person = new Visitor(server)
  await person.join('NANTES')
  for (const kind of ['png', 'webp', 'gif'] as const) {
    const body = Uint8Array.from(await plain(8, 8).toFormat(kind).toBuffer())
    const response = await fetch(`${server.url}/api/rooms/NANTES/assets`, {
      method: 'POST',
      headers: { cookie: person.cookie, 'content-type': `image/${kind}` },
      body,
    })
    expect(response.status, kind).toBe(201)
    expect(await response.json()).toMatchObject({ mime: `image/${kind}`, width: 8 })
  }
})

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['SVG with a prologue', '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'],
  ['HTML', '<!doctype html><script>1</script>'],
  ['PDF', '%PDF-1.7\n'],
  ['a program', 'MZ\x90\x00'],
  ['ZIP', 'PK\x03\x04'],
  ['a WebP header around something else', 'RIFF\x10\x00\x00\x00WAVEfmt '],
])('%s named .png is 415', async (_name, content) => {
  expect(await statusOf(text(content))).toBe(415)
})

test('what only begins like a picture is 422, and so is nothing at all', async () => {
  expect(await statusOf(text('GIF89a=1;alert(1)//'))).toBe(422)
  expect(await statusOf((await png()).slice(0, 60))).toBe(422)
  expect(await statusOf(text(''))).toBe(422)
})

test('too many pixels are refused before anything is decoded', async () => {
  // A header that promises 60,000 x 60,000 and brings nothing.
  const header = Buffer.from(await png())
  header.writeUInt32BE(60_000, 16)
  header.writeUInt32BE(60_000, 20)
  const { crc32 } = await import('node:zlib')
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29)
  const before = process.memoryUsage().rss
  expect(await statusOf(Uint8Array.from(header))).toBe(413)
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test('too many bytes are 413, in a form and bare', async () => {
  const large = new Uint8Array(10 * 1024 * 1024 + 1)
  large.set(await png())
  expect(await statusOf(large)).toBe(413)
  const person = new Visitor(server)
  await person.join('NANTES')
  const bare = await fetch(`${server.url}/api/rooms/NANTES/assets`, {
    method: 'POST',
    headers: { cookie: person.cookie, 'content-type': 'image/png' },
    body: large,
  })
  expect(bare.status).toBe(413)
})

test.each([
  ['no boundary', 'multipart/form-data', 'x', 400],
  [
    'cut short',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
    400,
  ],
  [
    'no file',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--b--\r\n',
    400,
  ],
  [
    'an empty field name',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name=""\r\n\r\n1\r\n--b--\r\n',
    400,
  ],
  [
    'ten thousand fields',
    'multipart/form-data; boundary=b',
    `${Array.from({ length: 10_000 }, (_, n) => `--b\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\n1\r\n`).join('')}--b--\r\n`,
    400,
  ],
  ['another multipart', 'multipart/mixed; boundary=b', '--b--', 400],
  ['JSON', 'application/json', '{}', 415],
  ['a type with a line break in it', 'image/png%0d%0aX: y', 'x', 415],
])('a form with %s is refused', async (_name, type, body, status) => {
  const person = new Visitor(server)
  await person.join('NANTES')
  const began = performance.now()
  const response = await fetch(`${server.url}/api/rooms/NANTES/assets`, {
    method: 'POST',
    headers: { cookie: person.cookie, 'content-type': type },
    body,
  })
  expect(response.status).toBe(status)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('readers and strangers send none', async () => {
  const reader = new Visitor(server)
  await reader.signIn('board-france')
  expect((await send(await png(), { who: reader })).response.status).toBe(403)
  const response = await fetch(`${server.url}/api/rooms/NANTES/assets`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: await png(),
  })
  expect(response.status).toBe(404)
})

test('a room’s pictures have a limit of their own', async () => {
  const noise = sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
  const content = Uint8Array.from(await noise.png().toBuffer())
  const statuses: number[] = []
  for (let n = 0; n < 4; n++) statuses.push(await statusOf(content, { code: 'LYON' }))
  expect(statuses[0]).toBe(201)
  expect(statuses.at(-1)).toBe(413)
})

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

test('decoding goes one at a time, uploads a few at a time', async () => {
  const inTurn = oneAtATime(1)
  const order: string[] = []
  const gate = withResolvers()
  const first = inTurn(async () => {
    await gate.promise
    order.push('first')
  })
  const second = inTurn(async () => void order.push('second'))
  expect(() => inTurn(async () => undefined)).toThrow('too-many')
  gate.resolve()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])

  const underWay = limitUnderWay({ inAll: 2, each: 1 })
  const held = withResolvers()
  const ana = underWay('ana', () => held.promise)
  await expect(underWay('ana', async () => 1)).rejects.toThrow('too-many')
  await expect(underWay('bo', async () => 1)).resolves.toBe(1)
  held.resolve()
  await ana
  await expect(underWay('ana', async () => 1)).resolves.toBe(1)
})
