// What the group hands over: recommendations, or none this time, and why.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type HandoverState, handoverOutcomes, whyLimit } from '#shared/handover/handoverState.ts'

export interface OutcomeProps {
  readonly state: Pick<HandoverState, 'outcome' | 'why'>
  readonly prepares: boolean
}

export function Outcome({ state, prepares }: OutcomeProps) {
  const { t } = useTranslation('handover')
  const say = useCommand('handover.say')
  const id = useId()
  /** What is being typed; null while it is what the server knows. */
  const [typed, setTyped] = useState<string | null>(null)
  const why = typed ?? state.why
  if (!prepares)
    return state.outcome === 'none' ? (
      <p>
        <b>{t('outcome.none')}.</b> <span lang={contentLanguage()}>{state.why}</span>
      </p>
    ) : null
  const send = async (outcome: HandoverState['outcome']): Promise<void> => {
    if (sayRefusal(await say({ outcome, why }))) setTyped(null)
  }
  return (
    <>
      <Choice
        label={t('outcome.label')}
        look="segments"
        options={handoverOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={state.outcome}
        onChange={(outcome) => void send(outcome)}
      />
      {state.outcome === 'none' && (
        <div className="field">
          <label htmlFor={id}>{t('outcome.why')}</label>
          <textarea
            id={id}
            className="input"
            rows={3}
            lang={contentLanguage()}
            maxLength={whyLimit}
            value={why}
            onChange={({ target }) => setTyped(target.value)}
          />
          {typed !== null && typed.trim() !== state.why && (
            <div className="acts">
              <button type="button" className="btn primary" onClick={() => void send(state.outcome)}>
                {t('keep')}
              </button>
            </div>
          )}
        </div>
      )}
    </>
  )
}
