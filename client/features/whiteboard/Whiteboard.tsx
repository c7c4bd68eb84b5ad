// The whiteboard of a room: tldraw over the room's document, with notes and recommendation cards that are ours.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Editor, type TLUserPreferences, Tldraw, useTldrawUser } from 'tldraw'
import 'tldraw/tldraw.css'
import '#client/features/whiteboard/whiteboard.css'
import { boardParts } from '#client/features/whiteboard/BoardParts.tsx'
import { newDraft, showDraft, showShape } from '#client/features/whiteboard/boardActs.ts'
import { BoardBinding } from '#client/features/whiteboard/boardBinding.ts'
import {
  BoardContext,
  type BoardHands,
  type DraftPlace,
  type RenderDraft,
} from '#client/features/whiteboard/boardContext.ts'
import { boardOverrides } from '#client/features/whiteboard/boardOverrides.ts'
import { boardStore } from '#client/features/whiteboard/boardShapes.ts'
import { DraftShapeUtil, showDraftsOf } from '#client/features/whiteboard/DraftShapeUtil.tsx'
import { homePage } from '#client/features/whiteboard/drawable.ts'
import { exportBoard } from '#client/features/whiteboard/exportBoard.ts'
import { NoteShapeUtil } from '#client/features/whiteboard/NoteShapeUtil.tsx'
import { NoteTool } from '#client/features/whiteboard/NoteTool.ts'
import { openBoard } from '#client/features/whiteboard/openBoard.ts'
import { type UploadedImage, uploadImage as uploadToRoom } from '#client/features/whiteboard/uploadImage.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useChanges } from '#client/live/useLiveRoom.tsx'
import { motionIsReduced, useAppearance } from '#client/ui/appearance.ts'
import type { Language } from '#client/ui/languages.ts'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'

/** What the rest of a room may ask of an open whiteboard. Asked before it is open, it is done once it is. */
export interface WhiteboardHandle {
  /** Selects a shape and brings it into view. */
  focusShape(id: string): void
  /** Puts a card of a draft on the board, or shows the one that is there. */
  placeDraft(spaceId: string, draftId: string): void
  exportImage(format: 'png' | 'svg'): void
}

export interface WhiteboardProps {
  readonly room: LiveRoom
  readonly lang: Language
  readonly theme: 'light' | 'dark'
  readonly renderDraft: RenderDraft
  readonly createDraft?: (() => Promise<DraftPlace | undefined>) | undefined
  readonly draftFromNotes?: ((noteIds: readonly string[]) => Promise<DraftPlace | undefined>) | undefined
  /** Sends a picture to the server; to the room's own address when absent. @throws ImageNotSent */
  readonly uploadImage?: ((file: File) => Promise<UploadedImage>) | undefined
  /** tldraw's key, where the cooperative bought one: it takes the watermark away. */
  readonly licenseKey?: string | undefined
  readonly ref?: Ref<WhiteboardHandle> | undefined
}

/** Shows a skeleton until the document has been read: a browser never makes what the server seeds. */
export function Whiteboard(props: WhiteboardProps) {
  const { t } = useTranslation('whiteboard')
  const live = props.room.whiteboard
  useChanges(useCallback((changed) => live.subscribe(changed), [live]))
  const opened = useRef(false)
  opened.current ||= live.isReadable() && homePage(live.doc) !== undefined
  if (opened.current) return <OpenWhiteboard key={`${live.name} ${live.generation}`} {...props} />
  return (
    <div className="wb-loading">
      <Skeleton lines={[40, 70, 55]} label={t('loading')} />
    </div>
  )
}

const shapeUtils = [NoteShapeUtil, DraftShapeUtil]
const tools = [NoteTool]
const assetUrls = getAssetUrlsByImport()
/** Below the gate's limits, so that nobody honest meets them. */
const options = {
  maxShapesPerPage: 3_900,
  maxPages: 20,
  maxFilesAtOnce: 20,
  enableToolbarKeyboardShortcuts: true,
} as const

