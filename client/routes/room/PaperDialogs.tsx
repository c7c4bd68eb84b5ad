// Photographs and copied notes of a paper wall, in this room: the one may lead to the other.
import { useState } from 'react'
import { CopyOutDialog } from '#client/features/paper/CopyOutDialog.tsx'
import { PhotoDialog } from '#client/features/paper/PhotoDialog.tsx'
import type { PhotoUpload } from '#client/features/paper/usePhotoSending.ts'
import { ImageNotSent, uploadImage } from '#client/features/whiteboard/uploadImage.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

export interface PaperDialogsProps {
  readonly first: 'photo' | 'copyOut'
  readonly onBoard: (recordId: string) => void
  readonly onClose: () => void
}

export function PaperDialogs({ first, onBoard, onClose }: PaperDialogsProps) {
  const room = useLiveRoom()
  const [pictureId, setPictureId] = useState<string | null>(null)
  const upload: PhotoUpload = async (file) => {
    try {
      return { ok: true, photo: await uploadImage(room, file) }
    } catch (error) {
      return { ok: false, why: error instanceof ImageNotSent ? error.reason : 'line' }
    }
  }
  if (first === 'copyOut' || pictureId !== null)
    return <CopyOutDialog pictureId={pictureId} onClose={onClose} />
  return (
    <PhotoDialog
      upload={upload}
      onClose={onClose}
      onCopyOut={setPictureId}
      onSee={(recordId) => {
        onClose()
        onBoard(recordId)
      }}
    />
  )
}
