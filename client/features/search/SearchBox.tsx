// The search field of the menu: a word and Enter lead to the page of results, arrows choose among the first of them.
import { Search } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SuggestionsProps } from '#client/features/search/Suggestions.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'

export interface SearchBoxProps {
  /** Their code and words come when the field is first used. */
  readonly suggestions: () => Promise<React.ComponentType<SuggestionsProps>>
}

export function SearchBox({ suggestions }: SearchBoxProps) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const id = useId()
  const [Suggestions] = useState(() => lazyView(suggestions))
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [options, setOptions] = useState<readonly string[]>([])
  const [at, setAt] = useState(-1)
  const close = (): void => {
    setOpen(false)
    setAt(-1)
  }
  const go = (page: string): void => {
    close()
    setText('')
    void navigate(page)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const chosen = options[at]
    if (open && chosen !== undefined) go(chosen)
    else if (text.trim() !== '') go(`/search?q=${encodeURIComponent(text.trim())}`)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // By itself a browser empties the field: first the results close, and what was typed stays.
      event.preventDefault()
      if (!open) setText('')
      return close()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || text.trim() === '') return
    event.preventDefault()
    setOpen(true)
    // From the field to the first, from the last back to the field.
    if (options.length > 0) setAt(((at + 1 + step + options.length + 1) % (options.length + 1)) - 1)
  }
  const shown = open && text.trim() !== ''
  return (
    <form
      className="side-search"
      role="search"
      aria-label={t('search')}
      onSubmit={submit}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <Search className="i" aria-hidden="true" />
      <input
        className="input"
        type="search"
        role="combobox"
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        enterKeyHint="search"
        aria-autocomplete="list"
        aria-expanded={shown && options.length > 0}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onFocus={Suggestions.prepare}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
      />
      {shown && (
        <Suspense>
          <Suggestions {...{ id, text, at, onOptions: setOptions, onChoose: go }} />
        </Suspense>
      )}
    </form>
  )
}
