// The lines of one record: square in the room, round at a distance; each is corrected or taken away in its place.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineForm } from '#client/features/presence/LineForm.tsx'
import type { RecordActs } from '#client/features/presence/useRecord.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import { initialsOf } from '#client/ui/wear.ts'
import type { PresenceLine } from '#shared/group/groupPage.ts'

export function PresenceLines({ lines, acts }: { lines: readonly PresenceLine[]; acts: RecordActs }) {
  const { t } = useTranslation('presence')
  const heading = useRef<HTMLHeadingElement>(null)
  const counted = (side: PresenceLine['side']): number =>
    lines.filter((line) => line.side === side).reduce((sum, { headcount }) => sum + headcount, 0)
  return (
    <section aria-labelledby="presence-people">
      <div className="row between wrap">
        {/* Takes the focus when the line that had it is taken away. */}
        <h3 id="presence-people" ref={heading} tabIndex={-1}>
          {t('people')}
        </h3>
        <span className="sm soft num" role="status">
          {t('sum', { room: counted('room'), remote: counted('remote') })}
        </span>
      </div>
      {lines.length === 0 && <p className="soft">{t('nobody')}</p>}
      <ul className="presence-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <Line
              line={line}
              names={lines.map(({ name }) => name)}
              acts={acts}
              onGone={() => heading.current?.focus()}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly line: PresenceLine
  readonly names: readonly string[]
  readonly acts: RecordActs
  readonly onGone: () => void
}

function Line({ line, names, acts, onGone }: LineProps) {
  const { t } = useTranslation('presence')
  const [editing, setEditing] = useState(false)
  const correct = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setEditing(false)
    requestAnimationFrame(() => correct.current?.focus())
  }
  if (editing) {
    return (
      <LineForm
        line={line}
        confirm={t('save')}
        onCancel={close}
        onConfirm={async (words) => {
          const done = await acts.correct(line, words)
          if (done) close()
          return done
        }}
      />
    )
  }
  const { name, side, headcount, source } = line
  return (
    <>
      <Avatar initials={initialsOf(name, names)} ink="ardoise" side={side} />
      <span className="grow">
        <b>{name}</b>
        <small>
          {[
            t(`side.${side}`),
            headcount > 1 ? t('counts', { count: headcount }) : '',
            source === 'written' ? t('written') : '',
          ]
            .filter(Boolean)
            .join(', ')}
        </small>
      </span>
      <button
        type="button"
        className="btn sm"
        ref={correct}
        aria-label={t('correctLabel', { name })}
        onClick={() => setEditing(true)}
      >
        {t('correct')}
      </button>
      <button
        type="button"
        className="btn sm quiet"
        aria-label={t('removeLabel', { name })}
        onClick={() => void acts.remove(line).then((gone) => gone && onGone())}
      >
        {t('remove')}
      </button>
    </>
  )
}
