// The tabs of the list: arrows walk, as in every tab list.
import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'

export interface ListTab {
  readonly id: string
  readonly name: string
  readonly count?: number
  readonly icon?: LucideIcon
}

export interface ListTabsProps {
  readonly tabs: readonly ListTab[]
  readonly chosen: string
  readonly label: string
  readonly prefix: string
  readonly className: string
  readonly onChoose: (id: string) => void
}

export function ListTabs({ tabs, chosen, label, prefix, className, onChoose }: ListTabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = tabs.findIndex(({ id }) => id === chosen)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ]
    const next = to === undefined ? undefined : tabs[to % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${prefix}-tab-${next.id}`)}`)?.focus()
  }
  return (
    <div className={className} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name, count, icon: Icon }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${prefix}-tab-${id}`}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `${prefix}-panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {Icon && <Icon className="i" aria-hidden="true" />}
          {name} {count !== undefined && <span className="n">{count}</span>}
        </button>
      ))}
    </div>
  )
}
