// The way out: a button that opens the choice of what to take away, and of which kind.
import { FileDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportSubject } from '#client/features/exports/exportSubject.ts'
import type { ExportHeaders } from '#client/features/exports/exportsApi.ts'
import { lazyView } from '#client/ui/lazyView.tsx'

const ExportDialog = lazyView(
  async () => (await import('#client/features/exports/ExportDialog.tsx')).ExportDialog,
)

export interface ExportButtonProps {
  /** The first is chosen at first. */
  readonly subjects: readonly ExportSubject[]
  /** What a personal link is sent along in. */
  readonly headers?: ExportHeaders
}

export function ExportButton({ headers, subjects }: ExportButtonProps) {
  const { t } = useTranslation('exports')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="btn"
        data-act="export"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <FileDown className="i" aria-hidden="true" />
        {t('open')}
      </button>
      {open && (
        <Suspense>
          <ExportDialog subjects={subjects} headers={headers ?? none} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const none: ExportHeaders = {}
