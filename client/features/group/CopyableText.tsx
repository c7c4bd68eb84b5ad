// A text to pass on: selected by a touch, copied where there is a clipboard, shared where the device can.
import { Copy, Share2 } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { showToast } from '#client/ui/toasts.tsx'

export interface CopyableTextProps {
  readonly label: string
  readonly text: string
  /** Several lines. */
  readonly long?: boolean
}

export function CopyableText({ label, text, long = false }: CopyableTextProps) {
  const { t } = useTranslation('group')
  const id = useId()
  const line = useRef<HTMLInputElement>(null)
  const lines = useRef<HTMLTextAreaElement>(null)
  const copy = async (): Promise<void> => {
    const how = await copyText(text, line.current ?? lines.current)
    if (how === 'copied') showToast({ text: t('copied') })
    else announce(t('selected'))
  }
  // Missing on plain-http pages and on most desktops.
  const mayShare = typeof navigator.share === 'function'
  const share = (): void => {
    const given = long ? { text } : { url: text }
    // Whoever changes their mind in the device's own dialog has done nothing wrong.
    navigator.share(given).catch(() => undefined)
  }
  return (
    <div className={`gp-copy ${long ? 'long' : ''}`}>
      <div className="field grow">
        <label htmlFor={id}>{label}</label>
        {long ? (
          <textarea
            ref={lines}
            id={id}
            className="input"
            readOnly
            rows={Math.min(16, text.split('\n').length + 3)}
            value={text}
          />
        ) : (
          <input
            ref={line}
            id={id}
            className="input"
            readOnly
            value={text}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </div>
      <div className="row wrap">
        <button type="button" className="btn" onClick={() => void copy()}>
          <Copy className="i" aria-hidden="true" />
          {t('copy')}
        </button>
        {mayShare && (
          <button type="button" className="btn" onClick={share}>
            <Share2 className="i" aria-hidden="true" />
            {t('share')}
          </button>
        )}
      </div>
    </div>
  )
}
