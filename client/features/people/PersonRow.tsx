// One person of the list: shape, name, where they are, their antenna in a joint room, their part in the session.
import { Armchair, Eye, Laptop, Presentation, Smartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#client/features/people/places.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'
import type { Presence } from '#shared/people/actor.ts'
import type { RoomGroup } from '#shared/room/join.ts'

const icons = {
  remote: Laptop,
  'in-person': Armchair,
  'room-device': Presentation,
  phone: Smartphone,
} as const

const words: Record<Presence, 'away' | 'here' | 'roomDevice' | 'phone'> = {
  remote: 'away',
  'in-person': 'here',
  'room-device': 'roomDevice',
  phone: 'phone',
}

export interface PersonRowProps {
  readonly place: Place
  readonly me: boolean
  /** Given in joint rooms, where each person wears an antenna. */
  readonly groups?: readonly RoomGroup[]
  /** What is said of this seat by another part of the room. */
  readonly mark?: ReactNode
}

export function PersonRow({ place, me, groups, mark }: PersonRowProps) {
  const { t } = useTranslation('people')
  const { person } = place
  const Icon = icons[person.presence]
  const group = groups?.find((each) => each.id === person.groupId)
  return (
    <>
      <Avatar initials={place.initials} ink={person.ink} side={person.side} />
      <span className="grow person-words">
        <span className="person-name">
          <span className="trunc">{place.name}</span>
          {me && <span className="you">({t('you')})</span>}
          {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
        </span>
        <small>
          <Icon className="i" aria-hidden="true" />
          {person.role === 'observer' && <Eye className="i" aria-hidden="true" />}
          <span>
            {t(words[person.presence])}
            {person.role === 'facilitator' && place.first && `, ${t('facilitator').toLocaleLowerCase()}`}
            {person.role === 'observer' && `, ${t('observer').toLocaleLowerCase()}`}
          </span>
        </small>
        {mark}
      </span>
    </>
  )
}
