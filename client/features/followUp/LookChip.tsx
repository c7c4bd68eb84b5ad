// A chip with its shape and its word.
import type { ReactNode } from 'react'
import type { Look } from '#client/features/followUp/looks.ts'

export function LookChip({ look: { tone, icon: Icon }, children }: { look: Look; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      <Icon className="i" aria-hidden="true" />
      {children}
    </span>
  )
}
