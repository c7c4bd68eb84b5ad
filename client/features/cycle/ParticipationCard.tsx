// How many came, in the room and at a distance, session after session: a chart, a sentence on the drop, and the same figures as a table.
import { useTranslation } from 'react-i18next'
import { average, periodName } from '#client/features/cycle/cycleWords.ts'
import { Bold } from '#client/ui/Bold.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import type { OnlineDrop, Participation, ParticipationPoint } from '#shared/cyclePage/participation.ts'

export function ParticipationCard({ participation: { online, points } }: { participation: Participation }) {
  const { t } = useTranslation('cycle')
  return (
    <section className="card cy-side-card" aria-labelledby="cy-part">
      <h2 id="cy-part">{t('participation')}</h2>
      {points.length === 0 ? (
        <p className="soft">{t('participationNone')}</p>
      ) : (
        <>
          <p className="cy-key xs" aria-hidden="true">
            <span>
              <svg viewBox="0 0 26 12" width="26" height="12">
                <path className="in-room" d="M0 6H26" />
                <rect className="in-room" x="8" y="1" width="10" height="10" rx="2" />
              </svg>
              {t('inRoom')}
            </span>
            <span>
              <svg viewBox="0 0 26 12" width="26" height="12">
                <path className="remote" d="M0 6H26" />
                <circle className="remote" cx="13" cy="6" r="4.5" />
              </svg>
              {t('remote')}
            </span>
          </p>
          <Chart points={points} online={online} />
          {online && <Drop online={online} />}
          <Figures points={points} />
        </>
      )}
    </section>
  )
}

function Drop({ online }: { online: OnlineDrop }) {
  const { t, i18n } = useTranslation('cycle')
  const { after, before, fewer, groups, since } = online
  const words = {
    ...{ groups, count: fewer, day: dayAndMonth(i18n.language, since) },
    ...{ before: average(i18n.language, before), after: average(i18n.language, after) },
  }
  return (
    <p className="cy-drop sm">
      <Bold text={fewer > 0 ? t('dropFewer', words) : t('dropNone', words)} />
    </p>
  )
}

const box = { left: 26, right: 330, top: 12, bottom: 112 }

function Chart({ points, online }: { points: readonly ParticipationPoint[]; online: OnlineDrop | null }) {
  const { t, i18n } = useTranslation('cycle')
  const [first, last] = [points[0], points.at(-1)]
  const most = Math.max(1, ...points.flatMap(({ room, remote }) => [room, remote]))
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].find((one) => most / one <= 4) ?? most
  const top = Math.ceil(most / step) * step
  const x = (at: number): number =>
    points.length === 1 ? 178 : box.left + 14 + (at * (box.right - box.left - 28)) / (points.length - 1)
  const y = (value: number): number => box.bottom - (value / top) * (box.bottom - box.top)
  const line = (side: 'room' | 'remote'): string =>
    points
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point[side]).toFixed(1)}`)
      .join('')
  const words = {
    ...{ room: average(i18n.language, first?.room ?? 0), roomLast: average(i18n.language, last?.room ?? 0) },
    remote: average(i18n.language, first?.remote ?? 0),
    remoteLast: average(i18n.language, last?.remote ?? 0),
  }
  // As many names as have room beside one another.
  const every = Math.ceil(points.length / 9)
  const switched = online ? switchAt(points, online.since) : null
  return (
    <svg className="cy-chart" viewBox="0 0 340 136" role="img" aria-label={t('chartLabel', words)}>
      {Array.from({ length: top / step + 1 }, (_, n) => n * step).map((value) => (
        <g key={value}>
          <path className="grid" d={`M${box.left} ${y(value)}H${box.right}`} />
          <text x={box.left - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {points.map(({ from }, at) =>
        at % every === 0 ? (
          <text key={from} x={x(at)} y={box.bottom + 20} textAnchor="middle">
            {periodName(i18n.language, from, 'short')}
          </text>
        ) : null,
      )}
      {switched !== null && (
        <g>
          <path className="switch-line" d={`M${x(switched)} ${box.top - 4}V${box.bottom}`} />
          <text
            className="switch-word"
            x={x(switched) + (switched > points.length / 2 ? -6 : 6)}
            y={box.top + 2}
            textAnchor={switched > points.length / 2 ? 'end' : 'start'}
          >
            {t('online')}
          </text>
        </g>
      )}
      <path className="in-room" d={line('room')} />
      <path className="remote" d={line('remote')} />
      {points.map((point, at) => (
        <g key={point.from}>
          <rect className="in-room" x={x(at) - 5} y={y(point.room) - 5} width="10" height="10" rx="2" />
          <circle className="remote" cx={x(at)} cy={y(point.remote)} r="4.5" />
        </g>
      ))}
    </svg>
  )
}

/** Where on the line of points the day stands; null where it is not on it. */
function switchAt(points: readonly ParticipationPoint[], since: string): number | null {
  const at = points.findIndex(({ from }) => since.startsWith(from))
  if (at < 0) return null
  // A point stands for the middle of its month.
  const within = since.length === 10 && points[at]?.from.length === 7 ? Number(since.slice(8)) / 31 - 0.5 : 0
  return Math.min(points.length - 1, Math.max(0, at + within))
}

function Figures({ points }: { points: readonly ParticipationPoint[] }) {
  const { t, i18n } = useTranslation('cycle')
  return (
    <details className="cy-figures">
      <summary>{t('figures')}</summary>
      <table>
        <caption className="sr">{t('average')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('sessions')}</th>
            <th scope="col">{t('inRoom')}</th>
            <th scope="col">{t('remote')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ from, remote, room, sessions }) => (
            <tr key={from}>
              <th scope="row">{periodName(i18n.language, from, 'long')}</th>
              <td className="num">{sessions}</td>
              <td className="num">{average(i18n.language, room)}</td>
              <td className="num">{average(i18n.language, remote)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
