// The sub-groups at work, for facilitators: people, time, call, help asked, and the way back for everybody.
import { useTranslation } from 'react-i18next'
import { given } from '#client/features/subgroups/division.ts'
import { RunningGroup } from '#client/features/subgroups/RunningGroup.tsx'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export interface RunningGroupsProps {
  readonly shown: ShownSubgroups
  readonly plan: PlanView
}

export function RunningGroups({ shown, plan }: RunningGroupsProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  return (
    <section className="subgroups-running" aria-label={t('titleRunning')}>
      <ul>
        {plan.groups.map((group) => (
          <RunningGroup key={group.id} group={group} shown={shown} />
        ))}
      </ul>
      {plan.calledBackAt !== null && <p className="soft">{t('callBackDone')}</p>}
      <div className="subgroups-acts">
        <button
          type="button"
          className="btn"
          onClick={() => void ask('subgroups.extend', { groupId: null, minutes: given })}
        >
          {t('extendAll')}
        </button>
        {plan.calledBackAt === null ? (
          <button type="button" className="btn primary" onClick={() => void ask('subgroups.callBack', {})}>
            {t('callBack')}
          </button>
        ) : (
          <button type="button" className="btn primary" onClick={() => void ask('subgroups.end', {})}>
            {t(plan.kind === 'aparte' ? 'endAparte' : 'end')}
          </button>
        )}
      </div>
    </section>
  )
}
