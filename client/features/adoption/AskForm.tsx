// A group's facilitator chooses how the group says yes, and asks.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDialogProps } from '#client/features/adoption/GroupDialog.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type GroupRule, type RuleKind, ruleKinds } from '#shared/adoption/groupRule.ts'
import { seatsHere } from '#shared/room/people.ts'

export interface AskFormProps extends GroupDialogProps {
  readonly known: GroupRule | undefined
  /** Whether the group has spoken before. */
  readonly again: boolean
}

/** The value of « somebody without a device » among the seats. */
const noDevice = ''

export function AskForm({ spaceId, draftId, group, known, again }: AskFormProps) {
  const { t } = useTranslation('adoption')
  const ask = useCommand('adoption.ask')
  const { join } = useLiveRoom()
  const seats = seatsHere(usePeople()).filter(
    ({ role, groupId }) =>
      role !== 'observer' && (groupId === group.id || (join.room.kind === 'group' && groupId === null)),
  )
  const [kind, setKind] = useState<RuleKind>(known?.kind ?? 'consent')
  const [seatId, setSeatId] = useState(
    known?.kind === 'delegate' ? (known.seatId ?? noDevice) : (seats[0]?.id ?? noDevice),
  )
  const [name, setName] = useState(known?.kind === 'delegate' ? known.name : '')
  const [problem, setProblem] = useState(false)
  const send = async (): Promise<void> => {
    const seat = seats.find(({ id }) => id === seatId)
    const delegate = seat?.name ?? name.trim()
    if (kind === 'delegate' && delegate === '') return setProblem(true)
    setProblem(false)
    const rule: GroupRule =
      kind === 'delegate' ? { kind, seatId: seat?.id ?? null, name: delegate } : { kind }
    sayRefusal(await ask({ spaceId, draftId, groupId: group.id, rule }))
  }
  return (
    <div className="stack">
      <Choice
        look="cards"
        label={t('rule.label', { group: group.place })}
        value={kind}
        onChange={setKind}
        options={ruleKinds.map((value) => ({
          value,
          label: (
            <span>
              <b>{t(`rule.${value}`)}</b>
              <small>{t(`rule.${value}Text`)}</small>
            </span>
          ),
        }))}
      />
      {kind === 'delegate' && (
        <>
          <label className="field">
            <span>{t('rule.who')}</span>
            <select className="input" value={seatId} onChange={(event) => setSeatId(event.target.value)}>
              {seats.map((seat) => (
                <option key={seat.id} value={seat.id}>
                  {seat.name}
                </option>
              ))}
              <option value={noDevice}>{t('rule.withoutDevice')}</option>
            </select>
          </label>
          {!seats.some(({ id }) => id === seatId) && (
            <Field
              label={t('carry.name')}
              value={name}
              maxLength={60}
              error={problem ? t('carry.nameWanted') : undefined}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </>
      )}
      <div className="acts">
        <button type="button" className="btn primary" onClick={() => void send()}>
          {t(again ? 'rule.askAgain' : 'rule.ask')}
        </button>
      </div>
    </div>
  )
}
