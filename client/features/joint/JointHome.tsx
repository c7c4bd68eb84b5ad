// On the home page: joint sessions to come, and invitations that wait for an answer. Nothing where there are none.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { readOwnJoint } from '#client/features/joint/jointApi.ts'
import { useJointWords } from '#client/features/joint/useJoint.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import '#client/features/joint/joint.css'

export function JointHome() {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const own = useQuery({
    queryKey: ['own-joint'],
    queryFn: ({ signal }) => readOwnJoint(signal),
    refetchInterval: 60_000,
  })
  const { sessions = [], waiting = [] } = own.data ?? {}
  if (sessions.length === 0 && waiting.length === 0) return null
  return (
    <section className="home-next" aria-labelledby="joint-home-title">
      <h2 id="joint-home-title">{t('home.title')}</h2>
      <div className="card">
        <ul className="joint-home">
          {waiting.map(({ id, from, subject, groupCode }) => (
            <li key={`${id} ${groupCode}`}>
              <Antenna wear={from.wear} place={from.place} size="mini" />
              <b>{t('home.waiting', { place: from.place, subject })}</b>
              <Link
                className="btn sm primary"
                aria-label={`${t('home.see')}, ${subject}`}
                to={`/g/${encodeURIComponent(groupCode)}`}
              >
                {t('home.see')}
              </Link>
            </li>
          ))}
          {sessions.map(({ id, agreed, groups, roomCode, subject }) => (
            <li key={id}>
              <span className="row">
                {groups.map((group) => (
                  <Antenna key={group.id} wear={group.wear} place={group.place} size="mini" />
                ))}
              </span>
              <span className="grow">
                <b>{subject}</b>
                {agreed && <small>{words.day(agreed)}</small>}
              </span>
              {roomCode !== null && (
                <Link
                  className="btn sm"
                  aria-label={`${t('enter')}, ${subject}`}
                  to={`/r/${encodeURIComponent(roomCode)}`}
                >
                  {t('enter')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
