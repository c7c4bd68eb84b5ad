// For cooperative life: groups that have become small, and opening one to every branch, online, with the way back.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendOpen } from '#client/features/cycle/cycleApi.ts'
import { average } from '#client/features/cycle/cycleWords.ts'
import { useCycleAct } from '#client/features/cycle/useCycle.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleAnswer, CycleGroup } from '#shared/cyclePage/cycleAnswers.ts'

export function FewPeople({ page }: { page: CycleAnswer }) {
  const { t, i18n } = useTranslation('cycle')
  const act = useCycleAct()
  if (!page.you.mayOpenGroups || page.groups.length === 0) return null
  const opened = page.groups.filter(({ openedSince }) => openedSince !== null)
  const few = page.groups.filter(({ fewPeople }) => fewPeople)
  const others = page.groups.filter(({ fewPeople, online }) => !fewPeople && !online)
  const set = async (group: CycleGroup, open: boolean): Promise<void> => {
    if (!(await act(() => sendOpen(group.id, open)))) return
    showToast({
      text: t(open ? 'opened' : 'closed', { place: group.place }),
      action: { label: t('undo'), run: () => void set(group, !open) },
    })
  }
  return (
    <section className="card pad cy-few" aria-labelledby="cy-few">
      <h2 id="cy-few">{t('few')}</h2>
      <p className="soft">{t('fewText')}</p>
      {few.length + opened.length === 0 && <p>{t('fewNone')}</p>}
      <ul>
        {[...opened, ...few].map((group) => (
          <li key={group.id}>
            <span className="grow">
              <Antenna wear={group.wear} place={group.place} />{' '}
              <span className="sm soft">
                {group.openedSince !== null
                  ? t('openSince', { day: dayAndMonth(i18n.language, group.openedSince) })
                  : t('fewPeople', { people: average(i18n.language, group.lately ?? 0) })}
              </span>
            </span>
            <button
              type="button"
              className="btn sm"
              data-act={group.openedSince === null ? 'open-group' : 'close-group'}
              data-group={group.id}
              aria-label={t(group.openedSince === null ? 'openGroupLabel' : 'closeGroupLabel', {
                place: group.place,
              })}
              onClick={() => void set(group, group.openedSince === null)}
            >
              {t(group.openedSince === null ? 'openGroup' : 'closeGroup')}
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && <OtherGroup groups={others} onOpen={(group) => void set(group, true)} />}
    </section>
  )
}

function OtherGroup({
  groups,
  onOpen,
}: {
  groups: readonly CycleGroup[]
  onOpen: (group: CycleGroup) => void
}) {
  const { t } = useTranslation('cycle')
  const id = useId()
  const [picked, setPicked] = useState('')
  const group = groups.find((one) => one.id === picked)
  return (
    <div className="row wrap cy-make">
      <div className="field">
        <label htmlFor={id}>{t('otherGroup')}</label>
        <select id={id} className="input" value={picked} onChange={({ target }) => setPicked(target.value)}>
          <option value="">{t('chooseGroup')}</option>
          {groups.map(({ id: value, place }) => (
            <option key={value} value={value}>
              {place}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className="btn"
        aria-disabled={group ? undefined : 'true'}
        onClick={() => group && onOpen(group)}
      >
        {t('openGroup')}
      </button>
    </div>
  )
}
