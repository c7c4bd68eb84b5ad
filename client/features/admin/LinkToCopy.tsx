// A link to hand over: shown whole, chosen by a touch, copied by a button.
import { Copy } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/ui/copyText.ts'
import { showToast } from '#client/ui/toasts.tsx'

export function LinkToCopy({ label, url }: { label: string; url: string }) {
  const { t } = useTranslation('admin')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="field admin-link">
      <label htmlFor={id}>{label}</label>
      <div className="admin-copy">
        <input
          id={id}
          ref={field}
          className="input"
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className="btn"
          onClick={() => {
            void copyText(url, field.current).then(
              (done) => done === 'copied' && showToast({ text: t('copied') }),
            )
          }}
        >
          <Copy className="i" aria-hidden="true" />
          {t('copy')}
        </button>
      </div>
    </div>
  )
}
