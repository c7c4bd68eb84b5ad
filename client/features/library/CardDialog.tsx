// Adding a card, or correcting one: the earlier wording stays, with who changed it and why.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangedMeanwhile } from '#client/features/library/ChangedMeanwhile.tsx'
import { addCard, correctCard } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { OneOf } from '#client/ui/OneOf.tsx'
import { SomeOf } from '#client/ui/SomeOf.tsx'
import { Words } from '#client/ui/Words.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { LibraryAnswer, LibraryCard } from '#shared/library/libraryAnswers.ts'
import { cardKinds, longest } from '#shared/library/libraryEntries.ts'

export interface CardDialogProps {
  readonly page: LibraryAnswer
  /** Absent for a new one. */
  readonly card?: LibraryCard | undefined
  readonly onClose: () => void
}

export function CardDialog({ page, card, onClose }: CardDialogProps) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const [id] = useState(randomId)
  const [words, setWords] = useState({
    ...{ kind: card?.kind ?? 'legal', title: card?.title ?? '', text: card?.text ?? '' },
    ...{ source: card?.source ?? '', date: card?.date ?? page.today },
    ...{ jurisdictions: [...(card?.jurisdictions ?? [])], themeIds: [...(card?.themeIds ?? [])] },
  })
  const [why, setWhy] = useState('')
  const [seen, setSeen] = useState(card?.version ?? 0)
  const now = page.cards.find((one) => one.id === card?.id)
  const change = (more: Partial<typeof words>): void => setWords({ ...words, ...more })
  const ready =
    words.title.trim() !== '' &&
    words.text.trim() !== '' &&
    words.source.trim() !== '' &&
    words.date !== '' &&
    (!card || why.trim() !== '')
  const send = async (): Promise<void> => {
    const kept = card
      ? await acting.run(() => correctCard(card.id, { seen, card: { ...words, why } }), t('cardCorrected'))
      : await acting.run(() => addCard({ id, card: words }), t('cardAdded'))
    if (kept) onClose()
  }
  return (
    <ModalDialog title={t(card ? 'correctTitle' : 'addTitle')} onClose={onClose} width="wide">
      <ActForm
        acting={acting}
        submit={t(card ? 'correct' : 'add')}
        ready={ready}
        onSubmit={() => void send()}
      >
        <ChangedMeanwhile
          seen={seen}
          newest={card && now && { version: now.version, text: now.text, byName: now.changed?.byName ?? '' }}
          onRead={setSeen}
        />
        <Field
          label={t('cardTitle')}
          value={words.title}
          maxLength={longest.title}
          onChange={({ target }) => change({ title: target.value })}
        />
        <Words
          label={t('cardText')}
          hint={t('cardTextHint')}
          value={words.text}
          maxLength={longest.card}
          rows={6}
          onChange={(text) => change({ text })}
        />
        <Field
          label={t('cardSource')}
          hint={t('cardSourceHint')}
          value={words.source}
          maxLength={longest.source}
          onChange={({ target }) => change({ source: target.value })}
        />
        <Field
          label={t('cardDate')}
          type="date"
          value={words.date}
          onChange={({ target }) => change({ date: target.value })}
        />
        <OneOf
          label={t('sortLabel')}
          value={words.kind}
          options={cardKinds.map((kind) => [kind, t(`kind.${kind}`)])}
          onChange={(value) => change({ kind: cardKinds.find((kind) => kind === value) ?? 'legal' })}
        />
        <SomeOf
          label={t('country')}
          chosen={words.jurisdictions}
          options={page.jurisdictions.map(({ code, name }) => [code, name])}
          onChange={(jurisdictions) => change({ jurisdictions })}
        />
        <SomeOf
          label={t('theme')}
          chosen={words.themeIds}
          options={page.themes.map(({ id: theme, title }) => [theme, title])}
          onChange={(themeIds) => change({ themeIds })}
        />
        {card && <Words label={t('why')} value={why} maxLength={longest.why} rows={2} onChange={setWhy} />}
      </ActForm>
    </ModalDialog>
  )
}
