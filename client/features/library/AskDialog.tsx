// A question to the team, in the name of a group, with the day by which the group needs the answer.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { OneOf } from '#client/ui/OneOf.tsx'
import { Words } from '#client/ui/Words.tsx'
import { randomId } from '#shared/contract/ids.ts'
import { longest } from '#shared/library/libraryEntries.ts'

export interface AskDialogProps {
  /** In whose name it may be asked; the first one is chosen. */
  readonly groups: readonly { readonly id: string; readonly place: string; readonly code: string }[]
  readonly themes?: readonly { readonly id: string; readonly title: string }[]
  readonly themeId: string | null
  readonly card?: { readonly id: string; readonly title: string } | undefined
  readonly draft?: { readonly id: string; readonly title: string } | undefined
  readonly today: string
  readonly onClose: () => void
}

/** Days until an answer is asked for, unless somebody says otherwise. */
const usually = 14

function inDays(today: string, days: number): string {
  const at = new Date(`${today}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export function AskDialog({ groups, themes, themeId, card, draft, today, onClose }: AskDialogProps) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const [id] = useState(randomId)
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  const [theme, setTheme] = useState(themeId ?? '')
  const [text, setText] = useState('')
  const [due, setDue] = useState(inDays(today, usually))
  const send = async (): Promise<void> => {
    const question = { text, due, themeId: theme === '' ? null : theme, cardId: card?.id ?? null }
    if (await acting.run(() => ask(groupId, { id, question, draftId: draft?.id ?? null }), t('asked')))
      onClose()
  }
  return (
    <ModalDialog title={t('askTitle')} onClose={onClose}>
      <ActForm
        acting={acting}
        submit={t('send')}
        ready={text.trim() !== '' && due >= today && groupId !== ''}
        onSubmit={() => void send()}
      >
        {(draft ?? card) && <p className="soft">{(draft ?? card)?.title}</p>}
        {groups.length > 1 && (
          <OneOf
            label={t('inTheNameOf')}
            value={groupId}
            options={groups.map((one) => [one.id, `${one.place} (${one.code})`])}
            onChange={setGroupId}
          />
        )}
        {themes && !card && !draft && (
          <OneOf
            label={t('theme')}
            value={theme}
            options={[['', t('noTheme')], ...themes.map((one) => [one.id, one.title] as const)]}
            onChange={setTheme}
          />
        )}
        <Words label={t('question')} value={text} maxLength={longest.question} onChange={setText} />
        <Field
          label={t('due')}
          type="date"
          min={today}
          value={due}
          onChange={({ target }) => setDue(target.value)}
        />
        <p className="sm soft">{t('askSeen')}</p>
      </ActForm>
    </ModalDialog>
  )
}
