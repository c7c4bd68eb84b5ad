// The peer that the bench measures beside the product: a bare `ws` relay that keeps nothing, checks nothing and knows nobody.
import { WebSocket, WebSocketServer } from 'ws'

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  perMessageDeflate: false,
})
server.on('connection', (socket) => {
  socket.on('error', () => socket.terminate())
  socket.on('message', (data) => {
    for (const peer of server.clients)
      if (peer !== socket && peer.readyState === WebSocket.OPEN) peer.send(data)
  })
})
server.on('listening', () => process.stdout.write('listening\n'))
