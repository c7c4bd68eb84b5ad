// Which learning cards this device has shown; kept here alone, nobody else is told.
const key = 'faire-ensemble:primer'
export const primerCards = ['us', 'cycle', 'recommendation', 'addressee', 'boards'] as const
export type PrimerCard = (typeof primerCards)[number]

export function seenCards(): PrimerCard[] {
  try {
    const kept = localStorage.getItem(key)?.split(' ') ?? []
    return primerCards.filter((card) => kept.includes(card))
  } catch {
    return []
  }
}

export function keepSeen(seen: readonly PrimerCard[]): void {
  try {
    localStorage.setItem(key, seen.join(' '))
  } catch {
    // A browser that keeps nothing begins again next time.
  }
}
