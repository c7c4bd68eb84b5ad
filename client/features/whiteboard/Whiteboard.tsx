// The whiteboard of a room: tldraw over the room's document, with notes and recommendation cards that are ours.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useTranslation } from 'react-i18next'
import { type Editor, type TLUserPreferences, Tldraw, useTldrawUser } from 'tldraw'
import 'tldraw/tldraw.css'
import { type BoardView, lookAt, viewOf } from '#client/features/whiteboard/boardView.ts'
import '#client/features/whiteboard/whiteboard.css'
import { boardParts } from '#client/features/whiteboard/BoardParts.tsx'
import { newDraft, showDraft, showShape } from '#client/features/whiteboard/boardActs.ts'
import { BoardBinding, type BoardBindingOptions } from '#client/features/whiteboard/boardBinding.ts'
import {
  type BoardAttention,
  BoardContext,
  type BoardHands,
  type BoardMerging,
  type DraftPlace,
  freeBoard,
  type RenderDraft,
} from '#client/features/whiteboard/boardContext.ts'
import { boardOverrides } from '#client/features/whiteboard/boardOverrides.ts'
import { boardStore } from '#client/features/whiteboard/boardShapes.ts'
import { toolNames } from '#client/features/whiteboard/boardTools.ts'
import { DraftShapeUtil, showDraftsOf } from '#client/features/whiteboard/DraftShapeUtil.tsx'
import { homePage } from '#client/features/whiteboard/drawable.ts'
import { exportBoard } from '#client/features/whiteboard/exportBoard.ts'
import { FrameUtil } from '#client/features/whiteboard/FrameUtil.tsx'
import { NoteShapeUtil } from '#client/features/whiteboard/NoteShapeUtil.tsx'
import { NoteTool } from '#client/features/whiteboard/NoteTool.ts'
import { openBoard } from '#client/features/whiteboard/openBoard.ts'
import { type UploadedImage, uploadImage as uploadToRoom } from '#client/features/whiteboard/uploadImage.ts'
import { useBoardAttention } from '#client/features/whiteboard/useBoardAttention.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { motionIsReduced, useAppearance } from '#client/ui/appearance.ts'
import type { Language } from '#client/ui/languages.ts'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { holdsRecord, noLocks } from '#shared/attention/heldLocks.ts'

/** What the rest of a room may ask of an open whiteboard. Asked before it is open, it is done once it is. */
export interface WhiteboardHandle {
  /** Selects a shape and brings it into view. */
  focusShape(id: string): void
  /** Puts a card of a draft on the board, or shows the one that is there. */
  placeDraft(spaceId: string, draftId: string): void
  exportImage(format: 'png' | 'svg'): void
  /** Moves the camera; a point without extent keeps the zoom. */
  lookAt(place: Parameters<typeof lookAt>[1]): void
  /** Undefined until the board is open. */
  view(): BoardView | undefined
  /** Ids of what is selected. */
  selection(): readonly string[]
}

export interface WhiteboardProps {
  readonly room: LiveRoom
  readonly lang: Language
  readonly theme: 'light' | 'dark'
  /** What the room's attention asks of this board; nothing where absent. */
  readonly attention?: BoardAttention | undefined
  readonly renderDraft: RenderDraft
  readonly createDraft?: (() => Promise<DraftPlace | undefined>) | undefined
  readonly draftFromNotes?: ((noteIds: readonly string[]) => Promise<DraftPlace | undefined>) | undefined
  /** Absent where drafts are not merged. */
  readonly merging?: BoardMerging | undefined
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
  const opened = useRef(false)
  // Not drawn again at each change of the badge: only when it opens, and when rights change.
  const state = useSyncExternalStore(
    useCallback((changed) => live.subscribe(changed), [live]),
    () => {
      opened.current ||= live.isReadable() && homePage(live.doc) !== undefined
      return opened.current ? live.access : 'closed'
    },
  )
  if (state !== 'closed')
    return <OpenWhiteboard key={`${live.name} ${live.generation}`} {...props} mayWrite={state === 'write'} />
  return (
    <div className="wb-loading">
      <Skeleton lines={[40, 70, 55]} label={t('loading')} />
    </div>
  )
}

const shapeUtils = [NoteShapeUtil, DraftShapeUtil, FrameUtil]
const tools = [NoteTool]
const ownAssets = getAssetUrlsByImport()
/** Pictures of other sites' embeds, which no board of ours holds: tldraw would fetch all of them at each opening. */
const embedIcons = Object.fromEntries(Object.keys(ownAssets.embedIcons).map((name) => [name, '']))
const assetUrls = { ...ownAssets, embedIcons }
/** Below the gate's limits, so that nobody honest meets them. */
const options = {
  maxShapesPerPage: 3_900,
  maxPages: 20,
  maxFilesAtOnce: 20,
  enableToolbarKeyboardShortcuts: true,
} as const

