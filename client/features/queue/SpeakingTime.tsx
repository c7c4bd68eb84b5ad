// How long somebody has been speaking, on the server's clock; a fact for whoever speaks, never a limit.
import { clockWords } from '#client/features/queue/queueWords.ts'
import { useServerNow } from '#client/live/useServerNow.ts'

export function SpeakingTime({ since }: { since: number }) {
  const now = useServerNow(1000)
  return (
    <time className="queue-time num" aria-hidden="true">
      {clockWords(now - since)}
    </time>
  )
}
