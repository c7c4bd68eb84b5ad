// Twenty seconds: one of five feelings, a sentence if one wants, and where one speaks from if one wants.
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { sendRessenti } from '#client/features/consultation/consultationApi.ts'
import { FeelingFace } from '#client/features/consultation/FeelingFace.tsx'
import { FromWhere, type Where } from '#client/features/consultation/FromWhere.tsx'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { Banner } from '#client/ui/Banner.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import { type Counts, commentWords, type Feeling, feelings, wordsIn } from '#shared/consultation/feelings.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface FeelingFormProps {
  readonly textId: string
  readonly version: number
  readonly counts: Counts
  readonly own: TextAnswer['own']
  readonly entities: TextAnswer['entities']
  readonly groups: readonly RoomGroup[]
  /** The presentation from whose page it comes. */
  readonly live?: string
  readonly onSent?: () => void
}

export function FeelingForm({ onSent, ...props }: FeelingFormProps) {
  const { counts, entities, groups, live = null, own, textId, version } = props
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct({ 429: t('addressFull') })
  const [feeling, setFeeling] = useState<Feeling | null>(own?.feeling ?? null)
  const [comment, setComment] = useState(own?.comment ?? '')
  const [where, setWhere] = useState<Where>({
    ...{ entityId: own?.entityId ?? null, inGroup: own?.inGroup ?? false, groupId: own?.groupId ?? null },
  })
  const [missing, setMissing] = useState(false)
  const left = commentWords - wordsIn(comment)
  const send = async (): Promise<void> => {
    setMissing(feeling === null)
    if (feeling === null || left < 0 || acting.busy) return
    const felt = { ...{ feeling, comment, version, live }, ...where }
    if (await acting.run(() => sendRessenti(textId, felt), t('shared'))) onSent?.()
  }
  return (
    <form
      className="co-feel"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Feelings counts={counts} value={feeling} onChange={setFeeling} />
      <div className="co-say">
        <label className="field grow">
          <span className="sr">{t('comment')}</span>
          <textarea
            className="input"
            rows={1}
            placeholder={t('comment')}
            value={comment}
            maxLength={600}
            onChange={(event) => setComment(event.target.value)}
          />
        </label>
        <button type="submit" className="btn primary" data-act="share" aria-disabled={acting.busy}>
          {acting.busy ? t('sending') : t(own ? 'change' : 'share')}
        </button>
      </div>
      <p className="xs soft" role="status">
        {missing && feeling === null
          ? t('choose')
          : left < 0
            ? t('tooLong')
            : comment !== '' && left <= 20
              ? t('wordsLeft', { count: left })
              : t(own ? 'already' : 'warn')}
      </p>
      <FromWhere {...{ entities, groups, where }} onChange={setWhere} />
      {acting.problem && (
        <Banner tone="danger" alert>
          {acting.problem}
        </Banner>
      )}
    </form>
  )
}

interface FeelingsProps {
  readonly counts: Counts
  readonly value: Feeling | null
  readonly onChange: (feeling: Feeling) => void
}

function Feelings({ counts, onChange, value }: FeelingsProps) {
  const { t } = useTranslation('consultation')
  const most = Math.max(1, ...Object.values(counts))
  return (
    <RadioGroup
      className="co-faces"
      aria-label={t('feelingLabel')}
      value={value}
      onChange={(picked) => onChange(feelings.find((one) => one === picked) ?? 'favorable')}
    >
      {feelings.map((feeling) => (
        <Radio key={feeling} value={feeling} className="co-face" data-feeling={feeling}>
          <FeelingFace feeling={feeling} />
          <b>{t(`feelings.${feeling}`)}</b>
          <span className="num">{counts[feeling]}</span>
          <i className="bar" aria-hidden="true">
            <i style={{ width: `${(counts[feeling] / most) * 100}%` }} />
          </i>
        </Radio>
      ))}
    </RadioGroup>
  )
}