function OpenWhiteboard(props: WhiteboardProps) {
  const { room, lang, theme } = props
  const { t } = useTranslation('whiteboard')
  const live = room.whiteboard
  const mayWrite = live.access === 'write'
  const [allTools, showAllTools] = useState(false)
  const [editor, setEditor] = useState<Editor>()
  const current = useRef<BoardHands>(undefined)
  const [{ store, binding }] = useState(() =>
    boundStore(
      room,
      (file) => handsOf(current).uploadImage(file),
      (key) => showToast({ text: t(key), tone: 'problem' }),
    ),
  )
  const hands: BoardHands = {
    room,
    doc: live.doc,
    awareness: live.awareness,
    binding,
    lang,
    mayWrite,
    mayHaveAllTools: room.join.you.role === 'facilitator',
    allTools,
    showAllTools,
    renderDraft: props.renderDraft,
    createDraft: props.createDraft,
    draftFromNotes: props.draftFromNotes,
    uploadImage: props.uploadImage ?? ((file) => uploadToRoom(room, file)),
  }
  current.current = hands
  useEffect(() => binding.start() || undefined, [binding])
  useEffect(() => showDraftsOf(room), [room])
  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: !mayWrite })
  }, [editor, mayWrite])
  useBoardHandle(props.ref, editor, current, t)
  const withDrafts = props.createDraft !== undefined && mayWrite
  const overrides = useMemo(
    () =>
      boardOverrides({
        hands: () => handsOf(current),
        allTools,
        withDrafts,
        label: (key) => t(key as 'tool.draft'), // the one key that is asked for
        newDraft: (open) => void newDraft(open, handsOf(current), t),
      }),
    [allTools, withDrafts, t],
  )
  const onMount = useCallback(
    (mounted: Editor) => {
      setEditor(mounted)
      const close = openBoard(mounted, {
        hands: () => handsOf(current),
        say: (key) =>
          showToast({ text: t(key as 'paste.failed'), tone: key === 'image.sending' ? 'done' : 'problem' }), // a key of our texts
        sayLocked: (name) => showToast({ text: t('locked', { name }), tone: 'problem' }),
      })
      return () => {
        close()
        setEditor(undefined)
      }
    },
    [t],
  )
  return (
    <BoardContext value={hands}>
      <div className="wb" data-theme-board={theme}>
        <Tldraw
          store={store}
          shapeUtils={shapeUtils}
          tools={tools}
          user={usePreferences(room, lang, theme)}
          overrides={overrides}
          components={boardParts}
          assetUrls={assetUrls}
          options={options}
          autoFocus={false}
          {...(props.licenseKey ? { licenseKey: props.licenseKey } : {})}
          onMount={onMount}
        />
        <Skipped count={binding.skipped().size} />
      </div>
    </BoardContext>
  )
}

/** Set while rendering, before anything can ask. */
function handsOf(current: { readonly current: BoardHands | undefined }): BoardHands {
  if (!current.current) throw new Error('asked before the whiteboard was rendered')
  return current.current
}

/** The store and its binding, filled before the editor sees it, so that opening writes nothing. */
function boundStore(
  room: LiveRoom,
  upload: (file: File) => Promise<UploadedImage>,
  refused: (key: 'refused') => void,
) {
  const live = room.whiteboard
  const store = boardStore(async (file) => (await upload(file)).url)
  const binding = new BoardBinding(live.doc, store, {
    mayWrite: () => live.access === 'write',
    author: () => room.join.you.seats[0]?.name ?? room.join.you.name,
    onRefused: () => refused('refused'),
  })
  binding.load()
  return { store, binding }
}

/** tldraw's idea of its user: our language, our theme, our wish for little motion; snapping and the like stay on this page. */
function usePreferences(room: LiveRoom, lang: Language, theme: 'light' | 'dark') {
  const [own, setOwn] = useState<Partial<TLUserPreferences>>({})
  useAppearance()
  const reduced = motionIsReduced()
  const { participantId, you } = room.join
  const userPreferences = useMemo<TLUserPreferences>(
    () => ({
      ...own,
      id: participantId,
      name: you.name,
      locale: lang,
      colorScheme: theme,
      ...(reduced ? { animationSpeed: 0 } : {}),
    }),
    [own, participantId, you.name, lang, theme, reduced],
  )
  return useTldrawUser({ userPreferences, setUserPreferences: setOwn })
}

function useBoardHandle(
  ref: Ref<WhiteboardHandle> | undefined,
  editor: Editor | undefined,
  current: { readonly current: BoardHands | undefined },
  t: ReturnType<typeof useTranslation<'whiteboard'>>['t'],
): void {
  const waiting = useRef<((open: Editor) => void)[]>([])
  const open = useRef<Editor>(undefined)
  open.current = editor
  useEffect(() => {
    if (!editor) return
    for (const wish of waiting.current.splice(0)) wish(editor)
  }, [editor])
  useImperativeHandle(ref, () => {
    const soon = (wish: (open: Editor) => void): void => {
      if (open.current) wish(open.current)
      else waiting.current.push(wish)
    }
    return {
      focusShape: (id) => soon((on) => void showShape(on, id)),
      placeDraft: (spaceId, draftId) =>
        soon((on) => void showDraft(on, handsOf(current), { spaceId, draftId })),
      exportImage: (format) =>
        soon(
          (on) =>
            void exportBoard(on, format, `${t('export.file')}-${handsOf(current).room.join.room.code}`, t),
        ),
    }
  }, [current, t])
}

/** Says that something on this board could not be drawn; everything else can. */
function Skipped({ count }: { count: number }) {
  const { t } = useTranslation('whiteboard')
  if (count === 0) return null
  return <p className="wb-skipped">{t('skipped', { count })}</p>
}
