// A wall of paper typed out: one note a line, put up together in a frame or where there is room.
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepLines, keptLines } from '#client/features/paper/keptLines.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { addNotes, mostNotesAtOnce, noteLines } from '#shared/whiteboard/addNotes.ts'
import { besidePicture } from '#shared/whiteboard/addPicture.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import '#client/features/paper/paper.css'

export interface CopyOutDialogProps {
  /** A photograph on the board, to put the notes beside it. */
  readonly pictureId: string | null
  readonly onClose: () => void
}

const freeRoom = ''
const besideIt = 'beside'

export function CopyOutDialog({ pictureId, onClose }: CopyOutDialogProps) {
  const { t } = useTranslation('paper')
  const room = useLiveRoom()
  const field = useRef<HTMLTextAreaElement>(null)
  const { code } = room.join.room
  const [text, setText] = useState(keptLines(code))
  const [where, setWhere] = useState(pictureId ? besideIt : freeRoom)
  const [isMissing, setMissing] = useState(false)
  const id = useId()
  const lines = noteLines(text)
  const count = Math.min(lines.length, mostNotesAtOnce)
  const type = (value: string): void => {
    setText(value)
    keepLines(code, value)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(count === 0)
    if (count === 0) return field.current?.focus()
    const { doc } = room.whiteboard
    const near = where === besideIt && pictureId ? besidePicture(doc, pictureId) : undefined
    const frameId = where === besideIt ? null : where || null
    const author = room.join.you.seats[0]?.name ?? room.join.you.name
    const put = lines.slice(0, count)
    act(doc, () => addNotes(doc, put, { frameId, author, origin: ownAct, ...(near ? { near } : {}) }))
    showToast({ text: t('added', { count }) })
    // What was beyond the limit is still to be put: nothing that was typed goes away.
    type(lines.slice(count).join('\n'))
    if (lines.length <= count) onClose()
  }
  return (
    <ModalDialog title={t('batch')} onClose={onClose}>
      <form className="stack paper" onSubmit={submit}>
        <p className="soft">{t('batchText')}</p>
        <div className="field">
          <label htmlFor={id}>{t('words')}</label>
          <textarea
            ref={field}
            id={id}
            className="input paper-lines"
            rows={7}
            value={text}
            aria-describedby={`${id}-count`}
            aria-invalid={isMissing && count === 0 ? 'true' : undefined}
            onChange={(event) => type(event.target.value)}
          />
          <p className="sm soft" id={`${id}-count`}>
            {isMissing && count === 0 ? t('missing') : t('count', { count: lines.length })}
            {lines.length > mostNotesAtOnce && ` ${t('most', { most: mostNotesAtOnce })}`}
          </p>
        </div>
        <WherePick value={where} onChange={setWhere} hasPicture={pictureId !== null} />
        <button type="submit" className="btn primary lg">
          {count === 0 ? t('addNone') : t('add', { count })}
        </button>
      </form>
    </ModalDialog>
  )
}

interface WherePickProps {
  readonly value: string
  readonly onChange: (where: string) => void
  readonly hasPicture: boolean
}

function WherePick({ value, onChange, hasPicture }: WherePickProps) {
  const { t } = useTranslation('paper')
  const { doc } = useLiveRoom().whiteboard
  const id = useId()
  const frames = readBoard(doc).sections.flatMap(({ frame }) => (frame ? [frame] : []))
  return (
    <div className="field">
      <label htmlFor={id}>{t('where')}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {hasPicture && <option value={besideIt}>{t('beside')}</option>}
        <option value={freeRoom}>{t('free')}</option>
        {frames.map((frame) => (
          <option key={frame.id} value={frame.id}>
            {frame.name || t('nameless')}
          </option>
        ))}
      </select>
    </div>
  )
}
