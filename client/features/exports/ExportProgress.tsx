// How far an export is, the way back, and what came of it.
import { Check, FileDown, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Exporting } from '#client/features/exports/useExport.ts'

export function ExportProgress({ exporting }: { exporting: Exporting }) {
  const { t, i18n } = useTranslation('exports')
  const { cancel, state } = exporting
  return (
    <div className="exports-end">
      <div role="status" className="exports-state">
        {state.kind === 'running' && <p className="sm">{t(`step.${state.step}`)}</p>}
        {state.kind === 'done' && (
          <p>
            <Check className="i" aria-hidden="true" /> {t('done')}{' '}
            <b className="exports-name">{state.fileName}</b>{' '}
            <span className="soft sm">({size(i18n.language, state.bytes)})</span>
          </p>
        )}
        {state.kind === 'failed' && <p className="exports-failed">{t(`failed.${state.why}`)}</p>}
        {state.kind === 'cancelled' && <p className="sm">{t('cancelled')}</p>}
      </div>
      {state.kind === 'running' && (
        <div
          className="bar exports-bar"
          role="progressbar"
          aria-label={t('progress')}
          aria-valuenow={state.progress}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${state.progress}%` }} />
        </div>
      )}
      <div className="exports-acts">
        {state.kind === 'running' ? (
          <button type="button" className="btn" data-act="cancel-export" onClick={cancel}>
            <X className="i" aria-hidden="true" />
            {t('cancel')}
          </button>
        ) : (
          <button type="submit" className="btn primary" data-act="make-export">
            {t(state.kind === 'none' ? 'make' : 'again')}
          </button>
        )}
        {state.kind === 'done' && (
          <button type="button" className="btn" data-act="save-export" onClick={state.save}>
            <FileDown className="i" aria-hidden="true" />
            {t('save')}
          </button>
        )}
      </div>
    </div>
  )
}

const size = (language: string, bytes: number): string =>
  new Intl.NumberFormat(language, {
    ...{ style: 'unit', unitDisplay: 'short', maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 },
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
  }).format(bytes < 1_000_000 ? Math.max(1, bytes / 1_000) : bytes / 1_000_000)
