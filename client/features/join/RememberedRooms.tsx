// Without a server, the rooms whose copy is on this device: they still open, and what is written there is kept.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { rememberedRooms } from '#client/features/join/rememberedJoin.ts'
import { roomPath } from '#client/features/join/roomCode.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'

export function RememberedRooms() {
  const { t } = useTranslation('join')
  const rooms = rememberedRooms()
  if (rooms.length === 0) return null
  return (
    <section className="card pad kept-rooms" aria-labelledby="kept-rooms">
      <h2 id="kept-rooms">{t('kept.title')}</h2>
      <p className="soft">{t('kept.text')}</p>
      <ul>
        {rooms.map((room) => (
          <li key={room.id}>
            <Link to={roomPath(room.code)} lang={contentLanguage()}>
              {room.title}
            </Link>
            <span className="row wrap">
              {room.groups.map((group) => (
                <Antenna key={group.id} wear={group.wear} place={group.place} size="mini" />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
