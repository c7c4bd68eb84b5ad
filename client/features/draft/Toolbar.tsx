// Bold, italic, lists, headings and links for the text being written: one stop for Tab, arrows inside.
import type { Editor } from '@tiptap/core'
import { Bold, Heading2, Italic, Link as LinkIcon, List, ListOrdered, TextQuote, Undo2 } from 'lucide-react'
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useEditorState } from '#client/features/draft/DraftEditor.tsx'
import { LinkDialog } from '#client/features/draft/LinkDialog.tsx'
import { sayProvenance, useProvenanceSaid } from '#client/features/draft/provenanceSaid.ts'
import { announce } from '#client/ui/announcer.tsx'

type Tool = 'undo' | 'bold' | 'italic' | 'bullet' | 'numbered' | 'heading' | 'link' | 'provenance'

const icons: Readonly<Record<Tool, ComponentType<{ className?: string; 'aria-hidden'?: boolean | 'true' }>>> =
  {
    undo: Undo2,
    bold: Bold,
    italic: Italic,
    bullet: List,
    numbered: ListOrdered,
    heading: Heading2,
    link: LinkIcon,
    provenance: TextQuote,
  }

export interface ToolbarProps {
  /** The editor that was last written in; the tools wait while there is none. */
  readonly editor: Editor | undefined
  readonly undo: Y.UndoManager
  readonly tools?: readonly Tool[]
  /** Of a merged draft: each sentence can say in words where it comes from. */
  readonly hasSources?: boolean
}

const everyTool: readonly Tool[] = ['undo', 'bold', 'italic', 'bullet', 'numbered', 'heading', 'link']
/** Fewer where there is less room; the keys do the rest. */
export const phoneTools: readonly Tool[] = ['undo', 'bold', 'bullet']
export const cardTools: readonly Tool[] = ['bold', 'italic', 'bullet', 'numbered', 'heading', 'link']

export function Toolbar({ editor, undo, tools: asked = everyTool, hasSources = false }: ToolbarProps) {
  const { t } = useTranslation('draft')
  const bar = useRef<HTMLDivElement>(null)
  const tools: readonly Tool[] = hasSources ? [...asked, 'provenance'] : asked
  const said = useProvenanceSaid()
  const [current, setCurrent] = useState<Tool>(tools[0] ?? 'bold')
  const [linking, setLinking] = useState(false)
  const active = useEditorState(editor, activeTools) ?? ''
  const use = (tool: Tool): void => {
    // What is taken back may stand in a part of the text that is not shown here.
    if (tool === 'undo') announce(t(undo.undo() === null ? 'tools.nothingToUndo' : 'tools.undone'))
    else if (tool === 'link') setLinking(true)
    else if (tool === 'provenance') sayProvenance(!said)
    else if (editor && !editor.isDestroyed) run(editor, tool)
  }
  return (
    <div
      className="draft-tools"
      role="toolbar"
      aria-label={t('tools.label')}
      ref={bar}
      onKeyDown={(event) => moveAlong(event, bar.current, tools, setCurrent)}
    >
      {tools.map((tool) => {
        const Icon = icons[tool]
        const toggles = tool !== 'undo' && tool !== 'link'
        return (
          <button
            key={tool}
            type="button"
            className="draft-tool"
            data-tool={tool}
            tabIndex={tool === current ? 0 : -1}
            aria-label={t(`tools.${tool}Label`)}
            title={t(`tools.${tool}Label`)}
            {...(toggles ? { 'aria-pressed': tool === 'provenance' ? said : active.includes(tool) } : {})}
            // The text keeps its selection while a tool is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setCurrent(tool)}
            onClick={() => use(tool)}
          >
            <Icon className="i" aria-hidden="true" />
          </button>
        )
      })}
      {linking && editor && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

function run(editor: Editor, tool: Exclude<Tool, 'undo' | 'link' | 'provenance'>): void {
  const chain = editor.chain().focus()
  switch (tool) {
    case 'bold':
      chain.toggleBold().run()
      return
    case 'italic':
      chain.toggleItalic().run()
      return
    case 'bullet':
      chain.toggleBulletList().run()
      return
    case 'numbered':
      chain.toggleOrderedList().run()
      return
    case 'heading':
      chain.toggleHeading({ level: 2 }).run()
      return
    default:
      tool satisfies never
  }
}

const activeTools = (editor: Editor): string =>
  [
    editor.isActive('bold') && 'bold',
    editor.isActive('italic') && 'italic',
    editor.isActive('bulletList') && 'bullet',
    editor.isActive('orderedList') && 'numbered',
    editor.isActive('heading') && 'heading',
  ]
    .filter(Boolean)
    .join()

function moveAlong(
  event: KeyboardEvent,
  bar: HTMLElement | null,
  tools: readonly Tool[],
  setCurrent: (tool: Tool) => void,
): void {
  const at = tools.findIndex((tool) => document.activeElement?.getAttribute('data-tool') === tool)
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: tools.length - 1,
  }
  const to = steps[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  const tool = tools[(to + tools.length) % tools.length]
  if (!tool) return
  setCurrent(tool)
  bar?.querySelector<HTMLElement>(`[data-tool=${tool}]`)?.focus()
}
