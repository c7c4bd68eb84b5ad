// Which countries a draft concerns, and what holds in one of them only.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { beginPassage, include } from '#client/features/draft/draftActs.ts'
import { smallTextLimit } from '#client/features/draft/NuanceDialog.tsx'
import { SharedField } from '#client/features/draft/SharedField.tsx'

export function CountryPassages(props: DetailPartProps) {
  const { room, draft, read, editable } = props
  const { t } = useTranslation('draft')
  const id = useId()
  const { entities } = room.join.room
  const concerned = entities.filter(({ code }) => read.jurisdictions.includes(code))
  if (!editable) return <PassagesAtRest {...props} />
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h3 id={id}>{t('country.heading')}</h3>
      <div className="draft-checks" role="group" aria-labelledby={id}>
        {entities.map(({ code, name }) => (
          <label key={code} className="draft-check">
            <input
              type="checkbox"
              checked={read.jurisdictions.includes(code)}
              onChange={(event) => include(draft, 'jurisdictions', code, event.target.checked)}
            />
            <span className="draft-country" aria-hidden="true">
              {code}
            </span>
            {name}
          </label>
        ))}
      </div>
      {concerned.map((entity) => (
        <Passage key={entity.code} {...props} entity={entity} />
      ))}
    </section>
  )
}

function Passage({
  live,
  draft,
  draftId,
  entity,
  onDone,
}: DetailPartProps & { entity: { readonly code: string; readonly name: string } }) {
  const { t } = useTranslation('draft')
  const passages = draft.get('countryPassages')
  const text: unknown = passages instanceof Y.Map ? passages.get(entity.code) : undefined
  if (!(text instanceof Y.Text))
    return (
      <button type="button" className="btn sm" onClick={() => beginPassage(draft, entity.code)}>
        {t('country.begin', { country: entity.name })}
      </button>
    )
  return (
    <SharedField
      live={live}
      draft={draft}
      draftId={draftId}
      place={`passage:${entity.code}`}
      text={text}
      label={t('country.passage', { country: entity.name })}
      invite={t('country.invite')}
      limit={smallTextLimit}
      multiline
      onDone={onDone}
    />
  )
}

function PassagesAtRest({ room, read }: DetailPartProps) {
  const { t } = useTranslation('draft')
  if (read.jurisdictions.length === 0) return null
  const name = (code: string): string =>
    room.join.room.entities.find((entity) => entity.code === code)?.name ?? code
  return (
    <section className="draft-part">
      <h3>{t('country.heading')}</h3>
      <p>{read.jurisdictions.map(name).join(', ')}</p>
      {Object.entries(read.countryPassages)
        .filter(([, text]) => text.trim() !== '')
        .map(([code, text]) => (
          <p key={code}>
            <b>{t('country.passage', { country: name(code) })}</b>
            <br />
            {text}
          </p>
        ))}
    </section>
  )
}
