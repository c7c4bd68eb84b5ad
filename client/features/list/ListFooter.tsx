// What one adds: a recommendation, a list of them, a note, a frame. The form opens where the buttons were.
import { ClipboardPaste, LayoutPanelLeft, Plus, SquareDashed } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PickDialog } from '#client/features/list/ListDialogs.tsx'
import { useList } from '#client/features/list/listContext.ts'
import { NewDraftForm } from '#client/features/list/NewDraftForm.tsx'
import { NewNoteForm } from '#client/features/list/NewNoteForm.tsx'
import type { Asking } from '#client/features/list/useItemRuns.tsx'
import { isLanguage } from '#client/ui/languages.ts'
import type { BoardAct } from '#shared/parity/boardAct.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import type { BoardList } from '#shared/whiteboard/listView.ts'
import { framedTemplates, framesOf, layPlan } from '#shared/whiteboard/templates.ts'
import { templateWords } from '#shared/whiteboard/templateWords.ts'

/** What the footer shows: its buttons, or a form. */
export type Adding =
  | { readonly form: 'none' }
  | { readonly form: 'draft' }
  | { readonly form: 'note'; readonly frameId: string | null }

export interface ListFooterProps {
  readonly tab: 'drafts' | 'notes'
  readonly adding: Adding
  readonly onAdding: (adding: Adding) => void
  readonly onDraft: (spaceId: string, draftId: string) => void
  readonly board: BoardList
  readonly asking: Pick<Asking, 'newFrame'>
}

export function ListFooter(props: ListFooterProps) {
  const { tab, adding, onAdding, onDraft, board } = props
  const footer = useRef<HTMLDivElement>(null)
  const close = (): void => {
    onAdding({ form: 'none' })
    requestAnimationFrame(() => footer.current?.querySelector('button')?.focus())
  }
  return (
    <div className="list-footer" ref={footer}>
      {adding.form === 'draft' && tab === 'drafts' ? (
        <NewDraftForm onMade={onDraft} onClose={close} />
      ) : adding.form === 'note' && tab === 'notes' ? (
        <NewNoteForm
          frames={board.sections.flatMap(({ frame }) => frame ?? [])}
          frameId={adding.frameId}
          onClose={close}
        />
      ) : tab === 'drafts' ? (
        <DraftButtons onAdding={onAdding} />
      ) : (
        <NoteButtons {...props} />
      )}
    </div>
  )
}

function DraftButtons({ onAdding }: Pick<ListFooterProps, 'onAdding'>) {
  const { t, openPasteDialog, newDraftBlocked: blocked } = useList()
  return (
    <>
      <FooterButton
        name="draft.add"
        blocked={blocked}
        primary
        icon={<Plus className="i" aria-hidden="true" />}
        run={() => onAdding({ form: 'draft' })}
      >
        {t('act.newDraft')}
      </FooterButton>
      <FooterButton
        name="draft.paste"
        blocked={blocked}
        icon={<ClipboardPaste className="i" aria-hidden="true" />}
        run={openPasteDialog}
      >
        {t('act.paste')}
      </FooterButton>
    </>
  )
}

function NoteButtons({ onAdding, asking }: ListFooterProps) {
  const { t, boardBlocked: blocked } = useList()
  const chooseTemplate = useTemplateChoice()
  return (
    <>
      <FooterButton
        name="note.add"
        blocked={blocked}
        primary
        icon={<Plus className="i" aria-hidden="true" />}
        run={() => onAdding({ form: 'note', frameId: null })}
      >
        {t('act.newNote')}
      </FooterButton>
      <FooterButton
        name="frame.add"
        blocked={blocked}
        icon={<SquareDashed className="i" aria-hidden="true" />}
        run={asking.newFrame}
      >
        {t('act.newFrame')}
      </FooterButton>
      <FooterButton
        name="frames.template"
        blocked={blocked}
        icon={<LayoutPanelLeft className="i" aria-hidden="true" />}
        run={chooseTemplate}
      >
        {t('act.template')}
      </FooterButton>
    </>
  )
}

/** Asks which template, by the frames that it lays, and lays them under everything that is on the board. */
function useTemplateChoice(): () => void {
  const { t, board, say, openDialog } = useList()
  const { language } = useTranslation().i18n
  const lang = isLanguage(language) ? language : 'fr'
  const lay = (id: string): void => {
    const template = framedTemplates.find((one) => one === id)
    if (!template) return
    const frames = act(board, () => layPlan(board, framesOf(template, lang), ownAct))
    say(t('said.templateLaid', { count: frames.length }))
  }
  const choices = framedTemplates.map((id) => {
    const { name, frames } = templateWords[lang][id]
    return { id, words: name, detail: frames.join(' · ') }
  })
  return () =>
    openDialog((close) => (
      <PickDialog title={t('pick.template')} choices={choices} onPick={lay} onClose={close} />
    ))
}

interface FooterButtonProps {
  readonly name: BoardAct
  readonly blocked: string | undefined
  readonly primary?: boolean
  readonly icon: ReactNode
  readonly run: () => void
  readonly children: ReactNode
}

function FooterButton({ name, blocked, primary, icon, run, children }: FooterButtonProps) {
  const id = useId()
  return (
    <button
      type="button"
      className={`btn ${primary ? 'primary' : ''}`}
      data-act={name}
      aria-disabled={blocked === undefined ? undefined : 'true'}
      aria-describedby={blocked === undefined ? undefined : id}
      onClick={() => blocked ?? run()}
    >
      {icon}
      {children}
      {blocked !== undefined && (
        <span className="sr" id={id}>
          {blocked}
        </span>
      )}
    </button>
  )
}
