// Joining a proposal to another that asks the same, or setting it aside: both with a reason that stays to be read.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { join, setAside } from '#client/features/themes/themesApi.ts'
import { useThemeAct } from '#client/features/themes/useThemes.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Proposal } from '#shared/themes/proposal.ts'

export interface JoinDialogProps {
  readonly kind: 'join' | 'aside'
  readonly proposal: Proposal
  readonly others: readonly Proposal[]
  readonly onClose: () => void
}

export function JoinDialog({ kind, onClose, others, proposal }: JoinDialogProps) {
  const { t } = useTranslation('themes')
  const act = useThemeAct()
  const [into, setInto] = useState('')
  const [why, setWhy] = useState('')
  const ready = why.trim() !== '' && (kind === 'aside' || into !== '') && !act.busy
  const send = async (): Promise<void> => {
    const work = () => (kind === 'join' ? join(proposal.id, into, why) : setAside(proposal.id, why))
    if (await act.run(work)) onClose()
  }
  return (
    <ModalDialog
      title={t(kind === 'join' ? 'joinTitle' : 'asideTitle', { name: proposal.title })}
      onClose={onClose}
    >
      <form
        className="th-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        {kind === 'join' && (
          <label className="field">
            <span className="lab">{t('joinInto')}</span>
            <select className="input" value={into} onChange={({ target }) => setInto(target.value)}>
              <option value="" />
              {others
                .filter(({ id }) => id !== proposal.id)
                .map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
            </select>
          </label>
        )}
        <Field
          label={t('because')}
          maxLength={400}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        {act.problem && (
          <Banner tone="danger" alert>
            {act.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" aria-disabled={!ready}>
            {t(kind === 'join' ? 'join' : 'setAside')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
