// The proxy does to a line what a test asks, or tests of faults would show nothing.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'

let echo: Server
let proxy: TcpProxy
const heardByServer: Buffer[] = []

beforeEach(async () => {
  heardByServer.length = 0
  echo = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => {
      heardByServer.push(bytes)
      socket.write(bytes)
    })
  })
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  proxy = await openTcpProxy({ targetPort: (echo.address() as AddressInfo).port }) // TCP
})
afterEach(async () => {
  await proxy.close()
  await new Promise((resolve) => echo.close(resolve))
})

interface Client {
  readonly socket: Socket
  readonly heard: () => string
  readonly isOver: () => boolean
}

function client(): Client {
  const heard: Buffer[] = []
  let over = false
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('data', (bytes: Buffer) => heard.push(bytes))
  socket.on('error', () => undefined)
  socket.on('close', () => (over = true))
  return { socket, heard: () => Buffer.concat(heard).toString(), isOver: () => over }
}

async function fact(holds: () => boolean): Promise<number> {
  const began = performance.now()
  while (!holds()) {
    if (performance.now() - began > 5_000) throw new Error('It never came')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return performance.now() - began
}

test('passes everything on, both ways', async () => {
  const one = client()
  one.socket.write('bonjour')
  await fact(() => one.heard() === 'bonjour')
  expect(proxy.passed).toEqual({ up: 7, down: 7 })
})

test('cut: both ends are told at once', async () => {
  const one = client()
  one.socket.write('a')
  await fact(() => one.heard() === 'a')
  expect(proxy.cut()).toBe(1)
  await fact(one.isOver)
  await fact(() => proxy.openLines === 0)
})

test('refuse: nobody gets in until it is restored', async () => {
  proxy.refuse(true)
  const one = client()
  await fact(one.isOver)
  expect(proxy.faults.refusals).toBe(1)
  proxy.restore()
  const two = client()
  two.socket.write('b')
  await fact(() => two.heard() === 'b')
})

test('freeze and hold: neither end is told, all arrives in order when it thaws', async () => {
  const one = client()
  one.socket.write('avant ')
  await fact(() => one.heard() === 'avant ')
  proxy.freeze('hold')
  one.socket.write('pendant ')
  const two = client()
  two.socket.write('nouveau')
  await fact(() => two.socket.bytesWritten === 7)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect([one.heard(), two.heard(), one.isOver(), two.isOver()]).toEqual(['avant ', '', false, false])
  one.socket.write('après')
  proxy.restore()
  await fact(() => one.heard() === 'avant pendant après' && two.heard() === 'nouveau')
})

test('freeze and vanish: lines of that time never speak again, new ones do', async () => {
  const one = client()
  one.socket.write('a')
  await fact(() => one.heard() === 'a')
  proxy.freeze('vanish')
  one.socket.write('b')
  await fact(() => one.socket.bytesWritten === 2)
  proxy.restore()
  one.socket.write('c')
  const two = client()
  two.socket.write('neuf')
  await fact(() => two.heard() === 'neuf')
  expect([one.heard(), one.isOver(), Buffer.concat(heardByServer).toString()]).toEqual(['a', false, 'aneuf'])
})

test('delay and throttle take the time they say and keep the order', async () => {
  const one = client()
  one.socket.write('-')
  await fact(() => one.heard() === '-')
  proxy.setQuality({ delay: 100, jitter: 80 })
  for (let n = 0; n < 20; n++) one.socket.write(`${n},`)
  expect(await fact(() => one.heard() === `-${[...Array(20).keys()].join(',')},`)).toBeGreaterThan(40)
  proxy.setQuality({ bytesPerSecond: 20_000 })
  const before = one.heard().length
  one.socket.write('x'.repeat(10_000))
  expect(await fact(() => one.heard().length === before + 10_000)).toBeGreaterThan(400)
})
