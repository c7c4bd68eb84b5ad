// A text whose words from the glossary open on hover, focus and tap, and close with Escape. Plain where no page lends a glossary.
import { createContext, type KeyboardEvent, use, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { type GlossaryTerm, type GlossedPart, isGlossaryLanguage } from '#shared/library/glossary.ts'

export type GlossText = (text: string, language: string) => readonly GlossedPart[]

/** What a page lends to the texts on it. */
export const Glossary = createContext<GlossText | null>(null)

/** `lang`: of the text; the words are looked for in it, and explained in the reader's own language. */
export function GlossedText({ text, lang }: { text: string; lang: string }) {
  const gloss = use(Glossary)
  if (!gloss) return <Unbroken text={text} />
  return gloss(text, lang).map(({ term, text: words }, at) =>
    term ? (
      <GlossedWord key={`${at}-${words}`} term={term} words={words} lang={lang} />
    ) : (
      <Unbroken key={`${at}-${words}`} text={words} />
    ),
  )
}

/** Pixels that stay free at the edges of the window. */
const margin = 8

function GlossedWord({ term, words, lang }: { term: GlossaryTerm; words: string; lang: string }) {
  const { i18n } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [shift, setShift] = useState(0)
  const card = useRef<HTMLSpanElement>(null)
  const own = isGlossaryLanguage(i18n.language) ? i18n.language : 'fr'
  const others = (['fr', 'nl', 'en'] as const).filter((one) => one !== own)
  useEffect(() => {
    if (!open) return
    const box = card.current?.getBoundingClientRect()
    if (box) {
      const over = box.right + margin - document.documentElement.clientWidth
      setShift((was) => was - Math.max(0, over) + Math.max(0, margin - box.left))
    }
    // It may be open under the pointer while the focus is elsewhere.
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [open])
  const close = (): void => {
    setOpen(false)
    setShift(0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    // The dialog around it, if there is one, stays.
    event.stopPropagation()
    close()
  }
  return (
    <span className="gloss" onPointerLeave={close}>
      <button
        type="button"
        className="gloss-word"
        lang={lang}
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setOpen(true)}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      >
        {words}
      </button>
      {open && (
        <span
          className="gloss-card"
          role="tooltip"
          id={id}
          ref={card}
          style={{ translate: `${shift}px` }}
          lang={own}
        >
          <b>{term[own].term}</b> <span>{term[own].definition}</span>{' '}
          <small>
            {others.map((one) => (
              <span key={one}>
                {one.toUpperCase()} <i lang={one}>{term[one].term}</i>{' '}
              </span>
            ))}
          </small>
        </span>
      )}
    </span>
  )
}
