// The texts as they read at that instant, space by space; those that changed since the mark before say so.
import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#client/features/replay/CopyButton.tsx'
import type { ReplayDialogProps } from '#client/features/replay/ReplayDialog.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { blockText, type ReadBlock, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { draftKey, type ReplayChange } from '#shared/replay/changesBetween.ts'
import type { RoomInstant } from '#shared/replay/roomInstant.ts'

export interface ReplayTextsProps extends Pick<ReplayDialogProps, 'spaceName'> {
  readonly instant: RoomInstant
  readonly changes: readonly ReplayChange[]
}

export function ReplayTexts({ instant, changes, spaceName }: ReplayTextsProps) {
  const { t } = useTranslation('replay')
  const spaces = instant.spaces.filter(({ drafts }) => drafts.length > 0)
  const changed = new Set(changes.flatMap((one) => (one.kind.startsWith('draft-') ? one.id : [])))
  if (spaces.length === 0) return <p className="muted">{t('noTexts')}</p>
  return spaces.map(({ spaceId, drafts }) => (
    <div key={spaceId} className="replay-space">
      {spaces.length > 1 && <h3>{spaceName(spaceId)}</h3>}
      <ul className="replay-texts">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Text draft={draft} isChanged={changed.has(draftKey(spaceId, draft.id))} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Text({ draft, isChanged }: { draft: ReadDraft; isChanged: boolean }) {
  const { t } = useTranslation('replay')
  const title = draft.title || t('untitled')
  return (
    <details className="replay-text" data-changed={isChanged || undefined}>
      <summary>
        <span lang={contentLanguage()}>{title}</span>
        {isChanged && (
          <span className="chip">
            <PenLine className="i" aria-hidden="true" />
            {t('changed')}
          </span>
        )}
      </summary>
      <div className="replay-words" lang={contentLanguage()}>
        {draft.summary && <p className="replay-summary">{draft.summary}</p>}
        {sections.map((name) => (
          <Section key={name} heading={t(`section.${name}`)} blocks={draft.sections[name]} />
        ))}
        {draft.nuances.map((nuance) => (
          <p key={nuance.id} className="replay-nuance">
            {nuance.text}
          </p>
        ))}
        {draft.questions.map((question) => (
          <p key={question.id}>{question.text}</p>
        ))}
      </div>
      <CopyButton words={wordsOf(draft, (name) => t(`section.${name}`))} label={t('copyText', { title })} />
    </details>
  )
}

function Section({ heading, blocks }: { heading: string; blocks: readonly ReadBlock[] }) {
  const { i18n } = useTranslation()
  const said = blocks.filter((block) => blockText(block).trim() !== '')
  if (said.length === 0) return null
  return (
    <>
      <h4 lang={i18n.language}>{heading}</h4>
      {said.map((block, i) => (
        <p key={i} data-type={block.type} style={{ marginInlineStart: `${Math.max(0, block.level - 1)}em` }}>
          {block.type === 'bullet' || block.type === 'numbered' ? '• ' : ''}
          {blockText(block)}
        </p>
      ))}
    </>
  )
}

/** As one copies it out: title, summary, then each section under its name. */
function wordsOf(draft: ReadDraft, headingOf: (name: (typeof sections)[number]) => string): string {
  const parts = sections.flatMap((name) => {
    const words = draft.sections[name].map(blockText).join('\n').trim()
    return words === '' ? [] : [`${headingOf(name)}\n${words}`]
  })
  return [draft.title, draft.summary, ...parts, ...draft.nuances.map(({ text }) => text)]
    .filter(Boolean)
    .join('\n\n')
}
