// The column beside the board: everybody present, room and distance in turn, so that both weigh the same.
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonRow } from '#client/features/people/PersonRow.tsx'
import { type Place, placesOf } from '#client/features/people/places.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'

export interface PeopleColumnProps {
  readonly onWhoWrites: () => void
  /** What stands with a seat's name. */
  readonly markOf?: ((seatId: string) => ReactNode) | undefined
}

export function PeopleColumn({ onWhoWrites, markOf }: PeopleColumnProps) {
  const { t } = useTranslation('people')
  const room = useLiveRoom()
  const sides = placesOf(usePeople())
  const count = sides.room.count + sides.remote.count
  const unnamed = sides.room.unnamed + sides.remote.unnamed
  return (
    <section className="q" aria-labelledby="people-column">
      <h2 id="people-column">{t('title')}</h2>
      <p className="alt">{count > 0 ? t('sum', { count }) : '\u00a0'}</p>
      {/* It scrolls when many are here: a keyboard must reach its end. */}
      <ul className="q-list" tabIndex={0} aria-labelledby="people-column">
        {alternating(sides.room.places, sides.remote.places).map((place) => (
          <li key={place.key}>
            <PersonRow
              place={place}
              me={place.person.participantId === room.join.participantId}
              mark={markOf?.(place.seatId)}
              {...(room.join.room.kind === 'joint' ? { groups: room.join.room.groups } : {})}
            />
          </li>
        ))}
        {unnamed > 0 && <li className="unnamed">{t('more', { count: unnamed })}</li>}
      </ul>
      <button type="button" className="btn" aria-haspopup="dialog" onClick={onWhoWrites}>
        <PenLine className="i" aria-hidden="true" />
        {t('whoWrites')}
      </button>
    </section>
  )
}

function alternating(a: readonly Place[], b: readonly Place[]): Place[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]]).flatMap((pair) =>
    pair.filter((place) => place !== undefined),
  )
}
