// A handed-over text word for word.
import { useTranslation } from 'react-i18next'
import { type HandedText, wordFields } from '#shared/convergence/handedText.ts'

export function WholeText({ text }: { text: HandedText }) {
  const { t } = useTranslation('convergence')
  const alone = wordFields.filter((field) => text[field] !== '').length < 2
  return (
    <div className="cv-whole">
      {text.summary !== '' && <p className="soft">{text.summary}</p>}
      {wordFields.map((field) =>
        text[field] === '' ? null : (
          <div key={field}>
            {!alone && <b className="xs muted">{t(`field.${field}`)}</b>}
            <p className="cv-words">{text[field]}</p>
          </div>
        ),
      )}
      {text.nuances.map(({ text: words, type }) => (
        <p key={words} className="cv-nuance">
          <b>{t(`nuanceType.${type}`)}</b> {words}
        </p>
      ))}
    </div>
  )
}
