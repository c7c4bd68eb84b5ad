// Which of tldraw's tools and actions a whiteboard has, and which of them are ours.

import { FilePlus2 } from 'lucide-react'
import { createElement } from 'react'
import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import type { BoardHands } from '#client/features/whiteboard/boardContext.ts'
import { redoBoard, undoBoard } from '#client/features/whiteboard/boardHistory.ts'
import { boardActions } from '#client/features/whiteboard/boardOffers.ts'
import { tldrawTexts } from '#client/features/whiteboard/tldrawTexts.ts'

export interface OverrideHands {
  readonly hands: () => BoardHands
  /** Names of the tools that this person has now. */
  readonly toolNames: readonly string[]
  readonly withDrafts: boolean
  readonly label: (key: string) => string
  readonly newDraft: (editor: Editor) => void
}

export const boardOverrides = (given: OverrideHands): TLUiOverrides => ({
  translations: tldrawTexts,
  tools: (editor, tools) => chosenTools(editor, tools, given),
  actions: (_editor, actions) => chosenActions(actions, given),
})

function chosenTools(
  editor: Editor,
  tools: TLUiToolsContextType,
  { toolNames, withDrafts, label, newDraft }: OverrideHands,
): TLUiToolsContextType {
  const chosen = Object.fromEntries(
    toolNames.flatMap((name) => (tools[name] ? [[name, tools[name]] as const] : [])),
  )
  if (withDrafts)
    chosen['draft'] = {
      id: 'draft',
      label: label('tool.draft') as never, // a label that is no key of tldraw's is shown as it is
      icon: createElement(FilePlus2, { className: 'wb-tool-icon', 'aria-hidden': true }) as never, // an element is an icon too
      kbd: 'shift+r',
      onSelect: () => newDraft(editor),
    }
  return chosen
}

function chosenActions(actions: TLUiActionsContextType, { hands }: OverrideHands): TLUiActionsContextType {
  // What the table does not know is not offered: a new version of tldraw adds nothing unseen.
  const chosen = Object.fromEntries(
    Object.entries(actions).filter(([name]) => Object.hasOwn(boardActions, name)),
  )
  if (chosen['undo'])
    chosen['undo'] = { ...chosen['undo'], onSelect: () => undoBoard(hands().binding, hands().doc) }
  if (chosen['redo'])
    chosen['redo'] = { ...chosen['redo'], onSelect: () => redoBoard(hands().binding, hands().doc) }
  return window.isSecureContext ? chosen : withoutClipboardApi(chosen)
}

/** On a plain-http page there is no clipboard but the keyboard's own events. */
function withoutClipboardApi(actions: TLUiActionsContextType): TLUiActionsContextType {
  const { paste: _paste, 'copy-as-png': _png, 'copy-as-svg': _svg, ...rest } = actions
  const byEvent = (name: 'copy' | 'cut') => {
    const action = actions[name]
    return action ? { [name]: { ...action, onSelect: () => void document.execCommand(name) } } : {}
  }
  return { ...rest, ...byEvent('copy'), ...byEvent('cut') }
}
