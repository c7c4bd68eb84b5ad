// Who is writing in this draft now: avatars and a sentence. Never announced: others' keystrokes are theirs.
import { useTranslation } from 'react-i18next'
import type { Writer } from '#client/features/draft/draftPresence.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import { initialsOf } from '#client/ui/wear.ts'

/** More people than this are counted, not drawn. */
const drawn = 4

export function WritersLine({ writers }: { writers: readonly Writer[] }) {
  const { t } = useTranslation('draft')
  if (writers.length === 0) return null
  const names = writers.map(({ name }) => name)
  return (
    <span className="draft-writers">
      <span className="avs flat">
        {writers.slice(0, drawn).map(({ participantId, name, ink, side }) => (
          <Avatar
            key={participantId}
            initials={initialsOf(name, names)}
            ink={ink}
            side={side}
            size="s"
            title={name}
          />
        ))}
      </span>
      <span>{t('write.people', { count: writers.length })}</span>
      <span className="sr">{names.join(', ')}</span>
    </span>
  )
}
