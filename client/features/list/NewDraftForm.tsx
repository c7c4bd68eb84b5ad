// A new recommendation: only a title is needed to begin.
import { type FormEvent, useId, useState } from 'react'
import { useList } from '#client/features/list/listContext.ts'
import { titleLimit } from '#shared/draft/vocabulary.ts'

export interface NewDraftFormProps {
  readonly onMade: (spaceId: string, draftId: string) => void
  readonly onClose: () => void
}

export function NewDraftForm({ onMade, onClose }: NewDraftFormProps) {
  const { t, newDraft, spaces } = useList()
  const id = useId()
  const open = spaces.filter(({ blocked }) => blocked === undefined)
  const [spaceId, setSpaceId] = useState(open[0]?.spaceId ?? '')
  const [title, setTitle] = useState('')
  const missing = title.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (missing) return
    onMade(spaceId, newDraft(spaceId, title.trim()))
  }
  return (
    <form className="list-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="field">
        <label htmlFor={id}>{t('draft.titleLabel')}</label>
        <input
          id={id}
          className="input"
          value={title}
          maxLength={titleLimit}
          autoFocus
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTitle(event.target.value)}
        />
        <p className="sm soft" id={`${id}-hint`}>
          {t('draft.titleHint')}
        </p>
      </div>
      {open.length > 1 && (
        <div className="field">
          <label htmlFor={`${id}-space`}>{t('draft.spaceLabel')}</label>
          <select
            id={`${id}-space`}
            className="input"
            value={spaceId}
            onChange={(event) => setSpaceId(event.target.value)}
          >
            {open.map((space) => (
              <option key={space.spaceId} value={space.spaceId}>
                {space.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('act.cancel')}
        </button>
        <button type="submit" className="btn primary" aria-disabled={missing ? 'true' : undefined}>
          {t('act.begin')}
        </button>
      </div>
    </form>
  )
}
