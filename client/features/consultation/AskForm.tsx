// Asks something about a public text, or proposes something else; a name is not needed.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendQuestion } from '#client/features/consultation/consultationApi.ts'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Words } from '#client/ui/Words.tsx'
import { questionKinds } from '#shared/consultation/consultationInputs.ts'

type Kind = (typeof questionKinds)[number]

export function AskForm({ textId }: { textId: string }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct({ 429: t('tooManyAsked') })
  const [kind, setKind] = useState<Kind>('question')
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const send = async (): Promise<void> => {
    if (await acting.run(() => sendQuestion(textId, { kind, text, name }), t('asked'))) setText('')
  }
  return (
    <details className="co-asking" data-act="ask">
      <summary>{t('ask')}</summary>
      <ActForm
        act="send-question"
        acting={acting}
        submit={t('send')}
        ready={text.trim().length >= 10}
        onSubmit={() => void send()}
      >
        <Choice<Kind>
          look="segments"
          label={t('kindLabel')}
          value={kind}
          onChange={setKind}
          options={questionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <Words label={t('yourWords')} value={text} maxLength={1500} onChange={setText} />
        <Field
          label={t('yourName')}
          value={name}
          maxLength={60}
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
      </ActForm>
    </details>
  )
}
