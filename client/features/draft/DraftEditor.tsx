// One section of a draft being written: the rich text editor over the shared text, with everybody's carets.
import '#client/features/draft/provenance.css'
import { Editor } from '@tiptap/core'
import { use, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { CaretLayer } from '#client/features/draft/CaretLayer.tsx'
import { keepCaretAndWords } from '#client/features/draft/caretKept.ts'
import { hideCaret, showCaret } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { editorGuards } from '#client/features/draft/editorGuards.ts'
import { editorKeys } from '#client/features/draft/editorKeys.ts'
import { sectionSchema } from '#client/features/draft/editorSchema.ts'
import { editorSync } from '#client/features/draft/editorSync.ts'
import { provenanceInk } from '#client/features/draft/provenanceInk.ts'
import { keepTextblocksSeeded } from '#client/features/draft/seedTextblocks.ts'
import { type BlockPlace, relativeOf } from '#client/features/draft/textPlaces.ts'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import { useShared } from '#client/features/draft/useDraft.ts'
import { useInk } from '#client/features/draft/useInk.ts'
import type { WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import type { Section } from '#shared/draft/vocabulary.ts'
import { wasCopied } from '#shared/merge/mergesInDocument.ts'

export interface DraftEditorProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  /** `body`: what is written in is no draft but one text, as minutes are. */
  readonly section: Section | 'body'
  /** What an empty text says, where it is no section of a draft. */
  readonly invite?: string
  /** Id of the visible heading that names this text. */
  readonly labelledBy: string
  readonly autoFocus?: boolean
  /** Escape: the person is done here, and the focus goes where they came from. */
  readonly onDone: () => void
  /** The editor that has the focus, for a toolbar. */
  readonly onFocus?: ((editor: Editor) => void) | undefined
  /** Of a draft that others were merged into: whose words are whose is then shown. */
  readonly sources?: WordSources | undefined
}

export function DraftEditor(props: DraftEditorProps) {
  const { live, draft, draftId, section, labelledBy, autoFocus } = props
  const { t } = useTranslation('draft')
  const invite = props.invite ?? t(`invite.${section}`)
  const fragment = draft.get(section)
  const host = useRef<HTMLDivElement>(null)
  const latest = useLatest(props)
  const { Words } = use(TextSlots)
  const [made, setMade] = useState<Editor>()
  useInk(made, live, props.sources)
  useEffect(() => {
    if (!host.current || !(fragment instanceof Y.XmlFragment)) return
    const undo = draftUndo(draft)
    const stopSeeding = keepTextblocksSeeded(live.doc)
    const editor = new Editor({
      element: host.current,
      extensions: [
        ...sectionSchema,
        editorSync({
          section: fragment,
          undo,
          onCaret: (ends) => tellCaret(live, { draftId, section, fragment }, ends),
        }),
        editorKeys({ undo, onDone: () => latest.current.onDone() }),
        editorGuards({
          onTooLarge: () => showToast({ text: t('write.tooLarge'), tone: 'problem' }),
          isSource: (ref) => wasCopied(live.doc, ref),
        }),
        provenanceInk(),
      ],
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'draft-words',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-placeholder': invite,
        },
      },
      onFocus: ({ editor: focused }) => latest.current.onFocus?.(focused as Editor),
    })
    if (autoFocus) editor.commands.focus('end')
    latest.current.onFocus?.(editor)
    setMade(editor)
    const stopKeeping = keepCaretAndWords(editor, fragment, live.doc)
    return () => {
      setMade(undefined)
      stopKeeping()
      editor.destroy()
      stopSeeding()
    }
  }, [live, draft, draftId, section, fragment, labelledBy, autoFocus, latest, invite, t])
  if (!(fragment instanceof Y.XmlFragment)) return null
  return (
    <div className="draft-text">
      <div className="draft-editor" ref={host} />
      <Invitation fragment={fragment} words={invite} />
      <CaretLayer live={live} draftId={draftId} place={section} section={fragment} text={host} />
      {Words && <Words live={live} draftId={draftId} place={section} shared={fragment} text={host} />}
    </div>
  )
}

/** An empty section invites; the words stand beside the text, so that nobody reads them as part of it. */
function Invitation({ fragment, words }: { fragment: Y.XmlFragment; words: string }) {
  const empty = useShared(fragment, () => isEmpty(fragment))
  return empty ? (
    <p className="draft-invite" aria-hidden="true">
      {words}
    </p>
  ) : null
}

export function isEmpty(fragment: Y.XmlFragment): boolean {
  const [only] = fragment.toArray()
  if (fragment.length > 1) return false
  return (
    !only ||
    (only instanceof Y.XmlElement &&
      only.nodeName === 'paragraph' &&
      only.toArray().every((child) => child instanceof Y.XmlText && child.length === 0))
  )
}

interface CaretPlace {
  readonly draftId: string
  readonly section: Section | 'body'
  readonly fragment: Y.XmlFragment
}

function tellCaret(
  { awareness }: LiveDocument,
  { draftId, section, fragment }: CaretPlace,
  ends: { readonly anchor: BlockPlace; readonly head: BlockPlace } | undefined,
): void {
  if (!ends) hideCaret(awareness, { draftId, place: section })
  else
    showCaret(awareness, {
      draftId,
      place: section,
      anchor: relativeOf(fragment, ends.anchor),
      head: relativeOf(fragment, ends.head),
    })
}

/** The newest props for callbacks of an editor that is made once. */
function useLatest<T>(value: T) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

/** Follows what the selection of an editor is; undefined without an editor. */
export function useEditorState<T extends string | number | boolean>(
  editor: Editor | undefined,
  read: (editor: Editor) => T,
): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    if (!editor) return
    const follow = (): void => setValue(editor.isDestroyed ? undefined : read(editor))
    follow()
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
    }
  }, [editor, read])
  return value
}
