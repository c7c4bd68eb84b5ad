// Code, link and QR code of a room; while only this computer can open the link, the command that opens it to the Wi-Fi.
import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorSwitch } from '#client/features/share/DoorSwitch.tsx'
import { LinkTerm } from '#client/features/share/LinkTerm.tsx'
import { qrPath, readDoor } from '#client/live/apiRoom.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'

export function ShareDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation('share')
  const door = useQuery({ queryKey: ['door', code], queryFn: ({ signal }) => readDoor(code, { signal }) })
  const share = door.data?.share
  const leads = useMayLead()
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('intro')}</p>
        <div className="share-code">
          <span className="lab">{t('code')}</span>
          <b className="disp">{code}</b>
        </div>
        {door.isPending && <Skeleton lines={[100, 60]} label={t('link')} />}
        {door.isError && <Banner tone="caution">{t('unreachable')}</Banner>}
        {share?.url && <Copyable label={t('link')} text={share.url} action={t('copy')} />}
        {share && <LinkTerm code={code} share={share} leads={leads} />}
        {door.data && leads && (
          <DoorSwitch code={code} open={door.data.room.doorOpen} codeUntil={door.data.share.codeUntil} />
        )}
        {share?.onlyThisMachine === false && share.url !== null && (
          <figure className="share-qr">
            <img
              src={qrPath(code, { stamp: share.linkUntil })}
              alt={t('qr', { code })}
              width={224}
              height={224}
            />
            <figcaption className="sm soft">{t('qrHint')}</figcaption>
          </figure>
        )}
        {share?.onlyThisMachine && share.command && (
          <div className="stack share-command">
            <p className="sm">{t('loopback')}</p>
            <Copyable label={t('loopback')} hiddenLabel text={share.command} action={t('copyCommand')} />
          </div>
        )}
      </div>
    </ModalDialog>
  )
}

interface CopyableProps {
  readonly label: string
  readonly hiddenLabel?: boolean
  readonly text: string
  readonly action: string
}

function Copyable({ label, hiddenLabel, text, action }: CopyableProps) {
  const { t } = useTranslation('share')
  const field = useRef<HTMLInputElement>(null)
  const copy = async (): Promise<void> => {
    const how = await copyText(text, field.current)
    if (how === 'copied') showToast({ text: t('copied') })
    else announce(t('selected'))
  }
  return (
    <div className="copyable">
      <label className="field grow">
        <span className={hiddenLabel ? 'sr' : 'lab'}>{label}</span>
        <input
          ref={field}
          className="input num"
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" className="btn" onClick={() => void copy()}>
        <Copy className="i" aria-hidden="true" />
        {action}
      </button>
    </div>
  )
}
