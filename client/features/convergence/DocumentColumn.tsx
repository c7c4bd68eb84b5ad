// The right side: the one document, its families and its items in order; everything dragged here can be done by its buttons too.
import { FolderPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { FamilyPart } from '#client/features/convergence/FamilyPart.tsx'
import { Field } from '#client/ui/Field.tsx'
import { convergenceLimits } from '#shared/convergence/convergenceActs.ts'

export function DocumentColumn() {
  const { t } = useTranslation('convergence')
  const { state } = useDesk()
  return (
    <section className="card cv-document" aria-labelledby="cv-document" data-region="document">
      <h2 id="cv-document">{t('document')}</h2>
      {state.families.length === 0 && <p className="soft sm">{t('noFamily')}</p>}
      {state.families.map((family, at) => (
        <FamilyPart key={family.id} family={family} at={at} />
      ))}
      <AddFamily />
    </section>
  )
}

function AddFamily() {
  const { t } = useTranslation('convergence')
  const { act, page, state } = useDesk()
  const [title, setTitle] = useState('')
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (title.trim() === '') return
    if ((await act({ act: 'add-families', titles: [title.trim()] })) === null) setTitle('')
  }
  const missing = page.themes
    .filter(({ id }) => page.desk?.texts.some(({ themeId }) => themeId === id))
    .map((theme) => theme.title)
    .filter((theme) => !state.families.some((family) => family.title === theme))
  return (
    <form className="cv-add" onSubmit={(event) => void add(event)}>
      <Field
        label={t('newFamily')}
        value={title}
        maxLength={convergenceLimits.family}
        onChange={({ target }) => setTitle(target.value)}
      />
      <div className="row wrap">
        <button type="submit" className="btn sm" data-act="add-family">
          <FolderPlus className="i" aria-hidden="true" />
          {t('addFamily')}
        </button>
        {missing.length > 1 && (
          <button
            type="button"
            className="btn sm quiet"
            data-act="families-of-themes"
            onClick={() => void act({ act: 'add-families', titles: missing })}
          >
            {t('familiesOfThemes')}
          </button>
        )}
      </div>
    </form>
  )
}
