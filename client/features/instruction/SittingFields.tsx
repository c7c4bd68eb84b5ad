// Who sits today and how they vote: the same for one text and for the block.
import { useTranslation } from 'react-i18next'
import type { NewAct } from '#client/features/instruction/instructionApi.ts'
import { Field } from '#client/ui/Field.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { DeskAnswer } from '#shared/instruction/instructionAnswers.ts'

export interface Sitting {
  readonly presentIds: readonly string[]
  /** As typed: digits. */
  readonly inFavour: string
  readonly against: string
  readonly abstain: string
}

/** Today's sitting as it stands, else everybody of the board. */
export function sittingToday(desk: DeskAnswer): Sitting {
  const today = todayOf(desk)
  const presentIds = today?.presentIds.length ? today.presentIds : desk.members.map(({ id }) => id)
  return { presentIds, inFavour: String(presentIds.length), against: '0', abstain: '0' }
}

const todayOf = ({ sittings, today }: DeskAnswer) => sittings.find(({ date }) => date === today)

export const votesOf = ({ abstain, against, inFavour }: Sitting) => ({
  for: Number(inFavour) || 0,
  against: Number(against) || 0,
  abstain: Number(abstain) || 0,
})

/** The sitting that the vote belongs to, and the act that writes down who is there where that is not said yet. */
export function sittingActs(
  desk: DeskAnswer,
  { presentIds }: Sitting,
): { readonly sittingId: string; readonly acts: readonly NewAct[] } {
  const today = todayOf(desk)
  const same =
    today?.presentIds.length === presentIds.length && presentIds.every((id) => today.presentIds.includes(id))
  // Somebody came or left: what was voted before keeps those who were there then.
  const sittingId = today && (same || today.presentIds.length === 0) ? today.id : `bs-${randomId()}`
  if (today && same) return { sittingId, acts: [] }
  return {
    sittingId,
    acts: [
      {
        body: {
          ...{ kind: 'sitting', boardId: desk.board.id, sittingId, date: desk.today },
          ...{ mode: today?.mode ?? 'hybrid', minutes: today?.minutes ?? 120, presentIds: [...presentIds] },
        },
      },
    ],
  }
}

export interface SittingFieldsProps {
  readonly desk: DeskAnswer
  readonly sitting: Sitting
  readonly onChange: (change: Partial<Sitting>) => void
  readonly error?: string | undefined
}

export function SittingFields({ desk, sitting, onChange, error }: SittingFieldsProps) {
  const { t } = useTranslation('instruction')
  const toggle = (id: string, on: boolean): void => {
    const presentIds = desk.members
      .map((one) => one.id)
      .filter((one) => (one === id ? on : sitting.presentIds.includes(one)))
    const { against, abstain } = votesOf(sitting)
    onChange({ presentIds, inFavour: String(Math.max(0, presentIds.length - against - abstain)) })
  }
  return (
    <>
      <details className="in-present">
        <summary>{t('present', { count: sitting.presentIds.length })}</summary>
        <fieldset>
          <legend className="sr">{t('presentLegend')}</legend>
          {desk.members.map(({ id, name, role }) => (
            <label key={id} className="in-check">
              <input
                type="checkbox"
                checked={sitting.presentIds.includes(id)}
                onChange={({ target }) => toggle(id, target.checked)}
              />
              <span>
                {name}
                {role && <span className="soft">, {role}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      </details>
      <div className="in-votes">
        {(['inFavour', 'against', 'abstain'] as const).map((way) => (
          <Field
            key={way}
            label={t(`vote.${way}`)}
            value={sitting[way]}
            inputMode="numeric"
            maxLength={3}
            onChange={({ target }) => onChange({ [way]: target.value.replace(/\D/gu, '') })}
          />
        ))}
      </div>
      {error && <p className="field-error">{error}</p>}
    </>
  )
}
