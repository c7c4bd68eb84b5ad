// The facilitators' tools under the board: each feature brings its own; arrows walk among them.
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import '#client/routes/room/dock.css'

export function Dock({ tools, next }: { tools: ReactNode; next: ReactNode }) {
  const { t } = useTranslation('shell')
  const leading = usePeople()
    .filter(({ role }) => role === 'facilitator')
    .flatMap(({ seats }) => seats.slice(0, 1).map(({ name }) => name))
  return (
    <aside className="dock" aria-label={t('room.dock')} data-region="dock">
      <div className="lead">
        {t('room.leading')}
        {leading.length > 0 && <b>{leading.join(', ')}</b>}
      </div>
      <div className="dock-tools" role="toolbar" aria-label={t('room.tools')} onKeyDown={walk}>
        {tools}
      </div>
      {next}
    </aside>
  )
}

/** Left and right among the tools, as in every toolbar; not from inside a tool's own dialog or popover. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const at = tools.indexOf(event.target as HTMLElement) // an element of this toolbar, or -1
  if (step === undefined || at < 0) return
  event.preventDefault()
  tools[(at + step + tools.length) % tools.length]?.focus()
}
