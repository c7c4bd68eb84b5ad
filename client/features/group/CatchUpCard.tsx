// « Rattraper en 3 minutes »: what the last sessions decided and changed, numbered, with the way to each text.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { draftAddress } from '#client/features/group/draftPlace.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayAndMonth, hour } from '#client/ui/dates.ts'
import type { CatchUpLine, GroupPageAnswer } from '#shared/group/groupPage.ts'

/** What is read at one glance; the rest is one press away. */
const linesFirst = 4

export function CatchUpCard({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const lines = page.catchUp?.lines ?? []
  const [all, setAll] = useState(false)
  const first = useRef<HTMLLIElement>(null)
  const shown = all || lines.length <= linesFirst + 1 ? lines : lines.slice(0, linesFirst)
  const showAll = (): void => {
    setAll(true)
    // The button is gone: reading goes on where it stood.
    requestAnimationFrame(() => first.current?.focus())
  }
  return (
    <section className="card gp-catch" aria-labelledby="gp-catch">
      <div className="row between wrap">
        <h2 id="gp-catch">{t('catchUp')}</h2>
        <Told page={page} />
      </div>
      {lines.length === 0 && <p className="soft">{t('catchUpNone')}</p>}
      <ol>
        {shown.map((line, at) => (
          <li key={`${line.kind}-${at}`} {...(at === linesFirst ? { ref: first, tabIndex: -1 } : {})}>
            <span>
              <Line line={line} roomCode={page.roomCode} />
            </span>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <button type="button" className="link sm" onClick={showAll}>
          {t('catchUpMore', { count: lines.length - shown.length })}
        </button>
      )}
    </section>
  )
}

/** Which sessions are told. */
function Told({ page }: { page: GroupPageAnswer }) {
  const { t, i18n } = useTranslation('group')
  const sessions = page.catchUp?.sessions ?? []
  if (sessions.length === 0) return null
  const names = sessions.map(({ number, date }) =>
    number === null ? dayAndMonth(i18n.language, date) : String(number),
  )
  const list = new Intl.ListFormat(i18n.language).format(names)
  const numbered = sessions.every(({ number }) => number !== null)
  return (
    <span className="sm soft">{numbered ? t('sessionsTold', { count: sessions.length, list }) : list}</span>
  )
}

function Line({ line, roomCode }: { line: CatchUpLine; roomCode: string | null }) {
  const { t, i18n } = useTranslation('group')
  switch (line.kind) {
    case 'decided':
      return <span lang={contentLanguage()}>{line.text}</span>
    case 'text-new':
    case 'text-changed': {
      const to = draftAddress(roomCode, line.draft)
      const name = (
        <span lang={contentLanguage()}>
          {line.draft.code} {line.draft.title}
        </span>
      )
      return (
        <>
          {to ? <Link to={to}>{name}</Link> : name}
          <small>{t(line.kind === 'text-new' ? 'textNew' : 'textChanged', { count: line.words })}</small>
        </>
      )
    }
    case 'initiative':
      return (
        <>
          <span lang={contentLanguage()}>{line.text}</span>
          <small>
            {line.when === ''
              ? t('initiativeBegun')
              : t('initiativeBegunFor', { when: whenWords(i18n.language, line.when) })}
          </small>
        </>
      )
    case 'question':
      return (
        <>
          {t('openQuestion')} <span lang={contentLanguage()}>{line.text}</span>
        </>
      )
    case 'next': {
      const day = dayAndMonth(i18n.language, line.date)
      return (
        <>
          {line.startTime
            ? t('nextOnAt', { day, hour: hour(i18n.language, line.startTime) })
            : t('nextOn', { day })}{' '}
          <span lang={contentLanguage()}>{line.subject}</span>
        </>
      )
    }
    default:
      return line satisfies never
  }
}

/** `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM` as a day; anything else as it was said. */
export function whenWords(language: string, when: string): string {
  const [date = '', time] = when.split('T')
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return when
  const day = dayAndMonth(language, date)
  return time ? `${day}, ${hour(language, time)}` : day
}
