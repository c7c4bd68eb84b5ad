// Begins a step of private writing: its question, where the notes will land, and what is promised to those who write.
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom, useYjs } from '#client/live/useLiveRoom.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { longestQuestion, type StepWish } from '#shared/notes/notesState.ts'
import { noteColours } from '#shared/whiteboard/boardModel.ts'
import { isShape, readRecords } from '#shared/whiteboard/place.ts'

const first: StepWish = {
  question: '',
  frameId: null,
  colour: 'yellow',
  anonymous: true,
  moderated: false,
  authorsMayReveal: false,
}

export function OpenNotesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notes')
  const open = useCommand('notes.open')
  const [wish, setWish] = useState(first)
  const [missing, setMissing] = useState(false)
  const change = (more: Partial<StepWish>): void => setWish((before) => ({ ...before, ...more }))
  const together = wish.anonymous || wish.moderated

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const question = wish.question.trim()
    if (question === '') return setMissing(true)
    const authorsMayReveal = wish.authorsMayReveal && !together
    if (!sayRefusal(await open({ ...wish, question, authorsMayReveal }))) return
    showToast({ text: t('open.started') })
    onClose()
  }
  return (
    <ModalDialog title={t('open.title')} onClose={onClose}>
      <form className="stack notes-dialog" onSubmit={(event) => void start(event)} noValidate>
        <p className="soft">{t('open.text')}</p>
        <Field
          autoFocus
          label={t('open.question')}
          placeholder={t('open.placeholder')}
          maxLength={longestQuestion}
          autoComplete="off"
          value={wish.question}
          error={missing && wish.question.trim() === '' ? t('open.missing') : undefined}
          onChange={(event) => change({ question: event.target.value })}
        />
        <FrameField value={wish.frameId} onChange={(frameId) => change({ frameId })} />
        <Choice
          label={t('open.colour')}
          look="segments"
          options={noteColours.map((colour) => ({
            value: colour,
            label: (
              <span className="notes-colour">
                <i className={`notes-${colour}`} aria-hidden="true" />
                {t(`open.${colour}`)}
              </span>
            ),
          }))}
          value={wish.colour}
          onChange={(colour) => change({ colour })}
        />
        <Tick
          label={t('open.anonymous')}
          isOn={wish.anonymous}
          onChange={(anonymous) => change({ anonymous })}
        >
          {t('open.anonymousText')}
        </Tick>
        <Tick
          label={t('open.moderated')}
          isOn={wish.moderated}
          onChange={(moderated) => change({ moderated })}
        >
          {t('open.moderatedText')}
        </Tick>
        <Tick
          label={t('open.authors')}
          isOn={wish.authorsMayReveal && !together}
          isBlocked={together}
          onChange={(authorsMayReveal) => change({ authorsMayReveal })}
        >
          {t('open.authorsText')}
        </Tick>
        <div className="acts">
          <button type="submit" className="btn primary">
            {t('open.start')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

function FrameField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (frameId: string | null) => void
}) {
  const { t } = useTranslation('notes')
  const id = useId()
  const { doc } = useLiveRoom().whiteboard
  const frames = useYjs(doc, () =>
    [...readRecords(doc).values()]
      .filter((record) => isShape(record, 'frame'))
      .map((record) => ({ id: record.id, name: nameOf(record['props']) })),
  )
  return (
    <div className="field">
      <label htmlFor={id}>{t('open.frame')}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t('open.newFrame')}</option>
        {frames.map((frame) => (
          <option key={frame.id} value={frame.id}>
            {frame.name || t('open.unnamed')}
          </option>
        ))}
      </select>
    </div>
  )
}

const nameOf = (props: unknown): string =>
  typeof props === 'object' && props !== null && 'name' in props && typeof props.name === 'string'
    ? props.name
    : ''

interface TickProps {
  readonly label: string
  readonly isOn: boolean
  readonly isBlocked?: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

function Tick({ label, isOn, isBlocked = false, onChange, children }: TickProps) {
  const id = useId()
  return (
    <div className="notes-tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-disabled={isBlocked ? 'true' : undefined}
        aria-describedby={`${id}-text`}
        onChange={(event) => !isBlocked && onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p className="sm soft" id={`${id}-text`}>
        {children}
      </p>
    </div>
  )
}
