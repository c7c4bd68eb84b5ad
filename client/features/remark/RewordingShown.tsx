// A proposed wording beside the words that stand: what goes is struck through, what comes is underlined, both also said.
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { readableStretches } from '#client/features/remark/readableStretches.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { wordStretches } from '#shared/remark/wordEdits.ts'

export interface RewordingShownProps {
  readonly before: string
  readonly after: string
}

export function RewordingShown({ before, after }: RewordingShownProps) {
  const lines = before.split('\n')
  const proposed = after.split('\n')
  return (
    <div className="remark-rewording">
      {lines.map((line, at) => (
        <p key={at} lang={contentLanguage()}>
          <Line before={line} after={proposed[at] ?? ''} />
        </p>
      ))}
    </div>
  )
}

function Line({ before, after }: RewordingShownProps) {
  const { t } = useTranslation('remark')
  return readableStretches(wordStretches(before, after)).map(({ kind, text }, at) => {
    if (kind === 'same') return <Fragment key={at}>{text}</Fragment>
    const Tag = kind === 'removed' ? 'del' : 'ins'
    return (
      <Tag key={at}>
        <span className="sr"> [{t(`difference.${kind}`)} </span>
        {text}
        <span className="sr">] </span>
      </Tag>
    )
  })
}
