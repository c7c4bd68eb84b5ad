// The groups that a text or an item comes from, as small badges.
import { Antenna } from '#client/ui/Antenna.tsx'
import type { RoomGroup } from '#shared/room/join.ts'

export const GroupMarks = ({ groups }: { groups: readonly RoomGroup[] }) => (
  <span className="cv-marks">
    {groups.map(({ id, place, wear }) => (
      <Antenna key={id} wear={wear} place={place} size="mini" />
    ))}
  </span>
)
