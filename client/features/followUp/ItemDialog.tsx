// What may be added to a plan item: news, how far it is, its dates, who carries it, its axis of the strategic plan.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Area } from '#client/features/followUp/Area.tsx'
import { Picker } from '#client/features/followUp/Picker.tsx'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { ItemAct } from '#shared/followUp/acts.ts'
import { type ItemState, itemStates } from '#shared/followUp/fate.ts'
import type { FollowUpItem, FollowUpYou } from '#shared/followUp/followUpAnswers.ts'
import type { Axis } from '#shared/followUp/standingItem.ts'

interface Props {
  readonly item: FollowUpItem
  readonly you: FollowUpYou
  readonly axes: readonly Axis[]
  readonly onClose: () => void
}
type What = Exclude<ItemAct['kind'], 'made'>

/** Given up or blocked without a word why is what members are tired of. */
const asksWhy = (state: ItemState): boolean => state === 'abandoned' || state === 'blocked'

export function ItemDialog({ item, you, axes, onClose }: Props) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const [what, setWhat] = useState<What>('news')
  const [text, setText] = useState('')
  const [state, setState] = useState<ItemState>(item.state)
  const [progress, setProgress] = useState(String(item.progress))
  const [reason, setReason] = useState('')
  const [owners, setOwners] = useState(item.owners.join(', '))
  const [dates, setDates] = useState({ start: item.start, end: item.end })
  const [axisId, setAxisId] = useState(item.axisId ?? '')
  const bodies: Record<What, () => ItemAct> = {
    news: () => ({ kind: 'news', text }),
    state: () => ({ kind: 'state', state, reason, progress: Math.min(100, Number(progress || 0)) }),
    owners: () => ({ kind: 'owners', owners: namesIn(owners) }),
    dates: () => ({ kind: 'dates', ...dates }),
    axis: () => ({ kind: 'axis', axisId: axisId === '' ? null : axisId }),
  }
  const isReady: Record<What, boolean> = {
    news: text.trim() !== '',
    state: !asksWhy(state) || reason.trim() !== '',
    owners: true,
    dates: dates.start !== '' && dates.end >= dates.start,
    axis: true,
  }
  const ways: What[] = ['news', 'state', 'dates', ...(you.keeps ? (['owners', 'axis'] as const) : [])]
  const send = async (): Promise<void> => {
    // News stand beside others; whatever replaces something says which version was looked at.
    const seen = what === 'news' ? {} : { seen: item.version }
    const act = { target: 'item', targetId: item.id, ...seen, body: bodies[what]() } as const
    if (await acting.run(actOf(act), t('kept'))) onClose()
  }
  return (
    <ModalDialog title={item.title} onClose={onClose}>
      <ActForm acting={acting} submit={t('keep')} ready={isReady[what]} onSubmit={() => void send()}>
        <Choice
          look="segments"
          label={t('what')}
          value={what}
          onChange={setWhat}
          options={ways.map((value) => ({ value, label: t(`itemWhat.${value}`) }))}
        />
        {what === 'news' && <Area label={t('newsText')} value={text} maxLength={1200} onChange={setText} />}
        {what === 'state' && (
          <>
            <Picker
              label={t('stateOf')}
              value={state}
              onChange={(value) => {
                const next = itemStates.find((each) => each === value) ?? state
                setState(next)
                if (next === 'done') setProgress('100')
              }}
              options={itemStates.map((each) => [each, t(`item.${each}`)])}
            />
            <Field
              label={t('progress')}
              type="number"
              min={0}
              max={100}
              value={progress}
              onChange={({ target }) => setProgress(target.value.replace(/\D/gu, ''))}
            />
            <Area
              label={t(asksWhy(state) ? 'whyNeeded' : 'why')}
              rows={3}
              value={reason}
              maxLength={1200}
              onChange={setReason}
            />
          </>
        )}
        {what === 'dates' && (
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
        )}
        {what === 'owners' && (
          <Field
            label={t('owners')}
            hint={t('ownersHint')}
            value={owners}
            maxLength={600}
            onChange={({ target }) => setOwners(target.value)}
          />
        )}
        {what === 'axis' && (
          <Picker
            label={t('axis')}
            value={axisId}
            onChange={setAxisId}
            options={[['', t('noAxis')], ...axes.map(({ id, title }) => [id, title] as const)]}
          />
        )}
      </ActForm>
    </ModalDialog>
  )
}

export const namesIn = (words: string): string[] =>
  words
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 8)
