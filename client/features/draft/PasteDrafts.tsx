// Pasting or dropping a list: one draft per heading, looked at and chosen first, inserted at once, and taken back as easily.
import '#client/features/draft/draft.css'
import { FileUp } from 'lucide-react'
import {
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  useId,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { fileLimit, linesOfDocx, linesOfHtml } from '#client/features/draft/docxLines.ts'
import { hideDrafts, insertDrafts } from '#client/features/draft/draftActs.ts'
import { PastePreview } from '#client/features/draft/PastePreview.tsx'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { announce } from '#client/ui/announcer.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { draftsOfLines, importDrafts } from '#shared/draft/importDrafts.ts'
import type { ImportLine } from '#shared/draft/importLines.ts'

export interface PasteDraftsProps {
  readonly room: LiveRoom
  /** Where the drafts go; the dialog lets choose where several spaces may be written. */
  readonly spaceId: string
  readonly onClose: () => void
  readonly onInserted?: (spaceId: string, draftIds: readonly string[]) => void
}

type Problem = 'tooLarge' | 'unreadable'

export function PasteDrafts({ room, spaceId, onClose, onInserted }: PasteDraftsProps) {
  const { t } = useTranslation('draft')
  const [typed, setTyped] = useState('')
  const [lines, setLines] = useState<readonly ImportLine[]>()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [into, setInto] = useState(spaceId)
  const [problem, setProblem] = useState<Problem>()
  const drafts = useMemo(() => (lines ? draftsOfLines(lines) : importDrafts(typed)), [lines, typed])
  const chosen = drafts.filter((_draft, at) => !left.has(at))

  const show = (found: readonly ImportLine[] | undefined, text: string): void => {
    setLines(found)
    setTyped(text)
    setLeft(new Set())
    setProblem(undefined)
  }
  const readFile = async (file: File): Promise<void> => {
    const read = await linesOfFile(file)
    if (typeof read === 'string') setProblem(read)
    else {
      show(read.lines, read.text)
      announce(
        t('paste.found', {
          count: (read.lines ? draftsOfLines(read.lines) : importDrafts(read.text)).length,
        }),
      )
    }
  }
  const insert = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const live = room.draftsOf(into)
    if (chosen.length === 0 || !live) return
    const ids = insertDrafts(room, into, chosen)
    showToast({
      text: t('paste.done', { count: ids.length }),
      action: { label: t('undo'), run: () => hideDrafts(live, ids, Date.now()) },
    })
    onInserted?.(into, ids)
    onClose()
  }
  return (
    <ModalDialog title={t('paste.title')} width="wide" onClose={onClose}>
      <form className="draft-form" onSubmit={insert}>
        <PasteField
          typed={typed}
          formatted={lines !== undefined}
          onText={(text) => show(undefined, text)}
          onHtml={(html, text) => show(linesOfHtml(html), text)}
          onFile={(file) => void readFile(file)}
        />
        {problem && (
          <p className="draft-problem" role="alert">
            {t(`paste.${problem}`)}
          </p>
        )}
        <SpaceChoice room={room} value={into} onChange={setInto} />
        <PastePreview drafts={drafts} left={left} onLeft={setLeft} />
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('paste.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            aria-disabled={chosen.length === 0 ? 'true' : undefined}
          >
            {t('paste.insert', { count: chosen.length })}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

type ReadFile = { readonly lines: readonly ImportLine[] | undefined; readonly text: string }

async function linesOfFile(file: File): Promise<ReadFile | Problem> {
  if (file.size > fileLimit) return 'tooLarge'
  try {
    if (/\.docx$/i.test(file.name)) return { lines: await linesOfDocx(await file.arrayBuffer()), text: '' }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return /\.html?$/i.test(file.name) ? { lines: linesOfHtml(text), text: '' } : { lines: undefined, text }
  } catch {
    return 'unreadable'
  }
}

interface PasteFieldProps {
  readonly typed: string
  /** The preview shows a formatted document, whose words are not in the field. */
  readonly formatted: boolean
  readonly onText: (text: string) => void
  readonly onHtml: (html: string, text: string) => void
  readonly onFile: (file: File) => void
}

function PasteField({ typed, formatted, onText, onHtml, onFile }: PasteFieldProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
    else onText(event.dataTransfer.getData('text/plain'))
  }
  const paste = (event: ClipboardEvent): void => {
    const html = event.clipboardData.getData('text/html')
    // Only what has headings or lists of its own gains from being read as a document.
    if (typed !== '' || !/<(h[1-6]|li)[\s>]/i.test(html)) return
    event.preventDefault()
    onHtml(html, event.clipboardData.getData('text/plain'))
  }
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0]
    if (file) onFile(file)
    event.target.value = ''
  }
  return (
    <div
      className={`draft-drop ${over ? 'over' : ''}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="field">
        <label htmlFor={id}>{t('paste.field')}</label>
        <textarea
          id={id}
          className="input"
          rows={6}
          value={typed}
          autoFocus
          aria-describedby={`${id}-hint`}
          onPaste={paste}
          onChange={(event) => onText(event.target.value)}
        />
        <p className="sm soft" id={`${id}-hint`}>
          {t(formatted ? 'paste.formatted' : 'paste.hint')}
        </p>
      </div>
      <label className="btn sm draft-file">
        <FileUp className="i" aria-hidden="true" />
        {t('paste.file')}
        <input
          type="file"
          className="sr"
          accept=".docx,.md,.markdown,.txt,.html,.htm,text/plain,text/markdown"
          onChange={pick}
        />
      </label>
    </div>
  )
}

function SpaceChoice({
  room,
  value,
  onChange,
}: {
  room: LiveRoom
  value: string
  onChange: (spaceId: string) => void
}) {
  const { t } = useTranslation('draft')
  const open = room.drafts.filter(({ access }) => access === 'write')
  if (open.length < 2) return null
  return (
    <label className="field">
      <span className="lab">{t('paste.space')}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {open.map((live) => (
          <option key={live.name} value={live.name.slice('drafts/'.length)}>
            {room.join.room.groups.find(({ id }) => id === live.groupId)?.place ?? t('paste.together')}
          </option>
        ))}
      </select>
    </label>
  )
}
