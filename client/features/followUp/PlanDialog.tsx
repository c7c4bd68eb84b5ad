// A new project of the plan: what a board took up gets a title, people, dates and an axis.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { namesIn } from '#client/features/followUp/ItemDialog.tsx'
import { Picker } from '#client/features/followUp/Picker.tsx'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { ThreadAnswer, ThreadRow } from '#shared/followUp/followUpAnswers.ts'

type Verdict = Extract<ThreadRow, { kind: 'verdict' }>

/** Verdicts that a project can carry out. */
export const takenUp = ({ rows }: ThreadAnswer): Verdict[] =>
  rows.filter(
    (row): row is Verdict =>
      row.kind === 'verdict' &&
      !row.superseded &&
      (row.decision === 'accept' || row.decision === 'reformulate'),
  )

export function PlanDialog({ thread, onClose }: { thread: ThreadAnswer; onClose: () => void }) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const verdicts = takenUp(thread)
  const [id] = useState(randomId)
  const [title, setTitle] = useState(thread.text.title)
  const [owners, setOwners] = useState('')
  const [axisId, setAxisId] = useState('')
  const [dates, setDates] = useState({ start: thread.today, end: '' })
  const [chosen, setChosen] = useState<readonly string[]>(verdicts.map((one) => one.id))
  const { line } = thread
  if (!line) return null
  const isReady = title.trim() !== '' && chosen.length > 0 && dates.end !== '' && dates.end >= dates.start
  const send = async (): Promise<void> => {
    const body = {
      ...({ kind: 'made', recommendationId: line.id } as const),
      ...{
        decisionIds: [...chosen],
        title: title.trim(),
        owners: namesIn(owners),
        axisId: axisId === '' ? null : axisId,
      },
      ...dates,
    }
    const act = { target: 'item', targetId: `plan-${id}`, seen: 0, body } as const
    if (await acting.run(actOf(act, id), t('planDone'))) onClose()
  }
  return (
    <ModalDialog title={t('planTitle')} onClose={onClose}>
      <ActForm acting={acting} submit={t('planSubmit')} ready={isReady} onSubmit={() => void send()}>
        <p className="soft">{`${line.code} ${line.title}`}</p>
        <Field
          label={t('planName')}
          value={title}
          maxLength={200}
          required
          onChange={({ target }) => setTitle(target.value)}
        />
        {verdicts.length > 1 && (
          <fieldset className="fu-boards">
            <legend>{t('planBoards')}</legend>
            {verdicts.map(({ boardId, id: decisionId }) => (
              <label key={decisionId} className="row">
                <input
                  type="checkbox"
                  checked={chosen.includes(decisionId)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...chosen, decisionId] : chosen.filter((one) => one !== decisionId),
                    )
                  }
                />
                {thread.boards.find((board) => board.id === boardId)?.name ?? ''}
              </label>
            ))}
          </fieldset>
        )}
        <Field
          label={t('owners')}
          hint={t('ownersHint')}
          value={owners}
          maxLength={600}
          onChange={({ target }) => setOwners(target.value)}
        />
        <div className="fu-two">
          {(['start', 'end'] as const).map((each) => (
            <Field
              key={each}
              label={t(each)}
              type="date"
              value={dates[each]}
              onChange={({ target }) => setDates({ ...dates, [each]: target.value })}
            />
          ))}
        </div>
        {thread.axes.length > 0 && (
          <Picker
            label={t('axis')}
            value={axisId}
            onChange={setAxisId}
            options={[['', t('noAxis')], ...thread.axes.map((one) => [one.id, one.title] as const)]}
          />
        )}
      </ActForm>
    </ModalDialog>
  )
}
