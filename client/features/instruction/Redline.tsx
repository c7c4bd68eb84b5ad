// Two wordings as one text: what goes is struck, what comes is underlined, and both are said to screen readers.
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownRewording } from '#shared/instruction/instructionAnswers.ts'
import { wordStretches } from '#shared/remark/wordEdits.ts'

export function Redline({ before, after, lang }: { before: string; after: string; lang: string }) {
  const { t } = useTranslation('instruction')
  return (
    <p className="in-redline" lang={lang}>
      {wordStretches(before, after).map(({ kind, text }, n) => (
        <Fragment key={`${n}-${kind}`}>
          {kind === 'same' && text}
          {kind === 'removed' && (
            <del>
              <span className="sr">{t('removed')} </span>
              {text}
            </del>
          )}
          {kind === 'added' && (
            <ins>
              <span className="sr">{t('added')} </span>
              {text}
            </ins>
          )}
        </Fragment>
      ))}
    </p>
  )
}

export function Redlines({ rewording, lang }: { rewording: readonly ShownRewording[]; lang: string }) {
  const { t } = useTranslation('instruction')
  return rewording.map(({ after, before, part }) => (
    <div key={part} className="in-part">
      <h4>{t(`part.${part}`)}</h4>
      <Redline before={before} after={after} lang={lang} />
    </div>
  ))
}
