// The people at a distance, as large as those in the room: one tile each.
import { Laptop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { initialsOf, inkStyle } from '#client/ui/wear.ts'

/** Tiles that fit in a row that is read from eight metres. */
const shown = 6

export function RemoteRow() {
  const { t } = useTranslation('display')
  const people = usePeople()
  const seats = people
    .filter(({ side }) => side === 'remote')
    .flatMap(({ seats: behind, ink }) => behind.map((seat) => ({ ...seat, ink })))
  const names = people.flatMap((person) => person.seats.map(({ name }) => name))
  const left = seats.length - Math.min(shown, seats.length)
  return (
    <footer className="display-remote">
      <div className="display-remote-head">
        <Laptop className="i" aria-hidden="true" />
        <span>
          {t('remoteTitle')}
          <br />
          {t('remotePeople', { count: seats.length })}
        </span>
      </div>
      {seats.length === 0 && <p className="display-empty">{t('alone')}</p>}
      {seats.slice(0, shown).map((seat) => (
        <div key={seat.id} className="display-tile a" style={inkStyle(seat.ink)}>
          <b aria-hidden="true">{initialsOf(seat.name, names)}</b>
          <span>{seat.name}</span>
        </div>
      ))}
      {left > 0 && <div className="display-tile display-tile-more">+ {left}</div>}
    </footer>
  )
}
