// The form of an item's words. What was typed stays when somebody else was faster: their words are read first, then it is saved over them.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { useKeptWords } from '#client/features/convergence/keptWords.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Field } from '#client/ui/Field.tsx'
import { convergenceLimits } from '#shared/convergence/convergenceActs.ts'
import type { Item } from '#shared/convergence/convergenceState.ts'
import type { Words } from '#shared/convergence/handedText.ts'
import { draftKinds, titleLimit } from '#shared/draft/vocabulary.ts'

export function ItemWords({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { act, desk, page } = useDesk()
  // Its words are written elsewhere, by several people: here is only whom it concerns and what kind it is.
  const elsewhere = desk.together[item.id] !== undefined
  const [opened, setOpened] = useState(false)
  // The words that the form was begun over.
  const [seen, setSeen] = useState(item.revision)
  const title = useKeptWords(`${item.id}:title`, item.title, item.revision)
  const constat = useKeptWords(`${item.id}:constat`, item.constat, item.revision)
  const proposition = useKeptWords(`${item.id}:proposition`, item.proposition, item.revision)
  const moyens = useKeptWords(`${item.id}:moyens`, item.moyens, item.revision)
  const [jurisdictions, setJurisdictions] = useState(item.jurisdictions)
  const [kind, setKind] = useState(item.kind)
  const kindField = useId()
  const fields = [title, constat, proposition, moyens]
  const close = (): void => {
    for (const one of fields) one.forget()
    setJurisdictions(item.jurisdictions)
    setKind(item.kind)
    setOpened(false)
  }
  const open = (): void => {
    setSeen(Math.min(...fields.map(({ over }) => over)))
    setJurisdictions(item.jurisdictions)
    setKind(item.kind)
    setOpened(true)
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const typed = { title: title.value.trim(), constat: constat.value, moyens: moyens.value }
    const words = elsewhere ? wordsOf(item) : { ...typed, proposition: proposition.value }
    if (words.title === '') return
    const about = { jurisdictions: [...jurisdictions], kind }
    const refused = await act({ act: 'word', itemId: item.id, seen, ...words, ...about })
    if (refused === null) close()
  }
  if (!opened) {
    return (
      <button type="button" className="btn sm" data-act="word" onClick={open}>
        {t(elsewhere ? 'about' : fields.some(({ changed }) => changed) ? 'wordsKept' : 'word')}
      </button>
    )
  }
  return (
    <form className="stack cv-form" noValidate onSubmit={(event) => void save(event)}>
      {item.revision !== seen && (
        <Banner
          tone="caution"
          alert
          action={
            <button type="button" className="btn sm" data-act="seen" onClick={() => setSeen(item.revision)}>
              {t('staleRead')}
            </button>
          }
        >
          <Bold text={t('staleWords')} />
        </Banner>
      )}
      {!elsewhere && (
        <>
          <Field
            label={t('itemTitle')}
            value={title.value}
            maxLength={titleLimit}
            onChange={({ target }) => title.type(target.value)}
          />
          <Area label={t('field.constat')} value={constat.value} onType={constat.type} />
          <Area label={t('field.proposition')} value={proposition.value} onType={proposition.type} />
          <Area label={t('field.moyens')} value={moyens.value} onType={moyens.type} />
        </>
      )}
      <fieldset className="cv-set">
        <legend className="lab">{t('concerns')}</legend>
        <div className="row wrap">
          {page.entities.map(({ code, name }) => (
            <label key={code} className="row cv-check">
              <input
                type="checkbox"
                checked={jurisdictions.includes(code)}
                onChange={({ target }) =>
                  setJurisdictions(
                    target.checked ? [...jurisdictions, code] : jurisdictions.filter((one) => one !== code),
                  )
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={kindField}>{t('kind')}</label>
        <select
          id={kindField}
          className="input"
          value={kind}
          onChange={({ target }) => setKind(draftKinds.find((one) => one === target.value) ?? kind)}
        >
          {draftKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="row wrap">
        <button type="submit" className="btn primary" data-act="save-words">
          {t('save')}
        </button>
        <button type="button" className="btn" onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

const wordsOf = ({ constat, moyens, proposition, title }: Item): Words => ({
  ...{ title, constat, proposition, moyens },
})

function Area({ label, onType, value }: { label: string; value: string; onType: (text: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        value={value}
        maxLength={convergenceLimits.section}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  )
}
