// On a card of the common lane and in the list: which draft it comes from, in which version, and that the source has moved on.
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSources } from '#client/features/joint/useSources.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import '#client/features/joint/joint.css'

export interface SourceLineProps {
  readonly spaceId: string
  readonly draftId: string
  readonly look: 'board' | 'list'
}

export function SourceLine({ spaceId, draftId, look }: SourceLineProps) {
  const { t } = useTranslation('joint')
  const sources = useSources(spaceId, draftId)
  const { groups } = useLiveRoom().join.room
  if (sources.length === 0) return null
  return (
    <ul className={`joint-source ${look}`}>
      {sources.map(({ key, groupId, title, version, moved }) => {
        const group = groups.find(({ id }) => id === groupId)
        return (
          <li key={key}>
            {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
            <span>
              {t('source.from', { place: group?.place ?? '', title })},{' '}
              {t('source.version', { count: version })}
            </span>
            {moved && (
              <span className="chip warn">
                <CircleAlert className="i" aria-hidden="true" />
                {t('source.moved')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
