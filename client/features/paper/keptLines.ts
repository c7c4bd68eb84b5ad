// Lines typed and not put up yet outlive a dialog closed by mistake, until the page is left.
const kept = new Map<string, string>()

export const keptLines = (roomCode: string): string => kept.get(roomCode) ?? ''

export function keepLines(roomCode: string, text: string): void {
  kept.set(roomCode, text)
}
