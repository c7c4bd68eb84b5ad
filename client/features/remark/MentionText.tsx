// A field of words in which « @ » offers the people and groups of the room; a chosen name stands in the words as it is shown.
import { AtSign } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readMentionable } from '#client/live/apiRemarks.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import type { Mention } from '#shared/remark/remark.ts'

export interface MentionedWords {
  readonly text: string
  readonly mentions: readonly Mention[]
}

export const noWords: MentionedWords = { text: '', mentions: [] }

/** Only those whose name still stands in the words. */
export const mentionsIn = ({ text, mentions }: MentionedWords): { kind: Mention['kind']; id: string }[] =>
  mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ kind, id }) => ({ kind, id }))

export interface MentionTextProps {
  readonly label: ReactNode
  readonly value: MentionedWords
  readonly onChange: (value: MentionedWords) => void
  readonly limit: number
  readonly rows?: number
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  /** False where nobody is named. */
  readonly naming?: boolean
}

/** What is being named: the letters behind the last « @ » before the caret. */
const nameBegun = /(?:^|[\s(«])@([^\s@]{0,30})$/u

/** Milliseconds without a letter until the server is asked who is meant. */
const restsAfter = 180

export function MentionText(props: MentionTextProps) {
  const { label, value, onChange, limit, rows = 3, error, autoFocus, naming = true } = props
  const { t } = useTranslation('remark')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const offered = useMentionable(typed)
  const open = typed !== undefined && offered.length > 0
  const look = (): void => {
    const element = field.current
    if (!naming) return
    const found = element && nameBegun.exec(element.value.slice(0, element.selectionEnd))
    setTyped(found?.[1])
    setAt(0)
  }
  const pick = (mention: Mention): void => {
    const element = field.current
    if (!element || typed === undefined) return
    const caret = element.selectionEnd
    const start = caret - typed.length
    const text = `${value.text.slice(0, start)}${mention.name} ${value.text.slice(caret)}`
    onChange({ text, mentions: [...value.mentions.filter((one) => one.id !== mention.id), mention] })
    setTyped(undefined)
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(start + mention.name.length + 1, start + mention.name.length + 1)
    })
  }
  const keys = (event: KeyboardEvent): void => {
    if (!open) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = offered[at]
    if (step !== undefined) setAt((at + step + offered.length) % offered.length)
    else if (event.key === 'Escape') setTyped(undefined)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) pick(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const name = (): void => {
    const element = field.current
    if (!element) return
    const caret = element.selectionEnd
    const gap = caret === 0 || /\s$/u.test(value.text.slice(0, caret)) ? '' : ' '
    onChange({ ...value, text: `${value.text.slice(0, caret)}${gap}@${value.text.slice(caret)}` })
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(caret + gap.length + 1, caret + gap.length + 1)
      look()
    })
  }
  return (
    <div className="field remark-words">
      <div className="remark-words-head">
        <label htmlFor={id}>{label}</label>
        {naming && (
          <button type="button" className="btn quiet sm" data-act="remark.name" onClick={name}>
            <AtSign className="i" aria-hidden="true" />
            {t('mention.name')}
          </button>
        )}
      </div>
      <textarea
        ref={field}
        id={id}
        className={`input ${error ? 'wrong' : ''}`}
        rows={rows}
        maxLength={limit}
        value={value.text}
        autoFocus={autoFocus}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : naming ? `${id}-hint` : undefined}
        {...(naming ? { 'aria-autocomplete': 'list' as const } : {})}
        aria-controls={open ? `${id}-names` : undefined}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        onChange={(event) => {
          onChange({ ...value, text: event.target.value })
          look()
        }}
        onKeyDown={keys}
        onKeyUp={(event) => (event.key.startsWith('Arrow') && !open ? look() : undefined)}
      />
      {open && (
        <ul className="remark-names" id={`${id}-names`} role="listbox" aria-label={t('mention.label')}>
          {offered.map((mention, place) => (
            <li
              key={`${mention.kind} ${mention.id}`}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === at}
              // The field keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(mention)}
            >
              {mention.name}
              {mention.kind === 'group' && <small>{t('mention.group')}</small>}
            </li>
          ))}
        </ul>
      )}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : (
        naming && (
          <p className="sr" id={`${id}-hint`}>
            {t('mention.hint')}
          </p>
        )
      )}
    </div>
  )
}

/** Who may be named by what was typed so far; nobody while nothing is being named, and where no line is. */
function useMentionable(typed: string | undefined): readonly Mention[] {
  const { t } = useTranslation('remark')
  const { code } = useLiveRoom().join.room
  const [known, setKnown] = useState<readonly Mention[]>([])
  useEffect(() => {
    if (typed === undefined) return setKnown([])
    const asking = new AbortController()
    const timer = setTimeout(() => {
      readMentionable(code, typed, { signal: asking.signal }).then(
        ({ people }) => {
          setKnown(people)
          announce(t('mention.found', { count: people.length }))
        },
        () => undefined, // names are a help: the words can be written without
      )
    }, restsAfter)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [code, typed, t])
  return known
}
