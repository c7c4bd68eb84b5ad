// The parity table: how each act is done on the board, how in the list, and by which command both go.
import type { BoardAct } from '#shared/parity/boardAct.ts'

export interface ParityRow {
  readonly boardHow: string
  readonly listHow: string
  /** The exported functions of shared/ that do it, so that board and list cannot drift apart. */
  readonly commands: readonly string[]
}

/** Read by docs and by the test beside this file: an act or a command without a row fails it. */
export const parity = {
  'note.add': {
    boardHow: 'note tool, or N',
    listHow: 'Nouvelle note: words, frame, colour; on a phone « Recopier des notes », one a line',
    commands: ['addNote', 'addNotes'],
  },
  'note.write': {
    boardHow: 'double click or Enter',
    listHow: 'Enter on the note’s words',
    commands: ['noteText'],
  },
  'note.order': {
    boardHow: 'drag, arrow keys',
    listHow: 'Monter, Descendre, Alt+↑ ↓',
    commands: ['moveNote'],
  },
  'note.moveToFrame': { boardHow: 'drag into a frame', listHow: 'Déplacer vers…', commands: ['moveToFrame'] },
  'note.colour': { boardHow: 'colour in the note’s bar', listHow: 'Couleur', commands: ['setColour'] },
  'note.duplicate': { boardHow: 'Ctrl+D, copy and paste', listHow: 'Dupliquer', commands: ['duplicateNote'] },
  'note.connect': { boardHow: 'arrow tool', listHow: 'Relier à…', commands: ['connect'] },
  'note.disconnect': { boardHow: 'delete the arrow', listHow: 'Délier de…', commands: ['deleteRecords'] },
  'note.toDraft': {
    boardHow: 'the note’s bar',
    listHow: 'En faire une recommandation',
    commands: ['addDraftRef', 'placeDraft'],
  },
  'note.delete': { boardHow: 'Delete', listHow: 'Supprimer, Delete', commands: ['deleteRecords'] },
  'note.restore': { boardHow: 'undo', listHow: 'Annuler, Restaurer', commands: ['restore'] },
  'notes.select': {
    boardHow: 'frame of selection, Shift',
    listHow: 'a check box on each note',
    commands: [],
  },
  'notes.moveToFrame': {
    boardHow: 'drag the selection',
    listHow: 'Déplacer vers… on the chosen notes',
    commands: ['moveToFrame'],
  },
  'notes.toDraft': {
    boardHow: 'the selection’s bar',
    listHow: 'En faire une recommandation',
    commands: ['addDraftRef', 'placeDraft'],
  },
  'frame.add': { boardHow: 'frame tool', listHow: 'Nouveau cadre', commands: ['addFrame'] },
  'frame.rename': {
    boardHow: 'double click on its name',
    listHow: 'Renommer le cadre',
    commands: ['renameFrame'],
  },
  'frame.delete': {
    boardHow: 'Delete',
    listHow: 'Supprimer le cadre (its notes stay)',
    commands: ['deleteRecords'],
  },
  'frames.template': {
    boardHow: 'Modèles in the menu',
    listHow: 'Poser un modèle',
    commands: ['layPlan'],
  },
  'image.describe': { boardHow: 'the image’s bar', listHow: 'Décrire l’image', commands: ['setAltText'] },
  'card.place': {
    boardHow: 'drag from the list',
    listHow: 'Placer sur le tableau',
    commands: ['placeDraft'],
  },
  'card.order': {
    boardHow: 'drag, arrow keys',
    listHow: 'Avancer, Reculer sur le tableau',
    commands: ['moveNote'],
  },
  'card.moveToFrame': { boardHow: 'drag into a frame', listHow: 'Déplacer vers…', commands: ['moveToFrame'] },
  'card.connect': { boardHow: 'arrow tool', listHow: 'Relier à…', commands: ['connect'] },
  'card.remove': {
    boardHow: 'Delete (the draft stays)',
    listHow: 'Retirer du tableau',
    commands: ['deleteRecords'],
  },
  'draft.add': {
    boardHow: 'recommendation tool',
    listHow: 'Nouvelle recommandation',
    commands: ['createDraft'],
  },
  'draft.paste': { boardHow: 'paste or drop a list', listHow: 'Coller une liste', commands: ['createDraft'] },
  'draft.write': { boardHow: 'double click or Enter on the card', listHow: 'open the text', commands: [] },
  'draft.order': { boardHow: 'drag in the list', listHow: 'Monter, Descendre, Alt+↑ ↓', commands: [] },
  'draft.duplicate': { boardHow: 'copy and paste a card', listHow: 'Dupliquer', commands: [] },
  'draft.merge': {
    boardHow: 'the bar of one card or of several chosen ones',
    listHow: 'Fusionner avec…, and a running merge by its name',
    commands: [],
  },
  'draft.pull': {
    boardHow: 'the card’s bar',
    listHow: 'Prendre dans la partie commune',
    commands: [],
  },
  'draft.split': { boardHow: 'the card’s bar', listHow: 'Séparer en deux', commands: [] },
  'draft.delete': { boardHow: 'the card’s menu', listHow: 'Supprimer, Delete', commands: [] },
  'draft.restore': { boardHow: 'undo', listHow: 'Annuler, Restaurer', commands: [] },
  'board.undo': { boardHow: 'Ctrl+Z', listHow: 'Ctrl+Z in the list', commands: ['boardUndo'] },
  'board.find': {
    boardHow: 'pan and zoom',
    listHow: 'find as you type, Voir sur le tableau',
    commands: ['readBoard'],
  },
} as const satisfies Record<BoardAct, ParityRow>

/** Functions of shared/whiteboard that write and are no act of a person of their own. */
export const notActs: Readonly<Record<string, string>> = {
  addPicture:
    'the phone’s camera: the board’s own image tool and pasting put pictures there through tldraw; files are in no list’s reach',
  writeWords: 'another way of note.write: the same shared text, for fields without a composing keyboard',
}
