// Which sessions this device has seen, and whether it came late to each: kept on the device, so that a reload asks nobody again.

/** Whoever comes within this time of the beginning has missed nothing. Milliseconds. */
const lateMs = 3 * 60_000
const key = (sessionId: string): string => `faire-ensemble:session:${sessionId}`
/** For browsers that keep nothing. */
const seen = new Map<string, string>()

function read(sessionId: string): string | null {
  try {
    return seen.get(sessionId) ?? localStorage.getItem(key(sessionId))
  } catch {
    return seen.get(sessionId) ?? null
  }
}

function write(sessionId: string, what: 'late' | 'there' | 'caught-up'): void {
  seen.set(sessionId, what)
  try {
    localStorage.setItem(key(sessionId), what)
  } catch {
    // Full or forbidden storage: the page remembers until it is closed.
  }
}

/** Decided when the session is first seen here; the same afterwards, until it is caught up with. */
export function cameLate(
  { sessionId, startedAt }: { readonly sessionId: string; readonly startedAt: number },
  now: number,
): boolean {
  const known = read(sessionId)
  if (known !== null) return known === 'late'
  const late = now - startedAt > lateMs
  write(sessionId, late ? 'late' : 'there')
  return late
}

/** This person has read what they missed. */
export const caughtUp = (sessionId: string): void => write(sessionId, 'caught-up')
