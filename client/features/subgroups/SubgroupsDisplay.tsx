// For a projector: who is in which sub-group and how long; of an aparté nothing but that.
import { Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import { WhoIsWhere } from '#client/features/subgroups/WhoIsWhere.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import '#client/features/subgroups/subgroups.css'

/** Null while there are none, and while they are prepared by somebody else than the people themselves. */
export function SubgroupsDisplay() {
  const { t } = useTranslation('subgroups')
  const shown = useSubgroups()
  const plan = shown?.plan
  if (!shown || !plan || (plan.status === 'preparing' && plan.method !== 'theme')) return null
  const isApart = plan.status === 'running' && plan.kind === 'aparte'
  return (
    <section className="subgroups-display" aria-label={t('title')}>
      <h2>
        <Split className="i" aria-hidden="true" />
        {t(plan.status === 'preparing' ? 'choose' : isApart ? 'displayAparte' : 'title')}
      </h2>
      {plan.calledBackAt !== null && (
        <p>
          <Bold text={t('calledBack')} />
        </p>
      )}
      <WhoIsWhere shown={shown} plan={plan} />
    </section>
  )
}
