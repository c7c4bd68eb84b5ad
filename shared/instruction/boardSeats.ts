// Which boards a person sits on, who presides, and who may do what while recommendations are ruled upon.
import type { Board, Entity } from '#shared/cycle/cycleFile.ts'
import { runsEverything } from '#shared/people/access.ts'
import type { Standing } from '#shared/people/actor.ts'

export interface Seated {
  readonly standing: Standing
  readonly personId: string
  readonly groupIds: readonly string[]
  readonly facilitatesGroupIds: readonly string[]
  /** Boards for which a role was given, beside those whose list names the person. */
  readonly grantedBoardIds: readonly string[]
  /** A role for a board was given to the person, or ended: roles alone say then where they sit. */
  readonly seatsAreGiven?: boolean
  /** Of an invited expert: the only groups that this person reads. */
  readonly readsGroupIds?: readonly string[] | null
}

/**
 * [I1] A seat: a role was given for that board, or the board's own list names somebody to whom no role for a board was ever given.
 *      Whoever lost the role for one board sits no longer there, whatever the list says. Any number of boards.
 */
export const boardsOf = (person: Seated, boards: readonly Board[]): Board[] =>
  person.standing === 'board' || person.standing === 'admin'
    ? boards.filter(
        ({ id, members }) =>
          person.grantedBoardIds.includes(id) ||
          (person.standing === 'board' &&
            !person.seatsAreGiven &&
            members.some((member) => member.id === person.personId)),
      )
    : []

/** Stems of « president » in the languages in which cooperatives name their boards; a vice-president presides in their absence. */
const presides = /pr[éeä]sid|voorzit|\bchair|vorsitz|przewod/iu
const deputises = /vice|adjoint|plaatsverv|ondervoorz|deputy|stellvertret/iu

/** [I2] Who presides: those whose function says so; where none does, the first of the list. Deputies record votes, no more. */
export function chairIds({ members }: Board): { readonly chair: string[]; readonly deputies: string[] } {
  const named = members.filter(({ role }) => presides.test(role ?? ''))
  const chair = named.filter(({ role }) => !deputises.test(role ?? '')).map(({ id }) => id)
  const first = members[0]?.id
  return {
    chair: chair.length > 0 || first === undefined ? chair : [first],
    deputies: named.filter(({ role }) => deputises.test(role ?? '')).map(({ id }) => id),
  }
}

/** [I3] The chair sees the avis, proposes the block, signs for the board; on a board without a list, whoever was given a seat. */
export const isChair = (person: Seated, board: Board): boolean =>
  boardsOf(person, [board]).length > 0 &&
  (board.members.length === 0 || chairIds(board).chair.includes(person.personId))

/** [I4] Verdicts and sittings are written down by the chair or a deputy. */
export const mayRecord = (person: Seated, board: Board): boolean =>
  isChair(person, board) ||
  (boardsOf(person, [board]).length > 0 && chairIds(board).deputies.includes(person.personId))

/** [I5] A board rules on what concerns its entity; without jurisdictions every board does. */
export function rules(
  board: Board,
  entities: readonly Entity[],
  { jurisdictions }: { readonly jurisdictions: readonly string[] },
): boolean {
  const code = entities.find(({ id }) => id === board.entityId)?.code
  return jurisdictions.length === 0 || (code !== undefined && jurisdictions.includes(code))
}

/** [I6] Desks are read by their board, the shared team, cooperative life and administrators; what is private of them by nobody else. */
export const mayReadDesk = (person: Seated, board: Board): boolean =>
  boardsOf(person, [board]).length > 0 || person.standing === 'team' || runsEverything(person)

/** [I7] Notes are signed by the shared team, cooperative life, and invited experts beside texts of the groups that invited them. */
export const mayAddNote = (person: Seated, groupIds?: readonly string[]): boolean =>
  runsEverything(person) ||
  (person.standing === 'team' &&
    (!person.readsGroupIds ||
      groupIds === undefined ||
      groupIds.some((id) => person.readsGroupIds?.includes(id))))

/** [I8] In the name of a source group speaks whoever facilitates it; cooperative life does not answer for a group. */
export const maySpeakFor = (person: Seated, groupId: string): boolean =>
  person.facilitatesGroupIds.includes(groupId)
