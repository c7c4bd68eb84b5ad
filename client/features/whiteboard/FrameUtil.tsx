// tldraw's frame, with the points that people gave to what is in it.
import { useTranslation } from 'react-i18next'
import { FrameShapeUtil, type TLFrameShape } from 'tldraw'

export class FrameUtil extends FrameShapeUtil {
  override component(shape: TLFrameShape) {
    return (
      <>
        {super.component(shape)}
        <FrameDots dots={shape.meta['dots']} />
      </>
    )
  }
}

function FrameDots({ dots }: { dots: unknown }) {
  const { t } = useTranslation('whiteboard')
  if (typeof dots !== 'number' || dots <= 0) return null
  return <span className="wb-frame-dots">{t('note.points', { count: dots })}</span>
}
