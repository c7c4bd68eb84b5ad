// The summary that a volunteer reads in a minute: its author's name, and the form that counts its words.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { useKeptWords } from '#client/features/convergence/keptWords.ts'
import { convergenceLimits } from '#shared/convergence/convergenceActs.ts'
import type { Item } from '#shared/convergence/convergenceState.ts'
import { countWords, summaryWordLimit } from '#shared/convergence/summaryWords.ts'

export function SummaryPart({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { page } = useDesk()
  return (
    <section aria-labelledby="cv-summary">
      <h3 id="cv-summary">{t('summary')}</h3>
      {item.summary === '' ? (
        <p className="soft">{t('noSummaryYet')}</p>
      ) : (
        <>
          <p className="cv-summary">{item.summary}</p>
          <p className="sm soft">
            {item.summaryBy ? t('summaryBy', { name: item.summaryBy.name }) : t('summaryOfGroup')}
          </p>
        </>
      )}
      {page.may.write && <SummaryForm key={item.id} item={item} />}
    </section>
  )
}

function SummaryForm({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { act } = useDesk()
  const [opened, setOpened] = useState(item.summary === '')
  const [seen, setSeen] = useState(item.summaryRevision)
  const words = useKeptWords(`${item.id}:summary`, item.summary, item.summaryRevision)
  const id = useId()
  const count = countWords(words.value)
  const tooLong = count > summaryWordLimit
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (tooLong || words.value.trim() === '') return
    if ((await act({ act: 'summarise', itemId: item.id, seen, summary: words.value })) !== null) return
    words.forget()
    setOpened(false)
  }
  if (!opened) {
    return (
      <button
        type="button"
        className="btn sm"
        data-act="summarise"
        onClick={() => {
          setSeen(words.over)
          setOpened(true)
        }}
      >
        {t(words.changed ? 'summaryKept' : 'summarise')}
      </button>
    )
  }
  const isStale = item.summaryRevision !== seen
  return (
    <form className="stack cv-form" noValidate onSubmit={(event) => void save(event)}>
      <div className="field">
        <label htmlFor={id}>{t('summaryField')}</label>
        <textarea
          id={id}
          className={`input ${tooLong ? 'wrong' : ''}`}
          rows={3}
          value={words.value}
          maxLength={convergenceLimits.summary}
          aria-describedby={`${id}-count`}
          aria-invalid={tooLong ? 'true' : undefined}
          onChange={({ target }) => words.type(target.value)}
        />
        <p className={`sm ${tooLong ? 'field-error' : 'soft'}`} id={`${id}-count`} data-act="word-count">
          {t(tooLong ? 'wordsTooMany' : 'wordsOf', { count, most: summaryWordLimit })}
        </p>
      </div>
      {isStale && (
        <p className="field-error" role="alert">
          {t('staleSummary')}
        </p>
      )}
      <div className="row wrap">
        {isStale ? (
          <button type="button" className="btn" onClick={() => setSeen(item.summaryRevision)}>
            {t('staleRead')}
          </button>
        ) : (
          <button
            type="submit"
            className="btn primary"
            aria-disabled={tooLong || words.value.trim() === '' ? 'true' : undefined}
            data-act="save-summary"
          >
            {t('save')}
          </button>
        )}
        {item.summary !== '' && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              words.forget()
              setOpened(false)
            }}
          >
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
