// Why a group amends or keeps its text: public and signed.
import { useTranslation } from 'react-i18next'
import { Words } from '#client/ui/Words.tsx'

export function WhyField({ onChange, value }: { value: string; onChange: (why: string) => void }) {
  const { t } = useTranslation('consultation')
  const about = { label: t('decide.why'), hint: t('decide.whyHint') }
  return <Words {...{ ...about, onChange, value }} rows={2} maxLength={600} />
}
