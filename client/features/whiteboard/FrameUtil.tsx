// tldraw's frame, with the points that people gave to what is in it, and the wear of the group whose lane it is.
import { useTranslation } from 'react-i18next'
import { FrameShapeUtil, type TLFrameShape } from 'tldraw'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import { Tape } from '#client/ui/Antenna.tsx'
import { commonLaneId, laneId } from '#shared/joint/layLanes.ts'

export class FrameUtil extends FrameShapeUtil {
  override component(shape: TLFrameShape) {
    return (
      <>
        {super.component(shape)}
        <FrameDots dots={shape.meta['dots']} />
        <LaneTapes shapeId={shape.id} width={shape.props.w} />
      </>
    )
  }
}

function FrameDots({ dots }: { dots: unknown }) {
  const { t } = useTranslation('whiteboard')
  if (typeof dots !== 'number' || dots <= 0) return null
  return <span className="wb-frame-dots">{t('note.points', { count: dots })}</span>
}

/** A joint board's lanes: a group's in its ink and pattern, the common one in everybody's. */
function LaneTapes({ shapeId, width }: { shapeId: string; width: number }) {
  const { groups } = useBoard().room.join.room
  const whose = shapeId === commonLaneId ? groups : groups.filter(({ id }) => laneId(id) === shapeId)
  if (whose.length === 0) return null
  return (
    <div className="wb-lane" style={{ width }} aria-hidden="true">
      {whose.map(({ id, wear }) => (
        <Tape key={id} wear={wear} />
      ))}
    </div>
  )
}
