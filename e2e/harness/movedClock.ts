// Loaded before the product's process: its clock stands where the parent says, and goes on from there.
const real = Date.now.bind(Date)
let shift = 0
Date.now = () => real() + shift

/** Milliseconds since 1970. */
process.on('message', (moment: unknown) => {
  if (typeof moment !== 'number') return
  shift = moment - real()
  process.send?.(moment)
})
