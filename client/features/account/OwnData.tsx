// Taking what is held on one, and taking oneself out of it.
import { Download, UserRoundX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eraseAccount, ownDataAddress } from '#client/features/account/accountApi.ts'
import { type AccountProblem, accountProblem } from '#client/features/account/accountProblem.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export interface OwnDataProps {
  readonly name: string
  /** Nobody's own account: it can be read, not erased. */
  readonly demo: boolean
  readonly onErased: () => void
}

export function OwnData({ name, demo, onErased }: OwnDataProps) {
  const { t } = useTranslation('account')
  const [asking, setAsking] = useState(false)
  return (
    <section className="card pad account-part" aria-labelledby="own-data">
      <h2 id="own-data">{t('me.data')}</h2>
      <p className="soft">{t('me.dataText')}</p>
      <div className="account-acts">
        <a className="btn" href={ownDataAddress} download>
          <Download className="i" aria-hidden="true" />
          {t('me.take')}
        </a>
        {!demo && (
          <button type="button" className="btn danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            <UserRoundX className="i" aria-hidden="true" />
            {t('me.erase')}
          </button>
        )}
      </div>
      {asking && <EraseDialog name={name} onErased={onErased} onClose={() => setAsking(false)} />}
    </section>
  )
}

function EraseDialog({
  name,
  onErased,
  onClose,
}: {
  name: string
  onErased: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<AccountProblem | null>(null)
  const erase = (event: FormEvent): void => {
    event.preventDefault()
    eraseAccount(typed).then(onErased, (error: unknown) => setProblem(accountProblem(error)))
  }
  return (
    <ModalDialog title={t('me.erase')} onClose={onClose}>
      <form className="account-form" onSubmit={erase} noValidate>
        <p>{t('me.eraseGone')}</p>
        <p>{t('me.eraseStays')}</p>
        <Field
          label={t('me.eraseName', { name })}
          autoComplete="off"
          value={typed}
          error={problem ? t(`problem.${problem}`) : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="btn danger">
          {t('me.eraseSure')}
        </button>
      </form>
    </ModalDialog>
  )
}
