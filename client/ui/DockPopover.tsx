// A facilitators' tool of the dock with what it opens.
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useEscapeFromNowhere } from '#client/ui/useEscapeFromNowhere.ts'

export interface DockPopoverProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Where the label is no good to hear. */
  readonly spoken?: string
  readonly runs: boolean
  readonly children: (close: () => void) => ReactNode
}

export function DockPopover({ icon: Icon, label, spoken, runs, children }: DockPopoverProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useEscapeFromNowhere(open, () => {
    setOpen(false)
    button.current?.focus()
  })
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`tool ${runs ? 'on' : ''}`}
        aria-pressed={runs}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={spoken}
        onClick={() => setOpen(!open)}
      >
        <Icon className="i" aria-hidden="true" />
        {label}
      </button>
      <Popover
        className="popover dock-popover"
        placement="top"
        triggerRef={button}
        isOpen={open}
        onOpenChange={setOpen}
      >
        <Dialog className="dock-panel" aria-label={spoken ?? label}>
          <h2 aria-hidden={spoken ? true : undefined}>{label}</h2>
          {open && children(() => setOpen(false))}
        </Dialog>
      </Popover>
    </>
  )
}
