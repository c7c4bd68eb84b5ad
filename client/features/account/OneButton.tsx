// The button that opens a link or ties a sign-on: nothing happens before somebody presses it.
import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccountProblem, accountProblem } from '#client/features/account/accountProblem.ts'
import type { MeAnswer } from '#shared/home/home.ts'

export interface OneButtonProps {
  readonly text: string
  readonly label: string
  readonly run: () => Promise<MeAnswer>
  readonly onSignedIn: () => void
  /** It will not work by pressing again. */
  readonly onProblem: (problem: AccountProblem) => void
}

export function OneButton({ text, label, run, onSignedIn, onProblem }: OneButtonProps) {
  const { t } = useTranslation('account')
  const [busy, setBusy] = useState(false)
  const [away, setAway] = useState(false)
  const press = (): void => {
    if (busy) return
    setBusy(true)
    setAway(false)
    run().then(onSignedIn, (error: unknown) => {
      setBusy(false)
      const problem = accountProblem(error)
      if (problem === 'offline') setAway(true)
      else onProblem(problem)
    })
  }
  return (
    <div className="account-form">
      <p className="soft">{text}</p>
      <button
        type="button"
        className="btn primary lg"
        data-act="enter"
        aria-disabled={busy ? 'true' : undefined}
        onClick={press}
      >
        <LogIn className="i" aria-hidden="true" />
        {label}
      </button>
      {away && (
        <p className="field-error" role="alert">
          {t('problem.offline')}
        </p>
      )}
    </div>
  )
}
