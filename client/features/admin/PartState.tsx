// What stands in place of a list that is not there yet, or did not come.
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'

export interface Asked {
  readonly isPending: boolean
  readonly isError: boolean
  readonly refetch: () => unknown
}

export function PartState({ query }: { query: Asked }) {
  const { t } = useTranslation('admin')
  if (query.isPending) return <p className="soft">{t('loading')}</p>
  if (!query.isError) return null
  return (
    <Banner
      tone="warn"
      action={
        <button type="button" className="btn sm" onClick={() => void query.refetch()}>
          {t('retry')}
        </button>
      }
    >
      {t('failed')}
    </Banner>
  )
}
