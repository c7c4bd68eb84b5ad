// A draft being written in place: its title and its proposal, the tools, and the way to everything else.
import type { Editor } from '@tiptap/core'
import { Check, MessageCirclePlus } from 'lucide-react'
import { type SyntheticEvent, use, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { CardHead, type ShownCardProps } from '#client/features/draft/CardAtRest.tsx'
import { CardTools } from '#client/features/draft/CardTools.tsx'
import { DraftEditor } from '#client/features/draft/DraftEditor.tsx'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { NuanceDialog } from '#client/features/draft/NuanceDialog.tsx'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { cardTools, phoneTools, Toolbar } from '#client/features/draft/Toolbar.tsx'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import { titleLimit } from '#shared/draft/vocabulary.ts'

/** The canvas under the card would take these for its own: moving the card, changing the tool. */
const keepFromCanvas = {
  onPointerDown: stop,
  onPointerMove: stop,
  onPointerUp: stop,
  onTouchStart: stop,
  onTouchEnd: stop,
  onKeyDown: stop,
  onKeyUp: stop,
  onDoubleClick: stop,
  onCopy: stop,
  onCut: stop,
  onPaste: stop,
  onWheel: stop,
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation()
}

export function CardInHand(props: ShownCardProps) {
  const { live, draft, draftId, variant, read, writers, group, onDone } = props
  const { t } = useTranslation('draft')
  const id = useId()
  const [editor, setEditor] = useState<Editor>()
  const title = draft.get('title')
  // A draft that has only just begun starts with its title; one that has words, with them.
  const begins = read.title === ''
  return (
    <article
      className={`draft-card draft-${variant} in-hand`}
      data-draft={read.id}
      {...(variant === 'board' ? keepFromCanvas : {})}
    >
      {variant === 'board' && <CardHead read={read} group={group} origins={props.origins} />}
      {title instanceof Y.Text && (
        <SharedField
          className="draft-title"
          live={live}
          draft={draft}
          draftId={draftId}
          place="title"
          text={title}
          label={t('title.label')}
          labelHidden
          invite={t('title.invite')}
          limit={titleLimit}
          autoFocus={begins}
          onDone={onDone}
        />
      )}
      <div className="draft-part">
        <div className="draft-part-head">
          <p id={`${id}-proposition`}>{t('section.proposition')}</p>
          <WritersLine writers={writers} />
        </div>
        <DraftEditor
          live={live}
          draft={draft}
          draftId={draftId}
          section="proposition"
          labelledBy={`${id}-proposition`}
          autoFocus={!begins}
          onDone={onDone}
          onFocus={setEditor}
          sources={props.sources}
        />
      </div>
      <CardTools {...props} />
      <HandBar {...props} editor={editor} />
    </article>
  )
}

const toolsOf = { board: { tools: cardTools }, panel: {}, phone: { tools: phoneTools } } as const

/** The tools of the text, and « Terminé » in the thumb's reach. */
function HandBar({
  live,
  draft,
  draftId,
  variant,
  onDone,
  editor,
  sources,
}: ShownCardProps & { editor: Editor | undefined }) {
  const { t } = useTranslation('draft')
  const [adding, setAdding] = useState(false)
  const { Tool } = use(TextSlots)
  return (
    <div className="draft-bar">
      <Toolbar
        editor={editor}
        undo={draftUndo(draft)}
        {...toolsOf[variant]}
        hasSources={sources !== undefined}
      />
      <button
        type="button"
        className="draft-tool draft-nuance"
        aria-label={t('nuance.addLabel')}
        onClick={() => setAdding(true)}
      >
        <MessageCirclePlus className="i" aria-hidden="true" />
        {variant === 'panel' && <span aria-hidden="true">{t('nuance.one')}</span>}
      </button>
      {Tool && <Tool live={live} draftId={draftId} />}
      <button type="button" className="btn primary draft-done" onClick={onDone}>
        <Check className="i" aria-hidden="true" />
        {t('write.done')}
      </button>
      {adding && <NuanceDialog draft={draft} groupId={live.groupId} onClose={() => setAdding(false)} />}
    </div>
  )
}
