// « On le fait ici »: a group begins something without waiting, beside a recommendation or by itself.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Area } from '#client/features/followUp/Area.tsx'
import { Picker } from '#client/features/followUp/Picker.tsx'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { FollowUpYou } from '#shared/followUp/followUpAnswers.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface DeclareDialogProps {
  readonly you: FollowUpYou
  readonly groups: readonly RoomGroup[]
  /** The recommendation that it begins, when it is known from where the dialog was opened. */
  readonly recommendation?: { readonly id: string; readonly code: string; readonly title: string } | undefined
  readonly draftId?: string | undefined
  /** Those that may be chosen otherwise. */
  readonly choices?: readonly { readonly id: string; readonly code: string; readonly title: string }[]
  readonly onClose: () => void
}

export function DeclareDialog(props: DeclareDialogProps) {
  const { choices = [], draftId, groups, onClose, recommendation, you } = props
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const own = groups.filter(({ id }) => you.groupIds.includes(id))
  const [id] = useState(randomId)
  const [groupId, setGroupId] = useState(own[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [people, setPeople] = useState('')
  const [chosen, setChosen] = useState(recommendation?.id ?? '')
  const send = async (): Promise<void> => {
    const body = {
      ...({ kind: 'declared', title: title.trim(), text, groupId, antennaId: null } as const),
      ...{ recommendationIds: chosen === '' ? [] : [chosen], draftId: draftId ?? null },
      people: people === '' ? null : Number(people),
    }
    if (await acting.run(actOf({ target: 'initiative', targetId: `ini-${id}`, body }, id), t('declareDone')))
      onClose()
  }
  return (
    <ModalDialog title={t('declareTitle')} onClose={onClose}>
      <ActForm
        acting={acting}
        submit={t('declareSubmit')}
        ready={title.trim() !== '' && groupId !== ''}
        onSubmit={() => void send()}
      >
        {recommendation ? (
          <p className="soft">{`${recommendation.code} ${recommendation.title}`}</p>
        ) : (
          choices.length > 0 && (
            <Picker
              label={t('declareFor')}
              value={chosen}
              onChange={setChosen}
              options={[
                ['', t('declareForNone')],
                ...choices.map((one) => [one.id, `${one.code} ${one.title}`] as const),
              ]}
            />
          )
        )}
        {own.length > 1 && (
          <Picker
            label={t('group')}
            value={groupId}
            onChange={setGroupId}
            options={own.map((one) => [one.id, `${one.place} (${one.code})`])}
          />
        )}
        <Field
          label={t('declareName')}
          value={title}
          maxLength={160}
          required
          onChange={({ target }) => setTitle(target.value)}
        />
        <Area label={t('declareText')} value={text} maxLength={1200} onChange={setText} />
        <Field
          label={t('declarePeople')}
          type="number"
          min={0}
          max={100000}
          value={people}
          onChange={({ target }) => setPeople(target.value.replace(/\D/gu, ''))}
        />
        <p className="sm soft">{t('declareSeen')}</p>
      </ActForm>
    </ModalDialog>
  )
}
