// One's own voice, for each seat behind this device: chosen, sent, and changed until the closing.
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWhole, VoiceChoices } from '#client/features/adoption/VoiceChoices.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { AskingView } from '#shared/adoption/adoption.ts'
import type { GroupAnswer, GroupRule } from '#shared/adoption/groupRule.ts'
import type { Seat } from '#shared/people/actor.ts'

export interface Question {
  readonly spaceId: string
  readonly draftId: string
  readonly groupId: string
  readonly askingId: string
}

export interface OwnVoicesProps {
  readonly question: Question
  readonly rule: GroupRule
  readonly asking: AskingView
  readonly seats: readonly Seat[]
}

export function OwnVoices({ question, rule, asking, seats }: OwnVoicesProps) {
  const { t } = useTranslation('adoption')
  const mine = rule.kind === 'delegate' ? seats.filter(({ id }) => id === rule.seatId) : seats
  if (mine.length === 0)
    return (
      <p className="soft">
        {rule.kind === 'delegate' ? t('own.delegate', { name: rule.name }) : t('own.otherGroup')}
      </p>
    )
  return (
    <>
      {mine.map((seat) => (
        <OneVoice
          key={`${asking.id}/${seat.id}`}
          {...{ question, rule, seat }}
          said={asking.mine[seat.id] ?? null}
          named={mine.length > 1}
        />
      ))}
    </>
  )
}

interface OneVoiceProps {
  readonly question: Question
  readonly rule: GroupRule
  readonly seat: Seat
  readonly said: GroupAnswer | null
  /** Whether several people share this device. */
  readonly named: boolean
}

function OneVoice({ question, rule, seat, said, named }: OneVoiceProps) {
  const { t } = useTranslation('adoption')
  const answer = useCommand('adoption.answer')
  const [value, setValue] = useState<GroupAnswer | null>(said)
  const [problem, setProblem] = useState(false)
  const isSaid = said !== null && JSON.stringify(said) === JSON.stringify(value)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isWhole(value)) return setProblem(true)
    setProblem(false)
    sayRefusal(await answer({ ...question, seatId: seat.id, answer: value }))
  }
  return (
    <form className="stack adoption-voice" onSubmit={(event) => void send(event)} noValidate>
      {named && <h3>{seat.name}</h3>}
      <VoiceChoices rule={rule} value={value} onChange={setValue} />
      {problem && (
        <p className="field-error" role="alert">
          {t(value ? 'own.reason' : 'own.choose')}
        </p>
      )}
      <div className="acts">
        {isSaid && (
          <p className="sm adoption-said" role="status">
            <Check className="i" aria-hidden="true" />
            {t('own.said')}
          </p>
        )}
        <button type="submit" className={`btn ${isSaid ? '' : 'primary'}`}>
          {t(said ? 'own.change' : 'own.send')}
        </button>
      </div>
    </form>
  )
}
