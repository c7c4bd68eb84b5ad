// A note or a wall of paper, photographed and put on the board with words for whoever does not see it.
import { Camera, Image } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PutPhoto } from '#client/features/paper/PutPhoto.tsx'
import { smallerPicture } from '#client/features/paper/smallerPicture.ts'
import { type PhotoUpload, usePhotoSending } from '#client/features/paper/usePhotoSending.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import '#client/features/paper/paper.css'

export interface PhotoDialogProps {
  readonly upload: PhotoUpload
  readonly onClose: () => void
  /** Shows the picture on the board. */
  readonly onSee: (recordId: string) => void
  /** Copies out what is written on the picture, beside it. */
  readonly onCopyOut: (recordId: string) => void
}

export function PhotoDialog({ upload, onClose, onSee, onCopyOut }: PhotoDialogProps) {
  const { t } = useTranslation('paper')
  const [photo, setPhoto] = useState<File | null>(null)
  const [alt, setAlt] = useState('')
  const sending = usePhotoSending(upload)
  const pick = (files: FileList | null): void => {
    const file = files?.[0]
    if (!file) return
    sending.afresh()
    void smallerPicture(file).then(setPhoto)
  }
  const again = (): void => {
    sending.afresh()
    setPhoto(null)
    setAlt('')
  }
  if (sending.put !== null) {
    const recordId = sending.put
    return (
      <ModalDialog title={t('done')} onClose={onClose}>
        <PutPhoto onCopyOut={() => onCopyOut(recordId)} onSee={() => onSee(recordId)} onAnother={again} />
      </ModalDialog>
    )
  }
  return (
    <ModalDialog title={t('photo')} onClose={onClose}>
      <form
        className="stack paper"
        onSubmit={(event) => {
          event.preventDefault()
          if (photo) void sending.send(photo, alt)
        }}
      >
        <p className="soft">{t('photoText')}</p>
        {photo && <Preview photo={photo} />}
        <Pick onPick={pick} again={photo !== null} />
        {photo && (
          <Field
            label={t('alt')}
            hint={t('altHint')}
            placeholder={t('altPlaceholder')}
            value={alt}
            maxLength={500}
            onChange={(event) => setAlt(event.target.value)}
          />
        )}
        {sending.problem && (
          <Banner tone="danger" alert>
            {sending.problem === 'gone' ? t('gone') : t(`problem.${sending.problem}`)}
          </Banner>
        )}
        {photo && (
          <button type="submit" className="btn primary lg" aria-disabled={sending.busy ? 'true' : undefined}>
            {t(sending.busy ? 'sending' : 'put')}
          </button>
        )}
      </form>
    </ModalDialog>
  )
}

function Preview({ photo }: { photo: File }) {
  const { t } = useTranslation('paper')
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return url && <img className="paper-preview" src={url} alt={t('previewLabel')} />
}

/** The camera at once, or a picture that exists already. */
function Pick({ onPick, again }: { onPick: (files: FileList | null) => void; again: boolean }) {
  const { t } = useTranslation('paper')
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    onPick(event.target.files)
    // The same picture may be chosen again.
    event.target.value = ''
  }
  const hidden = { type: 'file', accept: 'image/*', hidden: true, tabIndex: -1, onChange } as const
  return (
    <div className="paper-pick">
      <input {...hidden} ref={camera} capture="environment" data-pick="camera" />
      <input {...hidden} ref={album} data-pick="album" />
      <button
        type="button"
        className={`btn lg ${again ? '' : 'primary'}`}
        onClick={() => camera.current?.click()}
      >
        <Camera className="i" aria-hidden="true" />
        {t(again ? 'another' : 'take')}
      </button>
      <button type="button" className="btn lg" onClick={() => album.current?.click()}>
        <Image className="i" aria-hidden="true" />
        {t('choose')}
      </button>
    </div>
  )
}
