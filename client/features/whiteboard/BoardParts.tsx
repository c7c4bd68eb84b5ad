// The parts of tldraw's interface that are ours: menus, toolbar, styles, and what lies in front of the canvas.
import { useTranslation } from 'react-i18next'
import {
  ClipboardMenuGroup,
  DefaultActionsMenu,
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultMainMenu,
  DefaultPageMenu,
  DefaultQuickActions,
  DefaultStylePanel,
  DefaultStylePanelContent,
  DefaultToolbar,
  KeyboardShortcutsMenuItem,
  MiscMenuGroup,
  SelectAllMenuItem,
  type TLComponents,
  type TLUiStylePanelProps,
  TldrawUiMenuActionItem,
  TldrawUiMenuCheckboxItem,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  TldrawUiMenuSubmenu,
  ToggleLockMenuItem,
  ToolbarItem,
  UnlockAllMenuItem,
  useEditor,
  useRelevantStyles,
  useValue,
  ViewSubmenu,
} from 'tldraw'
import { layTemplate, selectedNotes, toDraft } from '#client/features/whiteboard/boardActs.ts'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import { useBoardHistory } from '#client/features/whiteboard/boardHistory.ts'
import { offer } from '#client/features/whiteboard/boardOffers.ts'
import { toolNames } from '#client/features/whiteboard/boardTools.ts'
import { exportBoard } from '#client/features/whiteboard/exportBoard.ts'
import { InFront } from '#client/features/whiteboard/InFront.tsx'
import { NoteColours } from '#client/features/whiteboard/NoteColours.tsx'
import { isLanguage } from '#client/ui/languages.ts'
import { noteColourStyle } from '#shared/whiteboard/boardSchema.ts'
import { templates } from '#shared/whiteboard/templates.ts'
import { templateWords } from '#shared/whiteboard/templateWords.ts'

function UndoItems() {
  const { canUndo, canRedo } = useBoardHistory(useBoard().doc)
  return (
    <>
      <TldrawUiMenuActionItem actionId="undo" disabled={!canUndo} />
      <TldrawUiMenuActionItem actionId="redo" disabled={!canRedo} />
    </>
  )
}

function QuickActions() {
  const editor = useEditor()
  const { mayWrite } = useBoard()
  const selected = useValue(
    'selected',
    () => editor.isIn('select') && editor.getSelectedShapeIds().length > 0,
    [editor],
  )
  if (!mayWrite) return null
  return (
    <DefaultQuickActions>
      <UndoItems />
      <TldrawUiMenuActionItem actionId="delete" disabled={!selected} />
      <TldrawUiMenuActionItem actionId="duplicate" disabled={!selected} />
    </DefaultQuickActions>
  )
}

function MainMenu() {
  const { t } = useTranslation('whiteboard')
  const { mayWrite, mayHaveAllTools, allTools, showAllTools } = useBoard()
  return (
    <DefaultMainMenu>
      <TldrawUiMenuGroup id="board">
        {mayWrite && <TemplatesMenu />}
        <ExportMenu />
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="canvas">
        {mayWrite && (
          <TldrawUiMenuSubmenu id="edit" label={t('menu.edit')}>
            <TldrawUiMenuGroup id="undo">
              <UndoItems />
            </TldrawUiMenuGroup>
            <ClipboardMenuGroup />
            <MiscMenuGroup />
            <TldrawUiMenuGroup id="lock">
              <ToggleLockMenuItem />
              <UnlockAllMenuItem />
            </TldrawUiMenuGroup>
            <TldrawUiMenuGroup id="select-all">
              <SelectAllMenuItem />
            </TldrawUiMenuGroup>
          </TldrawUiMenuSubmenu>
        )}
        <ViewSubmenu />
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="help">
        {mayWrite && mayHaveAllTools && (
          <TldrawUiMenuCheckboxItem
            id={offer('all-tools')}
            label={t('menu.allTools')}
            checked={allTools}
            onSelect={() => showAllTools(!allTools)}
          />
        )}
        <KeyboardShortcutsMenuItem />
      </TldrawUiMenuGroup>
    </DefaultMainMenu>
  )
}

