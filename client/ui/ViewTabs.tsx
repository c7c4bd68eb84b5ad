// Tabs whose panels stand elsewhere on the page: arrow keys move, only the chosen tab is in the tab order.
import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'

export interface ViewTab<Key extends string> {
  readonly key: Key
  readonly label: string
  readonly icon: LucideIcon
  /** The id of the element with role `tabpanel`. */
  readonly panelId: string
}

export interface ViewTabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly ViewTab<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
}

export function ViewTabs<Key extends string>({ label, tabs, chosen, onChoose }: ViewTabsProps<Key>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.key === chosen)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + tabs.length) % tabs.length
    const tab = tabs[next]
    if (tab) onChoose(tab.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div className="view-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ key, label: words, icon: Icon, panelId }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`tab-${panelId}`}
          aria-controls={panelId}
          aria-selected={key === chosen}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          <Icon className="i" aria-hidden="true" />
          {words}
        </button>
      ))}
    </div>
  )
}
