// What is decided in this session, as facilitators and the secretary write it down; everyone reads it.
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwnSeats } from '#client/features/agenda/useAgenda.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { AgendaState, Outcome } from '#shared/agenda/agendaState.ts'

export function Outcomes({ agenda }: { agenda: AgendaState }) {
  const { t } = useTranslation('agenda')
  const leads = useMayLead()
  const seats = useOwnSeats()
  const { keepsMinutes } = useLiveRoom().join.you
  const writes = leads || keepsMinutes === true || seats.some(({ id }) => id === agenda.secretary?.seatId)
  const [add, remove] = [useCommand('agenda.addOutcome'), useCommand('agenda.removeOutcome')]
  const [text, setText] = useState('')
  if (agenda.status === 'preparing' || (!writes && agenda.outcomes.length === 0)) return null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() !== '' && sayRefusal(await add({ text: text.trim() }))) setText('')
  }
  const takeAway = async (outcome: Outcome): Promise<void> => {
    if (!sayRefusal(await remove({ id: outcome.id }))) return
    const back = async (): Promise<void> => void sayRefusal(await add({ text: outcome.text }))
    showToast({ text: t('said.outcomeRemoved'), action: { label: t('undo'), run: () => void back() } })
  }
  return (
    <section className="agenda-outcomes">
      <h3>{t('outcomes')}</h3>
      {agenda.outcomes.length > 0 && (
        <ul>
          {agenda.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <span className="grow">{outcome.text}</span>
              {writes && (
                <button
                  type="button"
                  className="btn quiet icon"
                  aria-label={t('removeOutcomeLabel', { text: outcome.text })}
                  onClick={() => void takeAway(outcome)}
                >
                  <X className="i" aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {writes && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Field
            label={t('newOutcome')}
            maxLength={400}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="btn" aria-disabled={text.trim() === '' ? 'true' : undefined}>
            {t('note')}
          </button>
        </form>
      )}
    </section>
  )
}
