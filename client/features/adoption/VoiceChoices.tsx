// What a voice may say under a group's rule: a position, a degree, or a vote; with its words where they are asked for.
import { Check, Hand, Minus, ThumbsDown, ThumbsUp } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { answerKindOf, choices, type GroupAnswer, type GroupRule } from '#shared/adoption/groupRule.ts'
import { positions, wordsLimit } from '#shared/decision/consent.ts'

export interface VoiceChoicesProps {
  readonly rule: GroupRule
  readonly value: GroupAnswer | null
  readonly onChange: (value: GroupAnswer) => void
}

const icons = {
  accord: ['ok', Check],
  reservation: ['res', Minus],
  objection: ['obj', Hand],
  for: ['ok', ThumbsUp],
  against: ['obj', ThumbsDown],
  abstain: ['res', Minus],
} as const

export function VoiceChoices({ rule, value, onChange }: VoiceChoicesProps) {
  const { t } = useTranslation('adoption')
  const kind = answerKindOf(rule)
  const name = useId()
  const words = value && 'words' in value ? value.words : ''
  const asksWords = value !== null && value.kind !== 'vote' && !isPlainYes(value)
  return (
    <>
      <fieldset className="adoption-options">
        <legend>{t(`ask.${kind}`)}</legend>
        {kind === 'consent' &&
          positions.map((position) => (
            <Option
              key={position}
              name={name}
              sign={<Sign of={position} />}
              label={t(`position.${position}`)}
              on={value?.kind === 'consent' && value.position === position}
              onPick={() => onChange({ kind, position, words })}
            />
          ))}
        {kind === 'gradient' &&
          ([5, 4, 3, 2, 1] as const).map((degree) => (
            <Option
              key={degree}
              name={name}
              sign={
                <span className={`adoption-degree d${degree}`} aria-hidden="true">
                  {degree}
                </span>
              }
              label={t(`degree.${degree}`)}
              on={value?.kind === 'gradient' && value.degree === degree}
              onPick={() => onChange({ kind, degree, words })}
            />
          ))}
        {kind === 'vote' &&
          choices.map((choice) => (
            <Option
              key={choice}
              name={name}
              sign={<Sign of={choice} />}
              label={t(`choice.${choice}`)}
              on={value?.kind === 'vote' && value.choice === choice}
              onPick={() => onChange({ kind, choice })}
            />
          ))}
      </fieldset>
      {asksWords && (
        <Words value={words} wanted={isNo(value)} onChange={(next) => onChange({ ...value, words: next })} />
      )}
    </>
  )
}

const isPlainYes = (value: GroupAnswer): boolean =>
  (value.kind === 'consent' && value.position === 'accord') || (value.kind === 'gradient' && value.degree > 3)
const isNo = (value: GroupAnswer): boolean =>
  (value.kind === 'consent' && value.position === 'objection') ||
  (value.kind === 'gradient' && value.degree === 1)

/** Whether it may be sent: who says no says why. */
export const isWhole = (value: GroupAnswer | null): value is GroupAnswer =>
  value !== null && !(isNo(value) && 'words' in value && value.words.trim() === '')

function Sign({ of }: { of: keyof typeof icons }) {
  const [look, Icon] = icons[of]
  return (
    <span className={`cs ${look}`} aria-hidden="true">
      <Icon className="i" />
    </span>
  )
}

interface OptionProps {
  readonly name: string
  readonly sign: ReactNode
  readonly label: string
  readonly on: boolean
  readonly onPick: () => void
}

function Option({ name, sign, label, on, onPick }: OptionProps) {
  return (
    <label className={`adoption-option ${on ? 'on' : ''}`}>
      {sign}
      <span>{label}</span>
      <input type="radio" name={name} checked={on} onChange={onPick} />
    </label>
  )
}

function Words({
  value,
  wanted,
  onChange,
}: {
  value: string
  wanted: boolean
  onChange: (next: string) => void
}) {
  const { t } = useTranslation('adoption')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t(wanted ? 'words.wanted' : 'words.free')}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={wordsLimit}
        value={value}
        aria-required={wanted}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
