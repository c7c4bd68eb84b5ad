// The board's notes at that instant as a list, frame by frame: what the picture of the board shows to the eye.
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#client/features/replay/CopyButton.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { RoomInstant } from '#shared/replay/roomInstant.ts'
import type { ListItem } from '#shared/whiteboard/listView.ts'

export function ReplayNotes({ instant }: { instant: RoomInstant }) {
  const { t } = useTranslation('replay')
  const sections = instant.board.sections.filter(({ items }) => items.some(hasWords))
  if (sections.length === 0) return <p className="muted">{t('noNotes')}</p>
  return sections.map(({ frame, pageId, items }) => (
    <div key={frame?.id ?? pageId} className="replay-space">
      <h3 lang={frame ? contentLanguage() : undefined}>{frame?.name || t('outsideFrames')}</h3>
      <ul className="replay-notes">
        {items.filter(hasWords).map((item) => (
          <li
            key={item.id}
            className={item.kind === 'note' ? `replay-paper replay-note-${item.colour}` : 'replay-paper'}
          >
            <p lang={contentLanguage()}>{wordsIn(item) || t('emptyNote')}</p>
            {item.kind === 'note' && (item.author !== '' || item.dots > 0) && (
              <p className="xs">
                {[item.author, item.dots > 0 && t('points', { count: item.dots })].filter(Boolean).join(', ')}
              </p>
            )}
            <CopyButton words={wordsIn(item)} label={t('copyNote', { words: wordsIn(item).slice(0, 60) })} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

const hasWords = (item: ListItem): boolean =>
  item.kind === 'note' || (item.kind === 'text' && item.words !== '')
const wordsIn = (item: ListItem): string => (item.kind === 'note' || item.kind === 'text' ? item.words : '')
