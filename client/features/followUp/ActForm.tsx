// The frame of every form of the follow-up: its fields, what went wrong, and one button.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Acting } from '#client/features/followUp/useFollowUp.ts'
import { Banner } from '#client/ui/Banner.tsx'

export interface ActFormProps {
  readonly acting: Acting
  readonly submit: string
  /** False while something that is needed is missing. */
  readonly ready: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

export function ActForm({ acting, submit, ready, onSubmit, children }: ActFormProps) {
  const { t } = useTranslation('followUp')
  const may = ready && !acting.busy
  return (
    <form
      className="fu-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (may) onSubmit()
      }}
    >
      {children}
      {acting.problem && (
        <Banner tone="danger" alert>
          {acting.problem}
        </Banner>
      )}
      <div className="acts">
        <button type="submit" className="btn primary" aria-disabled={!may}>
          {acting.busy ? t('sending') : submit}
        </button>
      </div>
    </form>
  )
}
