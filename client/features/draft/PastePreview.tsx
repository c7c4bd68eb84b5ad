// What a pasted list would become: one line per draft, each of which may be left out.
import { useTranslation } from 'react-i18next'
import type { NewDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

export interface PastePreviewProps {
  readonly drafts: readonly NewDraft[]
  /** Places of those that are left out. */
  readonly left: ReadonlySet<number>
  readonly onLeft: (left: ReadonlySet<number>) => void
}

export function PastePreview({ drafts, left, onLeft }: PastePreviewProps) {
  const { t } = useTranslation('draft')
  if (drafts.length === 0) return <p className="muted">{t('paste.nothing')}</p>
  const toggle = (at: number): void =>
    onLeft(new Set(left.has(at) ? [...left].filter((one) => one !== at) : [...left, at]))
  return (
    <fieldset className="draft-preview">
      <legend>{t('paste.found', { count: drafts.length })}</legend>
      {drafts.map((draft, at) => (
        <label key={at} className="draft-check">
          <input type="checkbox" checked={!left.has(at)} onChange={() => toggle(at)} />
          <span>
            {draft.fields?.code && <b>{draft.fields.code} </b>}
            {draft.title || t('card.untitled')}
            <small>
              {sections
                .filter((section) => (draft[section]?.length ?? 0) > 0)
                .map((section) =>
                  t('paste.part', { part: t(`section.${section}`), count: draft[section]?.length ?? 0 }),
                )
                .join(', ') || t('paste.titleOnly')}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
