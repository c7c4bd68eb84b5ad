// Words that the server would not keep, shown to their author for copying out before the server's text takes over.
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedChange } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function RefusedWords({
  refused,
  onClose,
}: {
  refused: readonly RefusedChange[]
  onClose: () => void
}) {
  const { t } = useTranslation('shell')
  const room = useLiveRoom()
  const names = [...new Set(refused.map((change) => change.documentName))]
  const takeAgain = (): void => {
    for (const name of names) room.dismissRefused?.(name)
    onClose()
  }
  return (
    <ModalDialog title={t('room.refusedWords.title')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('room.refusedWords.text')}</p>
        {refused.map((change, at) => (
          // Refused changes are only ever added at the end.
          <RefusedText key={`${change.documentName}-${at}`} text={change.text} />
        ))}
        <div className="acts">
          <button type="button" className="btn danger" onClick={takeAgain}>
            {t('room.refusedWords.dismiss')}
          </button>
        </div>
      </div>
    </ModalDialog>
  )
}

function RefusedText({ text }: { text: string }) {
  const { t } = useTranslation('shell')
  const field = useRef<HTMLTextAreaElement>(null)
  if (text.trim() === '') return <p>{t('room.refusedWords.none')}</p>
  const copy = async (): Promise<void> => {
    const how = await copyText(text, field.current)
    announce(t(`room.refusedWords.${how}`))
  }
  return (
    <div className="stack">
      <label className="field">
        <span className="lab">{t('room.refusedWords.words')}</span>
        <textarea
          ref={field}
          className="input"
          readOnly
          rows={Math.min(10, 2 + Math.ceil(text.length / 70))}
          value={text}
        />
      </label>
      <button type="button" className="btn sm" onClick={() => void copy()}>
        <Copy className="i" aria-hidden="true" />
        {t('room.refusedWords.copy')}
      </button>
    </div>
  )
}
