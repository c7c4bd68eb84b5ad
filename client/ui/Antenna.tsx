// An antenna's badge: initials on its ink with its pattern, and its name.

import { wearStyle } from '#client/ui/wear.ts'
import type { Wear } from '#shared/room/join.ts'

export function Antenna({ wear, place, size }: { wear: Wear; place: string; size?: 'mini' | 'big' }) {
  return (
    <span
      className={`ant a ${size ?? ''}`}
      style={wearStyle(wear)}
      {...(size === 'mini' ? { title: place } : {})}
    >
      <b aria-hidden="true">{wear.initials}</b>
      {size === 'mini' ? <span className="sr">{place}</span> : place}
    </span>
  )
}

/** The strip on top of a group's card. */
export const Tape = ({ wear }: { wear: Wear }) => (
  <div className="tape a" style={wearStyle(wear)} aria-hidden="true" />
)
