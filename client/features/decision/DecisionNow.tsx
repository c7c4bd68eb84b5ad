// The decision of the moment: what a participant answers and sees; below it, what those who facilitate do with it.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsentPart } from '#client/features/decision/ConsentPart.tsx'
import { LeftWords } from '#client/features/decision/LeftWords.tsx'
import { OwnAnswer } from '#client/features/decision/OwnAnswer.tsx'
import { RunningPart } from '#client/features/decision/RunningPart.tsx'
import { ShownResult } from '#client/features/decision/ShownResult.tsx'
import { useExpectedVoices, useOpenDecision, useOwnSeats } from '#client/features/decision/useDecision.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { OpenView } from '#shared/decision/decision.ts'
import '#client/features/decision/decision.css'

/** Null where nothing is asked and nothing is shown. `compact` folds the facilitators' part: a phone shows one thing. */
export function DecisionNow({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('decision')
  const view = useSlice('decision')
  const runs = useMayLead()
  const asked = view?.open?.question
  useEffect(() => {
    if (asked !== undefined) announce(t('now.opened', { question: asked }))
  }, [asked, t])
  if (!view) return null
  const { open, shownId, past } = view
  const shown = past.find(({ id }) => id === shownId)
  return (
    <>
      {open && <OpenQuestion key={open.id} open={open} runs={runs} compact={compact} />}
      {!open && shown && <ShownResult past={shown} runs={runs} />}
      <LeftWords open={open} />
    </>
  )
}

interface OpenQuestionProps {
  readonly open: OpenView
  readonly runs: boolean
  readonly compact: boolean
}

function OpenQuestion({ open, runs, compact }: OpenQuestionProps) {
  const { t } = useTranslation('decision')
  const expected = useExpectedVoices(open)
  const isAnswered = open.ballot.kind !== 'consent' || open.ballot.phase === 'round'
  return (
    <section className="decision-now" aria-label={t(`kind.${open.ballot.kind}`)}>
      <p className="eyebrow">{t(`kind.${open.ballot.kind}`)}</p>
      <h2>{open.question}</h2>
      {open.ballot.kind === 'consent' && <ConsentPart open={open} course={open.ballot} />}
      {isAnswered && <OwnSeats open={open} />}
      {isAnswered && (
        <p className="decision-count">
          {t('now.answered', { count: open.answered, expected })}
          {open.carried > 0 && ` ${t('now.carried', { count: open.carried })}`}
        </p>
      )}
      {runs && !compact && <RunningPart open={open} />}
      {runs && compact && (
        <details className="decision-earlier">
          <summary>{t('run.label')}</summary>
          <RunningPart open={open} />
        </details>
      )}
    </section>
  )
}

/** Several people behind one device answer one after the other, each for themselves. */
function OwnSeats({ open }: { open: OpenView }) {
  const { t } = useTranslation('decision')
  const seats = useOwnSeats()
  const [chosen, setChosen] = useState<string | null>(null)
  const seat = seats.find(({ id }) => id === chosen) ?? seats[0]
  if (!seat) return <p className="soft">{t('now.watching')}</p>
  return (
    <>
      {seats.length > 1 && (
        <fieldset className="decision-seats">
          <legend className="lab">{t('now.whoAnswers')}</legend>
          {seats.map(({ id, name }) => (
            <label key={id} className={id === seat.id ? 'on' : ''}>
              <input
                type="radio"
                name={`decision-seat-${open.id}`}
                checked={id === seat.id}
                onChange={() => setChosen(id)}
              />
              {name}
              {open.mine[id] && <small> {t('now.hasAnswered')}</small>}
            </label>
          ))}
        </fieldset>
      )}
      <OwnAnswer key={`${open.id} ${open.round} ${seat.id}`} open={open} seat={seat} />
    </>
  )
}
