// A nuance said in passing, without leaving the text: its kind and its words. Nothing is made before the words are there.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asOneStep } from '#client/features/draft/draftUndo.ts'
import { announce } from '#client/ui/announcer.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { addNuance, type DraftMap } from '#shared/draft/draftModel.ts'
import { type NuanceType, nuanceTypes } from '#shared/draft/vocabulary.ts'

/** Characters of a nuance, a question or a country's passage. */
export const smallTextLimit = 2_000

export interface NuanceDialogProps {
  readonly draft: DraftMap
  readonly groupId: string | null
  readonly onClose: () => void
}

export function NuanceDialog({ draft, groupId, onClose }: NuanceDialogProps) {
  const { t } = useTranslation('draft')
  const [type, setType] = useState<NuanceType>('nuance')
  const [words, setWords] = useState('')
  const missing = words.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (missing) return
    asOneStep(draft, () => addNuance(draft, { type, text: words.trim(), groupId }))
    announce(t('nuance.added'))
    onClose()
  }
  return (
    <ModalDialog title={t('nuance.title')} onClose={onClose}>
      <form className="draft-form" onSubmit={submit}>
        <NuanceTypeChoice value={type} onChange={setType} />
        <label className="field">
          <span className="lab">{t('nuance.words')}</span>
          <textarea
            className="input"
            rows={4}
            autoFocus
            maxLength={smallTextLimit}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <div className="acts">
          <button type="submit" className="btn primary" aria-disabled={missing ? 'true' : undefined}>
            {t('nuance.add')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

export function NuanceTypeChoice({
  value,
  onChange,
}: {
  value: NuanceType
  onChange: (type: NuanceType) => void
}) {
  const { t } = useTranslation('draft')
  return (
    <label className="field">
      <span className="lab">{t('nuance.type')}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value as NuanceType)}
      >
        {nuanceTypes.map((type) => (
          <option key={type} value={type}>
            {t(`nuanceType.${type}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
