// Who works on what and where: the groups by theme, or by antenna with what is online and where people met without a group.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listed, partName, partsOf } from '#client/features/cycle/cycleWords.ts'
import { GroupTile } from '#client/features/cycle/GroupTile.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { CycleAnswer, CycleGroup } from '#shared/cyclePage/cycleAnswers.ts'

export type GroupsView = 'themes' | 'antennas'
const views: readonly GroupsView[] = ['themes', 'antennas']

export interface GroupsCardProps {
  readonly page: CycleAnswer
  readonly view: GroupsView
  readonly onView: (view: GroupsView) => void
}

export function GroupsCard({ page, view, onView }: GroupsCardProps) {
  const { t } = useTranslation('cycle')
  return (
    <section className="card cy-groups" aria-labelledby="cy-groups">
      <div className="row between wrap cy-groups-head">
        <h2 id="cy-groups">{t(view === 'themes' ? 'byTheme' : 'byAntenna')}</h2>
        <div className="tool" role="group" aria-label={t('viewLabel')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              className="btn sm"
              aria-pressed={view === one}
              onClick={() => onView(one)}
            >
              {t(one)}
            </button>
          ))}
        </div>
      </div>
      {page.groups.length === 0 && <p className="soft">{t('noGroups')}</p>}
      {view === 'themes' ? <ByTheme page={page} /> : <ByAntenna page={page} />}
    </section>
  )
}

function ByTheme({ page }: { page: CycleAnswer }) {
  const { i18n } = useTranslation('cycle')
  const parts = partsOf(page)
  return page.themes.map(({ id, parts: of, title }) => {
    const groups = page.groups.filter(({ themeId }) => themeId === id)
    return (
      <Row
        key={id}
        title={<Unbroken text={title} />}
        under={listed(
          i18n.language,
          of.map((part) => partName(i18n.language, part, parts)),
        )}
        groups={groups}
      />
    )
  })
}

/** Where the map's badges lead. */
export const antennaRow = (id: string): string => `antenne-${encodeURIComponent(id)}`

function ByAntenna({ page }: { page: CycleAnswer }) {
  const { t, i18n } = useTranslation('cycle')
  const parts = partsOf(page)
  const themeOf = ({ themeId }: CycleGroup): string =>
    page.themes.find(({ id }) => id === themeId)?.title ?? ''
  const known = new Set(page.antennas.map(({ id }) => id))
  const online = page.groups.filter(({ antennaId }) => antennaId === null || !known.has(antennaId))
  return (
    <>
      {online.length > 0 && (
        <Row
          id={antennaRow('')}
          title={t('mapOnline')}
          under={t('onlineAll')}
          groups={online}
          themeOf={themeOf}
        />
      )}
      {page.antennas.map(({ id, name, part }) => {
        const groups = page.groups.filter(({ antennaId }) => antennaId === id)
        const met = page.withoutGroup.filter(({ antennaId }) => antennaId === id)
        const meetings = met.reduce((sum, one) => sum + one.meetings.length, 0)
        return (
          <Row
            key={id}
            id={antennaRow(id)}
            title={name}
            under={part ? partName(i18n.language, part, parts) : ''}
            groups={groups}
            themeOf={themeOf}
            none={meetings > 0 ? t('noGroupHereMeetings', { count: meetings }) : t('noGroupHere')}
          />
        )
      })}
    </>
  )
}

interface RowProps {
  readonly id?: string
  readonly title: ReactNode
  readonly under: string
  readonly groups: readonly CycleGroup[]
  readonly themeOf?: (group: CycleGroup) => string
  readonly none?: string
}

function Row({ groups, id, none, themeOf, title, under }: RowProps) {
  const { t, i18n } = useTranslation('cycle')
  return (
    <div className="cy-row" id={id} tabIndex={id === undefined ? undefined : -1}>
      <div>
        <h3>{title}</h3>
        {under !== '' && <span className="xs muted">{under}</span>}
      </div>
      {groups.length === 0 ? (
        <p className="sm soft">{none ?? t('noGroups')}</p>
      ) : (
        <ul className={`cy-tiles ${themeOf ? 'wide' : ''}`}>
          {groups.map((group) => (
            <li key={group.id}>
              <GroupTile group={group} {...(themeOf ? { theme: themeOf(group) } : {})} />
              {group.openedSince && (
                <p className="xs soft">
                  {t('openSince', { day: dayAndMonth(i18n.language, group.openedSince) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
