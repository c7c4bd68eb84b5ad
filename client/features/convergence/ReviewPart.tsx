// What the source groups' facilitators say of an item: fidèle, or à corriger with a word; pinned to the words that were read.
import { Check, MessageSquareWarning } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Field } from '#client/ui/Field.tsx'
import { convergenceLimits } from '#shared/convergence/convergenceActs.ts'
import { type Aspect, aspects, type Item, type Review } from '#shared/convergence/convergenceState.ts'

export function ReviewPart({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { desk, groupsOf } = useDesk()
  const reviews = desk.reviews[item.id] ?? []
  return (
    <section aria-labelledby="cv-reviews">
      <h3 id="cv-reviews">{t('reviews')}</h3>
      <ul className="cv-reviews">
        {groupsOf(reviews.map(({ groupId }) => groupId)).map(({ id, place, wear }) => (
          <li key={id} data-review={id}>
            <Antenna wear={wear} place={place} />
            {aspects.map((aspect) => (
              <OneAspect key={aspect} item={item} groupId={id} place={place} aspect={aspect} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneAspectProps {
  readonly item: Item
  readonly groupId: string
  readonly place: string
  readonly aspect: Aspect
}

function OneAspect({ aspect, groupId, item, place }: OneAspectProps) {
  const { t } = useTranslation('convergence')
  const { desk, page, state } = useDesk()
  const fingerprint = desk.fingerprints[item.id]?.[aspect] ?? ''
  const last = state.reviews.findLast(
    (one) => one.itemId === item.id && one.groupId === groupId && one.aspect === aspect,
  )
  const stands = last?.fingerprint === fingerprint
  const mayReview = page.may.reviewFor.includes(groupId) && (aspect === 'text' || item.summary !== '')
  return (
    <div className="cv-aspect">
      <b className="sm">{t(`aspect.${aspect}`)}</b>
      <Said last={last} stands={stands} />
      {mayReview && (!stands || last?.verdict === 'to-correct') && (
        <ReviewForm aspect={aspect} item={item} groupId={groupId} place={place} fingerprint={fingerprint} />
      )}
    </div>
  )
}

function Said({ last, stands }: { last: Review | undefined; stands: boolean }) {
  const { t } = useTranslation('convergence')
  if (!last) return <span className="chip line">{t('verdict.none')}</span>
  return (
    <span className="cv-said">
      <span className={`chip ${stands ? (last.verdict === 'faithful' ? 'brand' : 'danger') : 'line'}`}>
        {t(stands ? `verdict.${last.verdict}` : 'verdict.lapsed')}
      </span>{' '}
      <span className="sm soft">{last.byName}</span>
      {last.word !== '' && <q className="cv-word">{last.word}</q>}
    </span>
  )
}

function ReviewForm({
  aspect,
  fingerprint,
  groupId,
  item,
  place,
}: OneAspectProps & { readonly fingerprint: string }) {
  const { t } = useTranslation('convergence')
  const { act } = useDesk()
  const [correcting, setCorrecting] = useState(false)
  const [word, setWord] = useState('')
  const [wanted, setWanted] = useState(false)
  const about = { act: 'review', itemId: item.id, groupId, aspect, fingerprint } as const
  const correct = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (word.trim() === '') return setWanted(true)
    if ((await act({ ...about, verdict: 'to-correct', word: word.trim() })) !== null) return
    setWord('')
    setCorrecting(false)
  }
  const what = { aspect: t(`aspectOf.${aspect}`), place }
  if (correcting) {
    return (
      <form className="stack" noValidate onSubmit={(event) => void correct(event)}>
        <Field
          label={t('whatToCorrect')}
          value={word}
          maxLength={convergenceLimits.word}
          error={wanted && word.trim() === '' ? t('refused.wordWanted') : undefined}
          onChange={({ target }) => setWord(target.value)}
        />
        <div className="row wrap">
          <button type="submit" className="btn primary" data-act={`send-correct-${aspect}`}>
            {t('sayToCorrect')}
          </button>
          <button type="button" className="btn" onClick={() => setCorrecting(false)}>
            {t('cancel')}
          </button>
        </div>
      </form>
    )
  }
  return (
    <div className="row wrap">
      <button
        type="button"
        className="btn"
        data-act={`faithful-${aspect}`}
        aria-label={t('sayFaithfulOf', what)}
        onClick={() => void act({ ...about, verdict: 'faithful', word: '' })}
      >
        <Check className="i" aria-hidden="true" />
        {t('sayFaithful')}
      </button>
      <button
        type="button"
        className="btn"
        data-act={`to-correct-${aspect}`}
        aria-label={t('sayToCorrectOf', what)}
        onClick={() => setCorrecting(true)}
      >
        <MessageSquareWarning className="i" aria-hidden="true" />
        {t('sayToCorrect')}
      </button>
    </div>
  )
}
