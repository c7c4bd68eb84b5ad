// An empty state: one sentence and one action.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export function Empty({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <Icon className="i" aria-hidden="true" />
      <b>{title}</b>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
