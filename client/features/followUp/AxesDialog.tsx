// The axes of the strategic plan: named, put in order, taken out of use.
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { AxisAct } from '#shared/followUp/acts.ts'
import type { FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'
import type { Axis } from '#shared/followUp/standingItem.ts'

export function AxesDialog({ page, onClose }: { page: FollowUpAnswer; onClose: () => void }) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const [title, setTitle] = useState('')
  const { axes, cycle } = page
  const send = (body: AxisAct): Promise<boolean> =>
    acting.run(actOf({ target: 'axes', targetId: cycle?.id ?? '', body }), t('kept'))
  const name = (axis: Axis): AxisAct => ({
    kind: 'axis-named',
    axisId: axis.id,
    title: axis.title,
    order: axis.order,
  })
  const add = async (): Promise<void> => {
    const order = Math.min(999, Math.max(0, ...axes.map((one) => one.order)) + 1)
    if (await send({ kind: 'axis-named', axisId: randomId(), title: title.trim(), order })) setTitle('')
  }
  const up = async (at: number): Promise<void> => {
    const [above, own] = [axes[at - 1], axes[at]]
    if (!above || !own || acting.busy) return
    if (await send(name({ ...own, order: above.order }))) await send(name({ ...above, order: own.order }))
  }
  return (
    <ModalDialog title={t('axesTitle')} onClose={onClose}>
      <ol className="fu-axes">
        {axes.map((axis, at) => (
          <li key={axis.id}>
            <span className="grow" lang={page.language}>
              {axis.title}
            </span>
            {at > 0 && (
              <button
                type="button"
                className="btn quiet icon"
                aria-label={t('axisUpLabel', { title: axis.title })}
                onClick={() => void up(at)}
              >
                <ArrowUp className="i" aria-hidden="true" />
              </button>
            )}
            <button
              type="button"
              className="btn quiet icon"
              aria-label={t('axisAwayLabel', { title: axis.title })}
              onClick={() => !acting.busy && void send({ kind: 'axis-removed', axisId: axis.id })}
            >
              <Trash2 className="i" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {axes.length === 0 && <p className="soft">{t('axesNone')}</p>}
      <ActForm acting={acting} submit={t('axisAdd')} ready={title.trim() !== ''} onSubmit={() => void add()}>
        <Field
          label={t('axisName')}
          value={title}
          maxLength={160}
          onChange={({ target }) => setTitle(target.value)}
        />
        <p className="sm soft">
          <Plus className="i" aria-hidden="true" /> {t('axesHint')}
        </p>
      </ActForm>
    </ModalDialog>
  )
}
