// A note to those who were absent, ready to be sent by the facilitator's own means; a person's link is put in on request.
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyableText } from '#client/features/group/CopyableText.tsx'
import { makeLink, readAbsentNote } from '#client/features/group/groupApi.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { type Language, languages } from '#client/ui/languages.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { AbsentNote } from '#shared/group/groupPage.ts'

export interface AbsentDialogProps {
  readonly group: string
  readonly sessionId: string
  readonly onClose: () => void
}

export function AbsentDialog({ group, sessionId, onClose }: AbsentDialogProps) {
  const { t, i18n } = useTranslation('group')
  const [lang, setLang] = useState<Language>(
    languages.find(({ code }) => code === i18n.language)?.code ?? 'fr',
  )
  const note = useQuery({
    queryKey: ['absent-note', group, sessionId, lang],
    queryFn: ({ signal }) => readAbsentNote(group, { sessionId, lang }, signal),
  })
  return (
    <ModalDialog title={t('absent')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('absentText')}</p>
        <Choice<Language>
          look="segments"
          label={t('absentLanguage')}
          value={lang}
          onChange={setLang}
          options={languages.map(({ code, name }) => ({
            value: code,
            label: <span lang={code}>{name}</span>,
          }))}
        />
        {note.isPending && <Skeleton lines={[90, 70, 80, 40]} label={t('loading')} />}
        {note.isError && <Banner tone="caution">{t('absentFailed')}</Banner>}
        {note.data && <NoteWithLink group={group} note={note.data} />}
      </div>
    </ModalDialog>
  )
}

function NoteWithLink({ group, note }: { group: string; note: AbsentNote }) {
  const { t } = useTranslation('group')
  const id = useId()
  const [whom, setWhom] = useState('')
  /** Addresses made in this dialog, by member: shown once, so that they are made once. */
  const [made, setMade] = useState<Readonly<Record<string, string>>>({})
  const person = note.missing.find((one) => one.id === whom)
  const link = made[whom]
  const make = async (): Promise<void> => {
    if (!person) return
    try {
      const { url = '' } = await makeLink(group, { name: person.name, memberId: person.id })
      setMade((before) => ({ ...before, [person.id]: new URL(url, location.origin).href }))
    } catch (error) {
      const problem = error instanceof UnreachableServer ? 'offline' : 'failed'
      showToast({ text: t(`linkProblem.${problem}`), tone: 'problem' })
    }
  }
  return (
    <>
      {note.missing.length > 0 && (
        <div className="gp-make">
          <div className="field grow">
            <label htmlFor={id}>{t('absentWho')}</label>
            <select id={id} className="input" value={whom} onChange={({ target }) => setWhom(target.value)}>
              <option value="">{t('absentAll')}</option>
              {note.missing.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          {person && link === undefined && (
            <button type="button" className="btn" onClick={() => void make()}>
              {t('absentFor')}
            </button>
          )}
        </div>
      )}
      <CopyableText
        long
        label={t('absentNote')}
        text={link === undefined ? note.text : note.text.replaceAll(note.linkPlaceholder, link)}
      />
    </>
  )
}
