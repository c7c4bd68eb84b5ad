// What the session asks of everybody now: one part for each tool that runs, in the same order everywhere.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import '#client/routes/room/dock.css'

export interface NowPanelProps {
  readonly tools: ReactNode
  /** The only thing on the screen, as on a phone. */
  readonly alone?: boolean
}

export function NowPanel({ tools, alone = false }: NowPanelProps) {
  const { t } = useTranslation('shell')
  return (
    <section
      className={`now-panel ${alone ? 'now-alone' : ''}`}
      aria-label={t('room.now')}
      data-region="now"
      tabIndex={-1}
      id="maintenant"
    >
      {tools}
    </section>
  )
}
