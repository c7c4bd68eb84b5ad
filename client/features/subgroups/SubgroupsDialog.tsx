// The facilitators' dialog, in three moments: how to divide, who goes with whom, and the sub-groups at work.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DivideForm } from '#client/features/subgroups/DivideForm.tsx'
import { PlanColumns } from '#client/features/subgroups/PlanColumns.tsx'
import { RunningGroups } from '#client/features/subgroups/RunningGroups.tsx'
import { StartForm } from '#client/features/subgroups/StartForm.tsx'
import { useSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function SubgroupsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('subgroups')
  const shown = useSubgroups()
  const [again, setAgain] = useState(false)
  if (!shown) return null
  const { plan } = shown
  if (plan?.status === 'running')
    return (
      <ModalDialog title={t('titleRunning')} onClose={onClose} width="wide">
        <div className="subgroups-dialog">
          <RunningGroups shown={shown} plan={plan} />
          <PlanColumns shown={shown} plan={plan} />
        </div>
      </ModalDialog>
    )
  if (!plan || again)
    return (
      <ModalDialog title={t('titleAsk')} onClose={onClose}>
        <DivideForm shown={shown} onDivided={() => setAgain(false)} />
      </ModalDialog>
    )
  return (
    <ModalDialog title={t('titlePlan')} onClose={onClose} width="wide">
      <div className="subgroups-dialog">
        <PlanColumns shown={shown} plan={plan} />
        <StartForm shown={shown} plan={plan} onAgain={() => setAgain(true)} onDone={onClose} />
      </div>
    </ModalDialog>
  )
}
