// Every word of the glossary in the reader's language, with what it is called in the two others.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGlossary } from '#client/features/library/LibraryGlossary.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { type GlossaryLanguage, type GlossaryTerm, isGlossaryLanguage } from '#shared/library/glossary.ts'
import { plainWord } from '#shared/words/plainWord.ts'

export function GlossaryList() {
  const { t, i18n } = useTranslation('library')
  const { data } = useGlossary()
  const [words, setWords] = useState('')
  const own = isGlossaryLanguage(i18n.language) ? i18n.language : 'fr'
  if (!data) return <Skeleton lines={[60, 90, 80]} label={t('loading')} />
  const shown = data.terms.filter((term) => says(term, words)).sort(byTerm(own))
  return (
    <div className="li-glossary">
      <Field
        label={t('searchTerm')}
        type="search"
        value={words}
        maxLength={60}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className="sm soft" role="status">
        {t('terms', { count: shown.length })}
      </p>
      <dl className="card">
        {shown.map((term) => (
          <div key={term.id} id={term.id}>
            <dt>{term[own].term}</dt>
            <dd>
              {term[own].definition}
              <small>
                {(['fr', 'nl', 'en'] as const)
                  .filter((one) => one !== own)
                  .map((one) => (
                    <span key={one}>
                      {one.toUpperCase()} <span lang={one}>{term[one].term}</span>
                    </span>
                  ))}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const says = (term: GlossaryTerm, words: string): boolean => {
  const asked = plainWord(words.trim())
  return (['fr', 'en', 'nl'] as const).some((one) => plainWord(term[one].term).includes(asked))
}

const byTerm =
  (own: GlossaryLanguage) =>
  (a: GlossaryTerm, b: GlossaryTerm): number =>
    a[own].term.localeCompare(b[own].term, own)
