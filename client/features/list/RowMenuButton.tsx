// The button with three dots at the end of a row.
import { EllipsisVertical } from 'lucide-react'

export interface RowMenuButtonProps {
  readonly label: string
  readonly tabIndex?: number
  readonly onOpen: (anchor: HTMLElement) => void
}

export function RowMenuButton({ label, tabIndex, onOpen }: RowMenuButtonProps) {
  return (
    <button
      type="button"
      className="btn quiet icon sm list-more"
      aria-haspopup="menu"
      aria-label={label}
      data-control="menu"
      tabIndex={tabIndex}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <EllipsisVertical className="i" aria-hidden="true" />
    </button>
  )
}
