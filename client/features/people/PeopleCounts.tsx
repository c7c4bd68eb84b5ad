// The top bar's people: squares in the room, circles at a distance, with their numbers; opens « Qui est là ».
import { Armchair, Laptop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placesOf, type SidePlaces } from '#client/features/people/places.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'

/** Avatars shown per side before « + n ». */
const shown = 6

export function PeopleCounts({ onOpen, avatars }: { onOpen: () => void; avatars: boolean }) {
  const { t } = useTranslation('people')
  const { room, remote } = placesOf(usePeople())
  return (
    <button type="button" className="who" aria-haspopup="dialog" onClick={onOpen}>
      <span className="sr">{t('title')}, </span>
      <CountedSide side={room} label={t('inRoom')} avatars={avatars} />
      <CountedSide side={remote} label={t('remote')} avatars={avatars} />
    </button>
  )
}

function CountedSide({ side, label, avatars }: { side: SidePlaces; label: string; avatars: boolean }) {
  const { t } = useTranslation('people')
  const Icon = side.side === 'room' ? Armchair : Laptop
  const hidden = side.count - Math.min(shown, side.places.length)
  return (
    <span className="w">
      <span>
        <Icon className="i" aria-hidden="true" />
        <span className="w-label">{label}</span> <b className="num">{side.count}</b>
      </span>
      {avatars && (
        <span className="avs flat">
          {side.places.slice(0, shown).map((place) => (
            <Avatar
              key={place.key}
              initials={place.initials}
              ink={place.person.ink}
              side={side.side}
              size="s"
              title={place.name}
            />
          ))}
          {hidden > 0 && <span className="more-av num">{t('moreShort', { count: hidden })}</span>}
        </span>
      )}
    </span>
  )
}
