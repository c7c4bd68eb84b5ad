// Sends a photograph and puts it on the board; what fails stays here and says why.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { addPicture } from '#shared/whiteboard/addPicture.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'

export interface SentPhoto {
  readonly id: string
  readonly url: string
  readonly width: number
  readonly height: number
  readonly mime: string
}

type NotSent = 'kind' | 'size' | 'quota' | 'line'

export type PhotoUpload = (
  file: File,
) => Promise<{ readonly ok: true; readonly photo: SentPhoto } | { readonly ok: false; readonly why: NotSent }>

export interface PhotoSending {
  readonly busy: boolean
  readonly problem: NotSent | 'gone' | null
  /** The record of the picture, once it stands on the board. */
  readonly put: string | null
  readonly send: (file: File, alt: string) => Promise<void>
  readonly afresh: () => void
}

export function usePhotoSending(upload: PhotoUpload): PhotoSending {
  const { t } = useTranslation('paper')
  const room = useLiveRoom()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PhotoSending['problem']>(null)
  const [put, setPut] = useState<string | null>(null)
  const send = async (file: File, alt: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    const answer = await upload(file)
    setBusy(false)
    if (!answer.ok) return setProblem(answer.why)
    const { doc } = room.whiteboard
    if (doc.isDestroyed) return setProblem('gone')
    const picture = { ...answer.photo, name: file.name, bytes: file.size, alt }
    setPut(act(doc, () => addPicture(doc, picture, ownAct)))
    announce(t('done'))
  }
  const afresh = (): void => {
    setProblem(null)
    setPut(null)
  }
  return { busy, problem, put, send, afresh }
}