function TemplatesMenu() {
  const { t, i18n } = useTranslation('whiteboard')
  const editor = useEditor()
  const board = useBoard()
  const words = templateWords[isLanguage(i18n.language) ? i18n.language : 'fr']
  return (
    <TldrawUiMenuSubmenu id="templates" label={t('menu.templates')}>
      <TldrawUiMenuGroup id="templates-group">
        {templates.map((template) => (
          <TldrawUiMenuItem
            key={template}
            id={offer(`template-${template}`)}
            label={template === 'empty' ? t('menu.templateEmpty') : words[template].name}
            onSelect={() => layTemplate(editor, board, template, t)}
          />
        ))}
      </TldrawUiMenuGroup>
    </TldrawUiMenuSubmenu>
  )
}

function ExportMenu() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const { room } = useBoard()
  return (
    <TldrawUiMenuSubmenu id="export" label={t('menu.export')}>
      <TldrawUiMenuGroup id="export-group">
        {(['png', 'svg'] as const).map((format) => (
          <TldrawUiMenuItem
            key={format}
            id={offer(`export-${format}`)}
            label={t(`menu.${format}`)}
            readonlyOk
            onSelect={() => exportBoard(editor, format, `${t('export.file')}-${room.join.room.code}`, t)}
          />
        ))}
      </TldrawUiMenuGroup>
    </TldrawUiMenuSubmenu>
  )
}

function ContextMenu() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const board = useBoard()
  const notes = useValue('selected notes', () => selectedNotes(editor), [editor])
  return (
    <DefaultContextMenu>
      {board.mayWrite && board.draftFromNotes && notes.length > 0 && (
        <TldrawUiMenuGroup id="notes">
          <TldrawUiMenuItem
            id={offer('to-draft')}
            label={t('note.toDraft', { count: notes.length })}
            onSelect={() => toDraft(editor, board, notes, t)}
          />
        </TldrawUiMenuGroup>
      )}
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

function Toolbar() {
  const board = useBoard()
  const tools = toolNames(board).filter((tool) => tool !== 'draft' || board.createDraft)
  return (
    <DefaultToolbar>
      {tools.map((tool) => (
        <ToolbarItem key={tool} tool={tool} />
      ))}
    </DefaultToolbar>
  )
}

/** Colours of notes, then tldraw's own styles; its slider of opacity, which has no name, is hidden by the style sheet. */
function StylePanel({ isMobile }: TLUiStylePanelProps) {
  const editor = useEditor()
  const styles = useRelevantStyles()
  const inUse = useValue(
    'styles in use',
    () =>
      editor.getSelectedShapeIds().length > 0 || !editor.isInAny('select', 'hand', 'eraser', 'laser', 'zoom'),
    [editor],
  )
  if (!styles || !inUse) return null
  // The bar of selected notes has their colours.
  const isNote = styles.get(noteColourStyle) !== undefined && editor.getSelectedShapeIds().length === 0
  const others = [...styles].some(([style]) => style !== noteColourStyle)
  if (!isNote && !others) return null
  return (
    <DefaultStylePanel {...(isMobile === undefined ? {} : { isMobile })}>
      {isNote && <NoteColours />}
      {others && <DefaultStylePanelContent styles={styles} />}
    </DefaultStylePanel>
  )
}

/** One page is enough for a workshop: the menu of pages appears where a board has several. */
function PageMenu() {
  const editor = useEditor()
  const several = useValue('several pages', () => editor.getPages().length > 1, [editor])
  const { allTools } = useBoard()
  return several || allTools ? <DefaultPageMenu /> : null
}

function ShapeErrorFallback() {
  const { t } = useTranslation('whiteboard')
  return <div className="wb-broken">{t('broken')}</div>
}

/** The page around the board says what is safe and offers to open it again. */
function ErrorFallback({ error }: { error: unknown }): never {
  throw error
}

export const boardParts: TLComponents = {
  ActionsMenu: DefaultActionsMenu,
  ContextMenu,
  MainMenu,
  QuickActions,
  Toolbar,
  StylePanel,
  PageMenu,
  InFrontOfTheCanvas: InFront,
  ShapeErrorFallback,
  ErrorFallback,
  LoadingScreen: null,
  VideoToolbar: null,
  HelpMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
}
