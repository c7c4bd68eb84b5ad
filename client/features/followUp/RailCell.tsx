// One row's part of the rails: each group's line in its ink and line style, and the row's marks.
import { wearStyle } from '#client/ui/wear.ts'
import { type RowRails, railWidth } from '#shared/followUp/threadRails.ts'
import type { RoomGroup } from '#shared/room/join.ts'

interface Props {
  readonly rails: RowRails
  readonly groups: readonly RoomGroup[]
  readonly mark: 'check' | 'dot' | 'now' | 'to-come'
  readonly last: boolean
}

const dashes = { solid: undefined, dashed: '9 6', dotted: '.1 7.5', double: '14 4' } as const

const percent = (at: number): string => `${(at / railWidth) * 100}%`

/** Lines are stretched to the height of their row; marks keep their shape. */
export function RailCell({ rails, groups, mark, last }: Props) {
  const wearOf = (id: string) => groups.find((group) => group.id === id)?.wear
  return (
    <span className="fu-rail" aria-hidden="true">
      <svg viewBox={`0 0 ${railWidth} 100`} preserveAspectRatio="none" fill="none">
        {rails.pieces.map(({ from, fresh, groupId, to }) => {
          const wear = wearOf(groupId)
          if (!wear || mark === 'to-come') return null
          const begins = rails.marks.some((one) => one.groupId === groupId)
          const bend = `M${from} 0C${from} 55 ${to} 45 ${to} 100`
          return (
            <path
              key={groupId}
              className="a"
              style={wearStyle(wear)}
              d={from === to ? `M${from} ${begins && fresh ? 22 : 0}V${last ? 40 : 100}` : bend}
              strokeDasharray={dashes[wear.line]}
              strokeLinecap={wear.line === 'dotted' ? 'round' : 'butt'}
              vectorEffect="non-scaling-stroke"
            />
          )
        })}
        {mark === 'to-come' && (
          <path className="fu-ahead" d={`M51 0V${last ? 40 : 100}`} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
      {rails.marks.map(({ at, groupId }) => {
        const wear = wearOf(groupId)
        return (
          wear && <i key={groupId} className="fu-mark a" style={{ ...wearStyle(wear), left: percent(at) }} />
        )
      })}
      {(rails.joinedAt !== null || mark === 'now' || mark === 'to-come') && (
        <i className={`fu-mark one ${mark}`} style={{ left: percent(rails.joinedAt ?? railWidth / 2) }}>
          {mark === 'check' && (
            <svg viewBox="0 0 24 24" fill="none">
              <path d="M6 12.5 10.5 17 18 8" />
            </svg>
          )}
        </i>
      )}
    </span>
  )
}
