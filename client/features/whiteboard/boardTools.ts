// Which tools of the table one person has now: a workshop's, fewer while the facilitators wish so, all for who asks; the laser for who points.
import type { BoardHands } from '#client/features/whiteboard/boardContext.ts'
import { fewestTools, furtherTools, participantTools } from '#client/features/whiteboard/boardOffers.ts'

type Wishes = Pick<BoardHands, 'allTools' | 'attention' | 'room'>

export const pointsHere = ({ attention, room }: Pick<Wishes, 'attention' | 'room'>): boolean =>
  attention.laserOf === room.join.participantId

export function toolNames(board: Wishes): readonly string[] {
  if (board.attention.fewTools) return fewestTools
  const names = [...Object.keys(participantTools), ...(board.allTools ? Object.keys(furtherTools) : [])]
  return pointsHere(board) && !names.includes('laser') ? [...names, 'laser'] : names
}
