// What an old version says and today's does not, and the other way round: in marks for the eye and words for the ear.
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ComparedRun, compareDrafts } from '#client/features/draft/compareTexts.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

export function Comparison({ old, now }: { old: ReadDraft; now: ReadDraft }) {
  const { t } = useTranslation('draft')
  const parts = useMemo(() => compareDrafts(old, now), [old, now])
  return (
    <div className="draft-compared">
      {parts.map(({ part, runs, same }) => (
        <section key={part}>
          <h3>
            {t(`compared.${part}`)}
            {same && <span className="xs muted"> {t('history.same')}</span>}
          </h3>
          <p>
            {runs.map((run, at) => (
              <Run key={at} run={run} />
            ))}
          </p>
        </section>
      ))}
    </div>
  )
}

function Run({ run: { where, text } }: { run: ComparedRun }) {
  const { t } = useTranslation('draft')
  if (where === 'both') return <Lines text={text} />
  const Tag = where === 'now' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="sr">{t(where === 'now' ? 'history.addedLabel' : 'history.removedLabel')} </span>
      <Lines text={text} />
      <span className="sr"> {t('history.endLabel')}</span>
    </Tag>
  )
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
)
