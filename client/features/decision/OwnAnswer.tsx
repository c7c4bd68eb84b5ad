// What one of one's seats answers: chosen here, kept here until it is sent, and sent again as often as one changes one's mind.
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerControls } from '#client/features/decision/AnswerControls.tsx'
import { emptyAnswer, saysTheSame } from '#client/features/decision/answers.ts'
import { keepUnsent, useUnsent } from '#client/features/decision/unsentAnswers.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { announce } from '#client/ui/announcer.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { OpenView } from '#shared/decision/decision.ts'
import type { Seat } from '#shared/people/actor.ts'

export function OwnAnswer({ open, seat }: { open: OpenView; seat: Seat }) {
  const { t } = useTranslation('decision')
  const place = { decisionId: open.id, round: open.round, seatId: seat.id }
  const unsent = useUnsent(place)
  const say = useCommand('decision.answer')
  const [busy, setBusy] = useState(false)
  const sent = open.mine[seat.id] ?? null
  const value = unsent ?? sent ?? emptyAnswer(open)
  const isSent = sent !== null && saysTheSame(value, sent)
  const missing = missingIn(value)
  const { id, round } = open
  useEffect(() => {
    // Once the server shows it as this seat's answer, nothing is left to be kept here.
    if (isSent && unsent) keepUnsent({ decisionId: id, round, seatId: seat.id }, null)
  }, [isSent, unsent, id, round, seat.id])

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!value || missing || busy || isSent) return
    setBusy(true)
    const answer = await say({ id: open.id, round: open.round, seatId: seat.id, answer: value })
    setBusy(false)
    if (!sayRefusal(answer)) return
    announce(t('own.sent'))
  }
  return (
    <form className="decision-own" onSubmit={(event) => void send(event)} noValidate>
      <AnswerControls open={open} value={value} onChange={(next) => keepUnsent(place, next)} />
      <button
        type="submit"
        className="btn primary lg decision-send"
        aria-disabled={missing || busy || isSent ? 'true' : undefined}
        aria-describedby={`decision-say-${seat.id}`}
      >
        {t(busy ? 'own.sending' : sent && !isSent ? 'own.change' : isSent ? 'own.isSent' : 'own.send')}
      </button>
      <p className="sm soft" id={`decision-say-${seat.id}`}>
        {missing ? t(`own.${missing}`) : isSent ? t('own.mayChange') : t('own.until')}
      </p>
    </form>
  )
}

function missingIn(value: ReturnType<typeof emptyAnswer>): 'choose' | 'reason' | null {
  if (!value) return 'choose'
  if (value.kind === 'consent')
    return value.position === 'objection' && value.words.trim() === '' ? 'reason' : null
  return null
}
