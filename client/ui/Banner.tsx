// A sentence across the page: what happened, what is safe, what to do.
import { CircleAlert, CloudOff, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const icons = { info: Info, warn: CloudOff, danger: TriangleAlert, caution: CircleAlert } as const

export interface BannerProps {
  readonly tone: 'info' | 'warn' | 'danger' | 'caution'
  readonly children: ReactNode
  readonly action?: ReactNode
  /** Set where the banner appears because of what the person just did: it is then read at once. */
  readonly alert?: boolean
}

export function Banner({ tone, children, action, alert }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={`banner ${tone === 'caution' ? 'warn' : tone}`} {...(alert ? { role: 'alert' } : {})}>
      <Icon className="i" aria-hidden="true" />
      <div className="grow">{children}</div>
      {action}
    </div>
  )
}
