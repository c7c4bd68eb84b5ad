// What others felt, in their words; never where they speak from.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FeelingFace } from '#client/features/consultation/FeelingFace.tsx'
import { HiddenLine, Moderate } from '#client/features/consultation/Moderate.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'

/** Shown before one asks for all. */
const few = 4

export function Comments({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const [all, setAll] = useState(false)
  const shown = all ? page.comments : page.comments.slice(0, few)
  return (
    <section aria-labelledby="co-comments">
      <div className="row between wrap">
        <h2 id="co-comments">{t('others')}</h2>
        {page.comments.length > few && (
          <button type="button" className="btn quiet sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('fewer') : t('allComments', { count: page.comments.length })}
          </button>
        )}
      </div>
      {shown.length === 0 && <p className="soft">{t('noComments')}</p>}
      <ul className="co-comments">
        {shown.map((one) => (
          <li key={one.id} data-comment={one.id}>
            <FeelingFace feeling={one.feeling} />
            <div className="grow">
              {one.text !== '' && (
                <p lang={page.language}>
                  <Unbroken text={one.text} />
                </p>
              )}
              {one.hidden && <HiddenLine hidden={one.hidden} />}
              <span className="row between">
                <b className="xs soft">{t(`feelings.${one.feeling}`)}</b>
                {page.you.keeps && <Moderate target="ressenti" one={one} />}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
