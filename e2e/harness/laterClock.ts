// Loaded before the server (NODE_OPTIONS=--import): SIGUSR2 sets its clock twelve minutes ahead, as if the session had gone on.
export {}

const step = 12 * 60_000
const real = Date.now
let ahead = 0
Date.now = () => real() + ahead
process.on('SIGUSR2', () => {
  ahead += step
})
