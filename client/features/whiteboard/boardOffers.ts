// Everything that the whiteboard offers to do, each with the acts of the parity table it is a way of, or why no list needs it.
import type { BoardAct } from '#shared/parity/boardAct.ts'

/** Why something of the board is no act on notes, frames, cards or drafts. */
type BoardOnly =
  /** Drawing by hand and its looks: a list says that a drawing is there. */
  | 'drawing'
  /** How the board is looked at; nothing of it changes. */
  | 'view'
  /** Where things stand to the pixel, which a list tells as frame, order and neighbours. */
  | 'layout'
  /** A copy for elsewhere. */
  | 'export'
  /** How the tools behave for this person. */
  | 'preference'
  /** Files come in by the canvas; the list describes them. */
  | 'files'

type Offer = readonly BoardAct[] | BoardOnly

/** What a workshop needs; the rest is behind « Tous les outils ». In the order of the bar. */
export const participantTools = {
  select: ['notes.select'],
  hand: ['board.find'],
  note: ['note.add'],
  draft: ['draft.add'],
  text: 'drawing',
  draw: 'drawing',
  eraser: ['note.delete', 'note.disconnect', 'frame.delete', 'card.remove'],
  arrow: ['note.connect', 'card.connect'],
  frame: ['frame.add'],
  asset: 'files',
} as const satisfies Record<string, Offer>

/** What is left of them while the facilitators wish for few tools: moving about and writing. */
export const fewestTools: readonly (keyof typeof participantTools)[] = ['select', 'hand', 'note', 'draft']

export const furtherTools = {
  highlight: 'drawing',
  line: 'drawing',
  rectangle: 'drawing',
  ellipse: 'drawing',
  triangle: 'drawing',
  diamond: 'drawing',
  hexagon: 'drawing',
  oval: 'drawing',
  star: 'drawing',
  cloud: 'drawing',
  'check-box': 'drawing',
  'x-box': 'drawing',
  'arrow-left': 'drawing',
  'arrow-up': 'drawing',
  'arrow-down': 'drawing',
  'arrow-right': 'drawing',
  laser: 'view',
} as const satisfies Record<string, Offer>

/** tldraw's actions that a board keeps, in menus and by keys; one that is not named here is not offered. */
export const boardActions = {
  undo: ['board.undo', 'note.restore', 'draft.restore'],
  redo: ['board.undo'],
  delete: ['note.delete', 'note.disconnect', 'frame.delete', 'card.remove'],
  'remove-frame': ['frame.delete'],
  duplicate: ['note.duplicate', 'draft.duplicate'],
  cut: ['note.duplicate', 'draft.duplicate'],
  copy: ['note.duplicate', 'draft.duplicate'],
  paste: ['note.duplicate', 'draft.duplicate', 'draft.paste'],
  'select-all': ['notes.select'],
  'select-none': ['notes.select'],
  'zoom-in': ['board.find'],
  'zoom-in-on-cursor': ['board.find'],
  'zoom-out': ['board.find'],
  'zoom-out-on-cursor': ['board.find'],
  'zoom-to-100': ['board.find'],
  'zoom-to-fit': ['board.find'],
  'zoom-to-selection': ['board.find'],
  'back-to-content': ['board.find'],
  'select-zoom-tool': ['board.find'],
  'change-page-prev': 'view',
  'change-page-next': 'view',
  'open-kbd-shortcuts': 'view',
  'a11y-open-context-menu': 'view',
  'a11y-repeat-shape-announce': 'view',
  'insert-media': 'files',
  'image-replace': 'files',
  'download-original': 'export',
  'export-as-svg': 'export',
  'export-as-png': 'export',
  'export-all-as-svg': 'export',
  'export-all-as-png': 'export',
  'copy-as-svg': 'export',
  'copy-as-png': 'export',
  'edit-link': 'drawing',
  'toggle-auto-size': 'drawing',
  'select-white-color': 'drawing',
  'select-fill-fill': 'drawing',
  'select-geo-tool': 'drawing',
  'adjust-shape-styles': 'drawing',
  'exit-pen-mode': 'drawing',
  group: 'layout',
  ungroup: 'layout',
  'fit-frame-to-content': 'layout',
  'align-left': 'layout',
  'align-center-horizontal': 'layout',
  'align-right': 'layout',
  'align-center-vertical': 'layout',
  'align-top': 'layout',
  'align-bottom': 'layout',
  'distribute-horizontal': 'layout',
  'distribute-vertical': 'layout',
  'stretch-horizontal': 'layout',
  'stretch-vertical': 'layout',
  'flip-horizontal': 'layout',
  'flip-vertical': 'layout',
  pack: 'layout',
  'stack-vertical': 'layout',
  'stack-horizontal': 'layout',
  'bring-to-front': 'layout',
  'bring-forward': 'layout',
  'send-backward': 'layout',
  'send-to-back': 'layout',
  'rotate-cw': 'layout',
  'rotate-ccw': 'layout',
  'enlarge-shapes': 'layout',
  'shrink-shapes': 'layout',
  'toggle-lock': 'layout',
  'unlock-all': 'layout',
  'toggle-snap-mode': 'preference',
  'toggle-wrap-mode': 'preference',
  'toggle-paste-at-cursor': 'preference',
  'toggle-keyboard-shortcuts': 'preference',
  'toggle-edge-scrolling': 'preference',
  'toggle-transparent': 'preference',
  'toggle-tool-lock': 'preference',
  'toggle-grid': 'preference',
} as const satisfies Record<string, Offer>

