// The camera looking for a room's QR code.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { scan } from '#client/features/join/qrScan.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function ScanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('join')
  const navigate = useNavigate()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<'refused' | 'other' | null>(null)

  useEffect(() => {
    const given = new AbortController()
    const told = (text: string): void => {
      const path = roomAddress(text)
      if (!path) return setProblem('other')
      given.abort()
      void navigate(path)
    }
    if (video.current) scan(video.current, told, given.signal).catch(() => setProblem('refused'))
    return () => given.abort()
  }, [navigate])

  return (
    <ModalDialog title={t('scan.title')} onClose={onClose}>
      <p className="soft">{t('scan.text')}</p>
      <video ref={video} className="scan" muted playsInline aria-label={t('scan.videoLabel')} />
      {problem && <Banner tone="caution">{t(`scan.${problem}`)}</Banner>}
    </ModalDialog>
  )
}

/** Only rooms of this very server: a QR code must not lead elsewhere. The link's token goes along. */
function roomAddress(text: string): string | undefined {
  try {
    const url = new URL(text)
    return url.origin === location.origin && url.pathname.startsWith('/r/')
      ? url.pathname + url.search + url.hash
      : undefined
  } catch {
    return undefined
  }
}
