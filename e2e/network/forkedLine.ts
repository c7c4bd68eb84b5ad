// One address, several lines behind it: each person's connections go their own way, so that a test can cut one person off.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface ForkedLine {
  readonly port: number
  readonly origin: string
  close(): Promise<void>
}

/**
 * Listens on a free loopback port (or `port`) and passes each connection on to the port that `route` names for the first
 * bytes it carried: an HTTP request's head, whose `User-Agent` tells people apart.
 */
export async function openForkedLine(
  route: (head: string) => number,
  { port = 0 }: { readonly port?: number } = {},
): Promise<ForkedLine> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    keep(sockets, client)
    client.once('data', (first: Buffer) => {
      const onward = connect(route(first.toString('latin1')), '127.0.0.1')
      keep(sockets, onward)
      onward.write(first)
      client.pipe(onward)
      onward.pipe(client)
      // A broken line breaks on both sides, as it would without us in between.
      onward.on('close', () => client.resetAndDestroy())
      client.on('close', () => onward.resetAndDestroy())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: listening } = server.address() as AddressInfo // listening on TCP
  return {
    port: listening,
    origin: `http://127.0.0.1:${listening}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket)
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => sockets.delete(socket))
}
