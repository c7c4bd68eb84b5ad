// The dock's « Vote par points »: five points for each seat, on the drafts of the room unless somebody chooses otherwise.
import { CircleDot } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DockTool } from '#client/features/decision/DockTool.tsx'
import { QuestionDialog } from '#client/features/decision/QuestionDialog.tsx'
import { readRoomDrafts } from '#client/features/decision/roomItems.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { pointsLimit } from '#shared/decision/ballot.ts'
import { itemLimit } from '#shared/decision/decisionItem.ts'

export function VoteDockButton() {
  const { t } = useTranslation('decision')
  return (
    <DockTool
      label={t('dock.dots')}
      icon={CircleDot}
      kinds={['dots']}
      form={(onClose) => <VoteForm onClose={onClose} />}
    />
  )
}

function VoteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decision')
  const room = useLiveRoom()
  const drafts = useMemo(
    () =>
      readRoomDrafts(room)
        .map(({ wish }) => wish)
        .slice(0, itemLimit),
    [room],
  )
  const [points, setPoints] = useState(5)
  const [most, setMost] = useState(3)
  const [minus, setMinus] = useState(false)
  const maxPerItem = Math.min(most, points)
  return (
    <QuestionDialog
      title={t('form.title.dots')}
      ballot={{ kind: 'dots', points, maxPerItem, minus }}
      firstItems={drafts}
      firstQuestion={t('form.first.dots')}
      onClose={onClose}
    >
      <div className="decision-settings">
        <Count label={t('form.points')} value={points} most={pointsLimit} onChange={setPoints} />
        <Count label={t('form.maxPerItem')} value={maxPerItem} most={points} onChange={setMost} />
      </div>
      <label className="decision-pick">
        <input type="checkbox" checked={minus} onChange={(event) => setMinus(event.target.checked)} />
        <span>{t('form.minus')}</span>
      </label>
    </QuestionDialog>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

const Count = ({ label, value, most, onChange }: CountProps) => (
  <label className="field">
    <span className="lab">{label}</span>
    <select className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {Array.from({ length: most }, (_, place) => place + 1).map((count) => (
        <option key={count} value={count}>
          {count}
        </option>
      ))}
    </select>
  </label>
)
