// The sticky notes that a draft comes from: as they read today, or as they read then where they are gone.
import { StickyNote } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { noteText } from '#shared/whiteboard/boardModel.ts'

export function Sources({ room, read }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  const sources = Object.entries(read.sources)
  if (sources.length === 0) return null
  const here = `${room.join.room.id}:`
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h3 id={id}>{t('source.heading')}</h3>
      <ul className="draft-sources">
        {sources.map(([key, kept]) => {
          const now = key.startsWith(here)
            ? noteText(room.whiteboard.doc, key.slice(here.length))?.toString()
            : undefined
          return (
            <li key={key}>
              <StickyNote className="i" aria-hidden="true" />
              <span>
                {now || kept || t('source.empty')}
                {now !== undefined && now !== kept && kept !== '' && (
                  <small>{t('source.then', { words: kept })}</small>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
