// A plain field that several people write in at once: a title, a summary, a nuance. Others' names stand beside it.
import { type KeyboardEvent, type ReactNode, use, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { hideCaret, showCaret, useWriters } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import { bindField } from '#client/features/draft/yTextBinding.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import type { DraftMap } from '#shared/draft/draftModel.ts'

export interface SharedFieldProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  /** `title`, `summary`, `nuance:<id>`…: what others are told about where one writes. */
  readonly place: string
  readonly text: Y.Text
  readonly label: ReactNode
  /** The label is read but not shown. */
  readonly labelHidden?: boolean
  readonly invite?: string
  /** Characters. */
  readonly limit: number
  readonly multiline?: boolean
  readonly className?: string
  readonly autoFocus?: boolean
  readonly describedBy?: string
  readonly onDone?: (() => void) | undefined
}

export function SharedField(props: SharedFieldProps) {
  const {
    live,
    draft,
    draftId,
    place,
    text,
    label,
    labelHidden,
    invite,
    limit,
    multiline = false,
    autoFocus,
    describedBy,
    onDone,
  } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { Words } = use(TextSlots)
  useEffect(() => {
    const element = field.current
    if (!element) return
    return bindField(element, text, {
      undo: draftUndo(draft),
      singleLine: !multiline,
      onPaint: () => fitHeight(element),
    })
  }, [text, draft, multiline])
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  useEffect(() => () => hideCaret(live.awareness, { draftId, place }), [live, draftId, place])
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onDone) {
      event.stopPropagation()
      onDone()
    }
    if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) event.preventDefault()
  }
  return (
    <div className={`field draft-field ${props.className ?? ''}`}>
      <span className="draft-field-head">
        <label htmlFor={id} className={labelHidden ? 'sr' : ''}>
          {label}
        </label>
        <WritersHere live={live} draftId={draftId} place={place} />
      </span>
      <textarea
        ref={field}
        id={id}
        className="input"
        rows={1}
        maxLength={limit}
        placeholder={invite}
        aria-describedby={describedBy}
        enterKeyHint={multiline ? undefined : 'done'}
        onKeyDown={keys}
        onFocus={() => showCaret(live.awareness, { draftId, place })}
        onBlur={() => hideCaret(live.awareness, { draftId, place })}
      />
      {Words && <Words live={live} draftId={draftId} place={place} shared={text} text={field} />}
    </div>
  )
}

function WritersHere({ live, draftId, place }: { live: LiveDocument; draftId: string; place: string }) {
  const { t } = useTranslation('draft')
  const here = useWriters(live, draftId).filter(({ caret }) => caret.place === place)
  if (here.length === 0) return null
  return (
    <span className="xs muted">
      {t('write.here', { count: here.length, names: here.map(({ name }) => name).join(', ') })}
    </span>
  )
}

/** As high as its words, also where `field-sizing` is unknown. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto'
  const borders = field.offsetHeight - field.clientHeight
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight + borders}px`
}
