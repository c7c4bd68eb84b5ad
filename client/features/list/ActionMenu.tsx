// A menu of acts on one row, near the button that opened it: arrows, first letters, Escape; blocked acts say why.
import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { BoardAct } from '#shared/parity/boardAct.ts'

export interface MenuAct {
  readonly act: BoardAct
  /** Tells acts of one kind apart: a colour, a place. */
  readonly value?: string
  readonly label: string
  readonly icon?: ReactNode
  /** The same act by keys on the row, as printed on them. */
  readonly keys?: string
  /** Why it cannot be done now, in words; the act stays focusable. */
  readonly blocked?: string | undefined
  /** One of several, of which one is chosen. */
  readonly chosen?: boolean
  /** Acts with the same group stand together under its name. */
  readonly group?: string
  readonly danger?: boolean
  readonly run: () => void
}

export interface OpenMenu {
  readonly label: string
  readonly anchor: HTMLElement
  readonly acts: readonly MenuAct[]
}

export function ActionMenu({ label, anchor, acts, onClose }: OpenMenu & { onClose: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place(ref.current, anchor), [anchor])
  useEffect(() => {
    itemsOf(ref.current)[0]?.focus({ preventScroll: true })
    anchor.setAttribute('aria-expanded', 'true')
    return () => anchor.removeAttribute('aria-expanded')
  }, [anchor])
  useCloseOutside(ref, anchor, onClose)

  const close = (): void => {
    anchor.focus({ preventScroll: true })
    onClose()
  }
  const choose = (act: MenuAct): void => {
    if (act.blocked) return
    close()
    act.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation()
      close()
      return
    }
    const next = nextItem(itemsOf(ref.current), event)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  return (
    <div
      ref={ref}
      className="list-menu"
      role="menu"
      aria-label={label}
      popover="manual"
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {grouped(acts).map(({ group, members }) =>
        group === undefined ? (
          members.map((act) => <Item key={act.act + (act.value ?? '')} act={act} onChoose={choose} />)
        ) : (
          <div key={group} role="group" aria-label={group} className="list-menu-group">
            <span className="xs muted" aria-hidden="true">
              {group}
            </span>
            {members.map((act) => (
              <Item key={act.act + (act.value ?? '')} act={act} onChoose={choose} />
            ))}
          </div>
        ),
      )}
    </div>
  )
}

function Item({ act, onChoose }: { act: MenuAct; onChoose: (act: MenuAct) => void }) {
  const reason = useId()
  return (
    <button
      type="button"
      role={act.chosen === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={act.chosen}
      aria-disabled={act.blocked ? 'true' : undefined}
      aria-describedby={act.blocked ? reason : undefined}
      aria-keyshortcuts={act.keys ? ariaKeys(act.keys) : undefined}
      className={`list-menu-item ${act.danger ? 'danger' : ''}`}
      tabIndex={-1}
      data-act={act.act}
      data-value={act.value}
      onClick={() => onChoose(act)}
    >
      {act.chosen === undefined ? (
        act.icon
      ) : (
        <span className="tick">{act.chosen && <Check className="i" aria-hidden="true" />}</span>
      )}
      {act.chosen !== undefined && act.icon}
      <span className="grow">
        {act.label}
        {act.blocked && (
          <small id={reason} aria-hidden="true">
            {act.blocked}
          </small>
        )}
      </span>
      {act.keys && <kbd aria-hidden="true">{act.keys}</kbd>}
    </button>
  )
}

const ariaKeys = (keys: string): string =>
  keys.replace('↑', 'ArrowUp').replace('↓', 'ArrowDown').replace(/ /g, '')

function grouped(acts: readonly MenuAct[]): { group: string | undefined; members: MenuAct[] }[] {
  const groups: { group: string | undefined; members: MenuAct[] }[] = []
  for (const act of acts) {
    const last = groups.at(-1)
    if (last && last.group === act.group) last.members.push(act)
    else groups.push({ group: act.group, members: [act] })
  }
  return groups
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

function nextItem(items: readonly HTMLElement[], event: KeyboardEvent): HTMLElement | undefined {
  const at = items.findIndex((item) => item === item.ownerDocument.activeElement)
  switch (event.key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length]
    case 'ArrowUp':
      return items[(at - 1 + items.length) % items.length]
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default: {
      if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey)
        return undefined
      const letter = event.key.toLocaleLowerCase()
      const round = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      return round.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter))
    }
  }
}

/** Below the button, its right edges aligned; above it where there is no room. The top layer escapes every clipped row. */
function place(menu: HTMLElement | null, anchor: HTMLElement): void {
  if (!menu) return
  if (typeof menu.showPopover === 'function' && !menu.matches(':popover-open')) menu.showPopover()
  const [button, own] = [anchor.getBoundingClientRect(), menu.getBoundingClientRect()]
  const [width, height] = [document.documentElement.clientWidth, window.innerHeight]
  const left = Math.max(8, Math.min(button.right - own.width, width - own.width - 8))
  const below = button.bottom + 4
  const top = below + own.height <= height - 8 ? below : Math.max(8, button.top - own.height - 4)
  menu.style.left = `${left}px`
  menu.style.top = `${Math.min(top, Math.max(8, height - own.height - 8))}px`
}

function useCloseOutside(
  ref: { readonly current: HTMLElement | null },
  anchor: HTMLElement,
  onClose: () => void,
): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target instanceof Node ? event.target : null
      if (!ref.current?.contains(target) && !anchor.contains(target)) close.current() // the button itself closes
    }
    // The row moves under the menu when the list scrolls: the menu follows, as long as the button is on the screen.
    const moved = (): void => {
      const { top, bottom } = anchor.getBoundingClientRect()
      if (!anchor.isConnected || bottom < 0 || top > window.innerHeight) close.current()
      else place(ref.current, anchor)
    }
    document.addEventListener('pointerdown', outside, true)
    document.addEventListener('scroll', moved, true)
    window.addEventListener('resize', moved)
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      document.removeEventListener('scroll', moved, true)
      window.removeEventListener('resize', moved)
    }
  }, [ref, anchor])
}
