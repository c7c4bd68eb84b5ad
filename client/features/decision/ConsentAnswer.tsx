// One's position in the round: accord, accord with a reservation, objection; an objection says its reason.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentField } from '#client/features/decision/CommentField.tsx'
import { ConsentSign } from '#client/features/decision/ConsentSign.tsx'
import type { AnswerOf } from '#shared/decision/answer.ts'
import { positions, wordsLimit } from '#shared/decision/consent.ts'

export interface ConsentAnswerProps {
  readonly value: AnswerOf<'consent'> | null
  readonly onChange: (value: AnswerOf<'consent'>) => void
}

export function ConsentAnswer({ value, onChange }: ConsentAnswerProps) {
  const { t } = useTranslation('decision')
  const name = useId()
  const words = value?.words ?? ''
  return (
    <>
      <fieldset className="decision-options">
        <legend>{t('consent.ask')}</legend>
        {positions.map((position) => {
          const on = value?.position === position
          return (
            <label key={position} className={`decision-big ${on ? 'on' : ''}`}>
              <ConsentSign position={position} />
              <span>
                {t(`position.${position}`)}
                {position !== 'accord' && <small>{t(`consent.${position}Hint`)}</small>}
              </span>
              <input
                type="radio"
                name={name}
                checked={on}
                onChange={() => onChange({ kind: 'consent', position, words })}
              />
            </label>
          )
        })}
      </fieldset>
      {value && value.position !== 'accord' && (
        <CommentField
          label={t(`consent.${value.position}Words`)}
          value={words}
          limit={wordsLimit}
          wanted={value.position === 'objection'}
          onChange={(next) => onChange({ ...value, words: next })}
        />
      )}
    </>
  )
}
