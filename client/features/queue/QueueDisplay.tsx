// The queue for a projector: who speaks and who comes after, readable from eight metres.
import { Armchair, Hand, Laptop } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { wayWords, whereWords } from '#client/features/queue/queueWords.ts'
import { type QueueLine, useQueue } from '#client/features/queue/useQueue.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import '#client/features/queue/queue.css'

/** People who wait that a wall can show without shrinking them. */
const shown = 3

export function QueueDisplay() {
  const id = useId()
  const { t } = useTranslation('queue')
  const queue = useQueue()
  if (!queue || (!queue.speaking && queue.waiting.length === 0)) return null
  const rest = queue.waiting.length - shown
  return (
    <section className="queue-display" aria-labelledby={id}>
      <h3 id={id}>
        <Hand className="i" aria-hidden="true" />
        {t('title')}
      </h3>
      <ol>
        {queue.speaking && <DisplayLine line={queue.speaking} speaks />}
        {queue.waiting.slice(0, shown).map((line) => (
          <DisplayLine key={line.entryId} line={line} />
        ))}
      </ol>
      <p>
        {wayWords(t, queue)}
        {rest > 0 && <span className="num"> (+ {rest})</span>}
      </p>
    </section>
  )
}

function DisplayLine({ line, speaks }: { line: QueueLine; speaks?: boolean }) {
  const { t } = useTranslation('queue')
  const Icon = line.side === 'room' ? Armchair : Laptop
  return (
    <li className={speaks ? 'queue-on' : ''}>
      <Avatar initials={line.initials} ink={line.ink} side={line.side} size="l" />
      <span className="queue-display-name">{speaks ? t('speaks', { name: line.name }) : line.name}</span>
      <small>
        <Icon className="i" aria-hidden="true" />
        {whereWords(t, line)}
      </small>
    </li>
  )
}
