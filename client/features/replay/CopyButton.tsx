// Copies words of an instant; where the page has no clipboard, shows them selected, ready for the person's own keys.
import { Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'
import { copyText } from '#client/ui/copyText.ts'

export function CopyButton({ words, label }: { words: string; label: string }) {
  const { t } = useTranslation('replay')
  const [selected, setSelected] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!selected) return
    field.current?.focus()
    field.current?.select()
  }, [selected])
  const copy = async (): Promise<void> => {
    const how = await copyText(words, field.current)
    announce(t(how))
    setSelected(how === 'selected')
  }
  return (
    <>
      <button type="button" className="btn quiet sm" aria-label={label} onClick={() => void copy()}>
        <Copy className="i" aria-hidden="true" />
        {t('copy')}
      </button>
      {selected && (
        <div className="replay-copy">
          <p>{t('selected')}</p>
          <textarea ref={field} className="input" readOnly rows={4} aria-label={label} value={words} />
        </div>
      )}
    </>
  )
}
