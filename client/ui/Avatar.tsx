// A person's initials: square in the room, round at a distance. Always beside a name, or with one for screen readers.

import { inkStyle } from '#client/ui/wear.ts'
import type { Side } from '#shared/people/actor.ts'

export interface AvatarProps {
  readonly initials: string
  readonly ink: string
  readonly side: Side
  readonly size?: 's' | 'l'
  /** Shown on pointing; the accessible text stands beside the avatar. */
  readonly title?: string
}

export function Avatar({ initials, ink, side, size, title }: AvatarProps) {
  return (
    <span
      className={`av a ${side === 'room' ? 'room' : ''} ${size ?? ''}`}
      style={inkStyle(ink)}
      aria-hidden="true"
      {...(title ? { title } : {})}
    >
      {initials}
    </span>
  )
}
