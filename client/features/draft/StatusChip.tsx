// Where a draft stands, in a word: being written, to be read again, ready.
import { useTranslation } from 'react-i18next'
import type { DraftStatus } from '#shared/draft/vocabulary.ts'

const tones: Readonly<Record<DraftStatus, string>> = { writing: 'brand', 'to-review': 'info', ready: 'ok' }

export function StatusChip({ status }: { status: DraftStatus }) {
  const { t } = useTranslation('draft')
  return <span className={`chip ${tones[status]}`}>{t(`status.${status}`)}</span>
}
