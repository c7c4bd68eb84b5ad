// Closing a vote: who presides is named, and what it came to is said to everybody.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeBallot } from '#client/features/assembly/assemblyApi.ts'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Ballot } from '#shared/assembly/ballot.ts'

export function CloseVoteDialog({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const [name, setName] = useState('')
  const ready = name.trim() !== '' && !acting.busy
  const send = async (): Promise<void> => {
    if (await acting.run(() => closeBallot(ballot.id, name), t('vote.closedNow'))) onClose()
  }
  return (
    <ModalDialog title={t('closeTitle')} onClose={onClose}>
      <form
        className="as-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        <p>{t('closeText')}</p>
        <Field
          label={t('presides')}
          maxLength={120}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {acting.problem && (
          <Banner tone="danger" alert>
            {acting.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" data-act="send-close" aria-disabled={!ready}>
            {t('closeVote')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
