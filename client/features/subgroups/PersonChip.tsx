// A person in a column: a tap or a key opens the menu of places, a drag does the same.
import { Armchair, Laptop } from 'lucide-react'
import { useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Member } from '#client/features/subgroups/useSubgroups.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export interface PersonChipProps {
  readonly member: Member
  readonly plan: PlanView
  /** The sub-group where this person is. */
  readonly at: string | null
  readonly onMove: (to: string | null) => void
}

/** Once its items stand: a menu that no trigger of its own opened does not do so itself. */
const focusFirst = (menu: HTMLElement | null): void =>
  void requestAnimationFrame(() => menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus())

export function PersonChip({ member, plan, at, onMove }: PersonChipProps) {
  const { t } = useTranslation('subgroups')
  const { name, initials, ink, side, isHere, seatId } = member
  const chip = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const Where = side === 'room' ? Armchair : Laptop
  return (
    <li
      className={`subgroups-person ${isHere ? '' : 'away'}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', seatId)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      {/* A plain button: one that answers to the press already would open its menu before a drag can begin. */}
      <button
        ref={chip}
        type="button"
        className="subgroups-chip"
        data-seat={seatId}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Avatar initials={initials} ink={ink} side={side} size="s" />
        <span className="grow">
          {name}
          <span className="sr">{t('moveSpoken')}</span>
          {!isHere && <small>{t('absent')}</small>}
        </span>
        {isHere && <Where className="i" aria-hidden="true" />}
      </button>
      <Popover className="popover" triggerRef={chip} isOpen={open} onOpenChange={setOpen}>
        <Menu
          ref={focusFirst}
          className="menu"
          aria-label={t('moveLabel', { name })}
          onClose={() => setOpen(false)}
        >
          {plan.groups
            .filter(({ id }) => id !== at)
            .map((group) => (
              <MenuItem key={group.id} id={group.id} className="menu-item" onAction={() => onMove(group.id)}>
                {t('moveTo', { group: group.name })}
              </MenuItem>
            ))}
          {at !== null && (
            <MenuItem id="without" className="menu-item" onAction={() => onMove(null)}>
              {t('moveOut')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </li>
  )
}
