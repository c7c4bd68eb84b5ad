// How somebody in the room comes in with a phone: QR code, address, code, and how many are here.
import { useQuery } from '@tanstack/react-query'
import { Armchair, Laptop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { qrPath, readDoor } from '#client/live/apiRoom.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import type { Side } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export function JoinBlock() {
  const { t } = useTranslation('display')
  const { code } = useLiveRoom().join.room
  const door = useQuery({
    queryKey: ['door', code],
    queryFn: ({ signal }) => readDoor(code, { signal }),
    // Somebody may replace the link meanwhile.
    refetchInterval: 60_000,
  })
  const share = door.data?.share
  const people = usePeople()
  return (
    <aside className="display-join stage" aria-label={t('join')}>
      <h2>{t('join')}</h2>
      {share?.onlyThisMachine === false && share.url !== null ? (
        <img
          className="display-qr"
          src={qrPath(code, { place: 'in-person', stamp: share.linkUntil })}
          alt=""
        />
      ) : (
        <p className="display-loopback">{share?.onlyThisMachine ? t('loopback') : '\u00a0'}</p>
      )}
      <p>
        {share?.host ?? '\u00a0'}
        <br />
        {t('code')}
      </p>
      <p className="display-code">{code}</p>
      <p className="display-counts">
        <Armchair className="i" aria-hidden="true" />
        {t('inRoom', { count: peopleOn(people, 'room') })}
        <Laptop className="i" aria-hidden="true" />
        {t('remote', { count: peopleOn(people, 'remote') })}
      </p>
    </aside>
  )
}

const peopleOn = (people: readonly PersonPresent[], side: Side): number =>
  people.filter((person) => person.side === side).reduce((sum, { headcount }) => sum + headcount, 0)
