// The frame of a form that does one thing: its fields, what went wrong, and one button. Nothing is sent while something is missing.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'

export interface ActFormProps {
  readonly acting: { readonly busy: boolean; readonly problem: string | undefined }
  /** The button's words. */
  readonly submit: string
  /** False while something that is needed is missing. */
  readonly ready: boolean
  readonly onSubmit: () => void
  /** The button's `data-act`. */
  readonly act?: string
  /** One of several small forms on a page: its button does not shout. */
  readonly quiet?: boolean
  /** Beside the button: what is still missing. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function ActForm({ act = 'send', acting, children, note, onSubmit, ready, ...rest }: ActFormProps) {
  const { t } = useTranslation('ui')
  const may = ready && !acting.busy
  return (
    <form
      className="act-form"
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
        {note}
        <button
          type="submit"
          className={rest.quiet ? 'btn' : 'btn primary'}
          data-act={act}
          aria-disabled={!may}
        >
          {acting.busy ? t('save.sending') : rest.submit}
        </button>
      </div>
    </form>
  )
}