/** tldraw's actions that no whiteboard offers: nothing is embedded or asked of other sites, and the page has its own appearance, pages and print. */
export const notOffered: readonly string[] = [
  'insert-embed',
  'convert-to-embed',
  'convert-to-bookmark',
  'open-embed-link',
  'open-cursor-chat',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-dark-mode',
  'toggle-dynamic-size-mode',
  'toggle-reduce-motion',
  'print',
  'video-replace',
  'flatten-to-image',
  'stop-following',
  'move-to-new-page',
]

/** Our own entries of menus and bars; each carries its name in `id` or `data-offer`. */
export const ownOffers = {
  'template-empty': ['frames.template'],
  'template-barriers': ['frames.template'],
  'template-world-cafe': ['frames.template'],
  'template-affinity': ['frames.template'],
  'template-timeline': ['frames.template'],
  'template-priorities': ['frames.template'],
  'template-debate': ['frames.template'],
  'empty-note': ['note.add'],
  'to-draft': ['note.toDraft', 'notes.toDraft'],
  'write-note': ['note.write'],
  'write-card': ['draft.write'],
  'merge-cards': ['draft.merge'],
  'open-merge': ['draft.merge'],
  'pull-card': ['draft.pull'],
  'split-card': ['draft.split'],
  colour: ['note.colour'],
  'export-png': 'export',
  'export-svg': 'export',
  'all-tools': 'preference',
} as const satisfies Record<string, Offer>

export type OwnOffer = keyof typeof ownOffers
/** The name under which a menu or a bar offers something of the table. */
export const offer = (name: OwnOffer): OwnOffer => name

/** What hands do on the canvas without a tool or a menu. */
export const gestures = {
  drag: ['note.order', 'note.moveToFrame', 'notes.moveToFrame', 'card.order', 'card.moveToFrame'],
  'arrow keys': ['note.order', 'card.order'],
  'double click or Enter': ['note.write', 'draft.write', 'frame.rename'],
  'the image’s bar': ['image.describe'],
  'a card dropped from the list': ['card.place'],
  'the card’s own menu': ['draft.delete', 'draft.duplicate'],
  'order of the drafts': ['draft.order'],
} as const satisfies Record<string, readonly BoardAct[]>
