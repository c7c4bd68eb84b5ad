// The one-line summary with its counter: shown always, said politely when little room is left.
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { useShared } from '#client/features/draft/useDraft.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { summaryLimit } from '#shared/draft/vocabulary.ts'

/** Characters left from which the counter also speaks. */
const nearlyFull = 20
/** Milliseconds without a letter before the counter speaks: it never talks over the typing. */
const quiet = 1_000

export interface SummaryFieldProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  readonly onDone?: (() => void) | undefined
}

export function SummaryField({ live, draft, draftId, onDone }: SummaryFieldProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  const text = draft.get('summary')
  const source = text instanceof Y.Text ? text : draft
  const used = useShared(source, () => (text instanceof Y.Text ? text.length : 0))
  useSpokenCount(used, (left) => announce(left > 0 ? t('summary.left', { count: left }) : t('summary.full')))
  if (!(text instanceof Y.Text)) return null
  return (
    <div className="draft-summary">
      <SharedField
        live={live}
        draft={draft}
        draftId={draftId}
        place="summary"
        text={text}
        label={t('summary.label')}
        invite={t('summary.invite')}
        limit={summaryLimit}
        describedBy={`${id}-count`}
        onDone={onDone}
      />
      <p className={`xs num ${used >= summaryLimit - nearlyFull ? 'b' : 'muted'}`} id={`${id}-count`}>
        <span aria-hidden="true">
          {used} / {summaryLimit}
        </span>
        <span className="sr">{t('summary.countLabel', { used, limit: summaryLimit })}</span>
      </p>
    </div>
  )
}

function useSpokenCount(used: number, say: (left: number) => void): void {
  const first = useRef(true)
  const speak = useRef(say)
  useEffect(() => {
    speak.current = say
  })
  useEffect(() => {
    // What was already there when the page opened is not news.
    if (first.current) {
      first.current = false
      return
    }
    if (summaryLimit - used > nearlyFull) return
    const timer = setTimeout(() => speak.current(Math.max(0, summaryLimit - used)), quiet)
    return () => clearTimeout(timer)
  }, [used])
}
