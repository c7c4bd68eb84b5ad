// News of a local initiative, how it stands, and for whoever acts in any group's name: who adopts it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Area } from '#client/features/followUp/Area.tsx'
import { Picker } from '#client/features/followUp/Picker.tsx'
import { actOf, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { type InitiativeAct, type InitiativeState, initiativeStates } from '#shared/followUp/acts.ts'
import type { FollowUpYou, ShownInitiative } from '#shared/followUp/followUpAnswers.ts'
import type { RoomGroup } from '#shared/room/join.ts'

interface Props {
  readonly one: ShownInitiative
  readonly you: FollowUpYou
  readonly groups: readonly RoomGroup[]
  readonly onClose: () => void
}
type What = 'news' | 'state' | 'adopted'

export function InitiativeDialog({ one, you, groups, onClose }: Props) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const [what, setWhat] = useState<What>('news')
  const [text, setText] = useState('')
  const [state, setState] = useState<InitiativeState>(one.state)
  const [people, setPeople] = useState(one.people === null ? '' : String(one.people))
  const theirs = [one.groupId, ...one.adopted.map(({ groupId }) => groupId)]
  const free = groups.filter(({ id }) => you.groupIds.includes(id) && !theirs.includes(id))
  const [groupId, setGroupId] = useState(free[0]?.id ?? '')
  const body = (): InitiativeAct => {
    if (what === 'news') return { kind: 'news', text }
    if (what === 'adopted') return { kind: 'adopted', groupId, antennaId: null, text: '' }
    return { kind: 'state', state, people: people === '' ? null : Number(people) }
  }
  const send = async (): Promise<void> => {
    const act = { target: 'initiative', targetId: one.id, body: body() } as const
    if (await acting.run(actOf(act), t('kept'))) onClose()
  }
  const ways: What[] = ['news', 'state', ...(free.length > 0 ? (['adopted'] as const) : [])]
  return (
    <ModalDialog title={one.title} onClose={onClose}>
      <ActForm
        acting={acting}
        submit={t('keep')}
        ready={what === 'news' ? text.trim() !== '' : what === 'state' || groupId !== ''}
        onSubmit={() => void send()}
      >
        <Choice
          look="segments"
          label={t('what')}
          value={what}
          onChange={setWhat}
          options={ways.map((value) => ({ value, label: t(`initiativeWhat.${value}`) }))}
        />
        {what === 'news' && <Area label={t('newsText')} value={text} maxLength={1200} onChange={setText} />}
        {what === 'state' && (
          <>
            <Picker
              label={t('stateOf')}
              value={state}
              onChange={(value) => setState(initiativeStates.find((each) => each === value) ?? state)}
              options={initiativeStates.map((each) => [each, t(`initiative.${each}`)])}
            />
            <Field
              label={t('declarePeople')}
              type="number"
              min={0}
              max={100000}
              value={people}
              onChange={({ target }) => setPeople(target.value.replace(/\D/gu, ''))}
            />
          </>
        )}
        {what === 'adopted' && (
          <Picker
            label={t('group')}
            value={groupId}
            onChange={setGroupId}
            options={free.map(({ code, id, place }) => [id, `${place} (${code})`])}
          />
        )}
      </ActForm>
    </ModalDialog>
  )
}