function OpenWhiteboard(props: WhiteboardProps & { readonly mayWrite: boolean }) {
  const { room, lang, theme, mayWrite } = props
  const { t } = useTranslation('whiteboard')
  const [editor, setEditor] = useState<Editor>()
  const latest = useRef(props)
  latest.current = props
  const [{ store, binding }] = useState(() =>
    boundStore(room, (file) => sendImage(latest.current, file), {
      isHeld: (id) => holdsRecord(latest.current.attention?.locks ?? noLocks, id),
      onRefused: (code) => showToast({ text: t(code === 'locked' ? 'held' : 'refused'), tone: 'problem' }),
    }),
  )
  const hands = useHands(props, binding, latest)
  const current = useRef(hands)
  current.current = hands
  useEffect(() => binding.start() || undefined, [binding])
  useEffect(() => showDraftsOf(room), [room])
  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: !mayWrite })
  }, [editor, mayWrite])
  useBoardHandle(props.ref, editor, current, t)
  useBoardAttention(editor, hands, () => showToast({ text: t('held'), tone: 'problem' }))
  const offered = toolNames(hands).join(' ')
  const withDrafts = hands.createDraft !== undefined && mayWrite
  const overrides = useMemo(
    () =>
      boardOverrides({
        hands: () => current.current,
        toolNames: offered.split(' '),
        withDrafts,
        label: (key) => t(key as 'tool.draft'), // the one key that is asked for
        newDraft: (open) => void newDraft(open, current.current, t),
      }),
    [offered, withDrafts, t],
  )
  const onMount = useCallback(
    (mounted: Editor) => {
      setEditor(mounted)
      const close = openBoard(mounted, {
        hands: () => current.current,
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
        <Skipped binding={binding} />
      </div>
    </BoardContext>
  )
}

const sendImage = ({ uploadImage, room }: WhiteboardProps, file: File): Promise<UploadedImage> =>
  uploadImage ? uploadImage(file) : uploadToRoom(room, file)

/**
 * What shapes and menus need, the same object for as long as nothing of it changes: every note and card reads it, and
 * a new one at each drawing of the page would draw them all again. Functions ask for the page's latest ones.
 */
function useHands(
  props: WhiteboardProps & { readonly mayWrite: boolean },
  binding: BoardBinding,
  latest: { readonly current: WhiteboardProps },
): BoardHands {
  const { room, lang, mayWrite, merging, attention = freeBoard } = props
  const [allTools, showAllTools] = useState(false)
  const [mayCreate, mayGather] = [props.createDraft !== undefined, props.draftFromNotes !== undefined]
  return useMemo(
    () => ({
      room,
      doc: room.whiteboard.doc,
      awareness: room.whiteboard.awareness,
      binding,
      lang,
      mayWrite,
      mayHaveAllTools: room.join.you.role === 'facilitator',
      allTools,
      attention,
      showAllTools,
      renderDraft: (spaceId, draftId, view) => latest.current.renderDraft(spaceId, draftId, view),
      createDraft: mayCreate ? async () => latest.current.createDraft?.() : undefined,
      draftFromNotes: mayGather ? async (ids) => latest.current.draftFromNotes?.(ids) : undefined,
      merging,
      uploadImage: (file) => sendImage(latest.current, file),
    }),
    [room, binding, lang, mayWrite, merging, allTools, attention, mayCreate, mayGather, latest],
  )
}

/** The store and its binding, filled before the editor sees it, so that opening writes nothing. */
function boundStore(
  room: LiveRoom,
  upload: (file: File) => Promise<UploadedImage>,
  rules: Pick<BoardBindingOptions, 'isHeld' | 'onRefused'>,
) {
  const live = room.whiteboard
  const store = boardStore(async (file) => (await upload(file)).url)
  const binding = new BoardBinding(live.doc, store, {
    mayWrite: () => live.access === 'write',
    author: () => room.join.you.seats[0]?.name ?? room.join.you.name,
    ...rules,
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
  current: { readonly current: BoardHands },
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
        soon((on) => void showDraft(on, current.current, { spaceId, draftId })),
      exportImage: (format) =>
        soon(
          (on) =>
            void exportBoard(on, format, `${t('export.file')}-${current.current.room.join.room.code}`, t),
        ),
      lookAt: (place) => soon((on) => void lookAt(on, place)),
      view: () => open.current && viewOf(open.current),
      selection: () => open.current?.getSelectedShapeIds() ?? [],
    }
  }, [current, t])
}

/** Says that something on this board could not be drawn; everything else can. */
function Skipped({ binding }: { binding: BoardBinding }) {
  const { t } = useTranslation('whiteboard')
  const count = useSyncExternalStore(binding.subscribe, () => binding.skipped().size)
  if (count === 0) return null
  return <p className="wb-skipped">{t('skipped', { count })}</p>
}
