// One person of the queue: shape, name, where they are, and why they stand there.
import { Armchair, Laptop } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whereWords, whyWords } from '#client/features/queue/queueWords.ts'
import type { QueueLine } from '#client/features/queue/useQueue.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'

export function QueueRow({ line, children }: { line: QueueLine; children?: ReactNode }) {
  const { t } = useTranslation('queue')
  const Icon = line.side === 'room' ? Armchair : Laptop
  const why = whyWords(t, line)
  return (
    <>
      <Avatar initials={line.initials} ink={line.ink} side={line.side} />
      <span className="queue-words">
        <span className="queue-name">
          {line.name}
          {line.isOwn && <span className="queue-you"> ({t('you')})</span>}
          {line.group && <Antenna wear={line.group.wear} place={line.group.place} size="mini" />}
        </span>
        <small>
          <Icon className="i" aria-hidden="true" />
          {whereWords(t, line)}
        </small>
        {why && <small className="queue-why">{why}</small>}
      </span>
      {children}
    </>
  )
}
