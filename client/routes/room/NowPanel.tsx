// What the session asks of everybody now: one part for each tool that runs, in the same order everywhere.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRunning } from '#client/routes/room/useRunning.ts'
import '#client/routes/room/dock.css'

export interface NowPanelProps {
  /** Stays in sight above the tools. */
  readonly head?: ReactNode
  readonly tools: ReactNode
  /** The only thing on the screen, as on a phone. */
  readonly alone?: boolean
}

export function NowPanel({ head, tools, alone = false }: NowPanelProps) {
  const { t } = useTranslation('shell')
  const panel = useRef<HTMLElement>(null)
  const running = useRunning()
  // A tool that begins is read from its beginning.
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would take for a clean-up.
    if (running.size > 0) panel.current?.scrollTo({ top: 0 })
  }, [running])
  return (
    <section
      ref={panel}
      className={`now-panel ${alone ? 'now-alone' : ''}`}
      aria-label={t('room.now')}
      data-region="now"
      tabIndex={-1}
      id="maintenant"
    >
      {head}
      {tools}
    </section>
  )
}
