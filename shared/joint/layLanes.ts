// The lanes of a joint board: one frame for each group and one in common, side by side, with cards one below the other. Laid once.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type * as Y from 'yjs'
import { censusOf, onceExisted } from '#shared/whiteboard/boardCensus.ts'
import {
  type BoardRecord,
  cardSize,
  draftShapeRecord,
  frameRecord,
  putRecord,
  recordsOf,
} from '#shared/whiteboard/boardModel.ts'
import { boxOf } from '#shared/whiteboard/pageGeometry.ts'
import {
  cardsOfDraft,
  childrenOf,
  framesOn,
  gap,
  indexAbove,
  isShape,
  mainPageId,
  obstacles,
  readRecords,
} from '#shared/whiteboard/place.ts'
import { boardLimits } from '#shared/whiteboard/recordForm.ts'

/** From a lane's edge to its cards, and between lanes (a frame's name stands above it), in page units. */
const padding = 24
const between = 110
/** A lane is as high as so many cards, even while it holds less. */
const leastRows = 4

export interface LaneCard {
  readonly spaceId: string
  readonly draftId: string
}

export interface Lane {
  /** Null for the one in common. */
  readonly groupId: string | null
  readonly name: string
  readonly cards: readonly LaneCard[]
}

export const commonLaneId = 'shape:lane-common'

/** The demo's lanes are named so too. Ids from an imported file may hold what no record id may. */
export const laneId = (groupId: string): string =>
  `shape:lane-${/^[\w-]{1,70}$/u.test(groupId) ? groupId : bytesToHex(sha256(utf8ToBytes(groupId))).slice(0, 40)}`

export const cardId = ({ spaceId, draftId }: LaneCard): string =>
  `shape:card-${spaceId}-${draftId}`.slice(0, 86)

/** A group's name before the common lane for the first group, behind it for the others. */
export function inLaneOrder<Of>(groups: readonly Of[], common: Of): Of[] {
  const [first, ...others] = groups
  return first === undefined ? [common] : [first, common, ...others]
}

const heightOf = (cards: number): number => {
  const rows = Math.max(leastRows, cards)
  return rows * cardSize.h + (rows - 1) * gap + 2 * padding
}

/** Under what is there already. A lane that stands, or that somebody has taken away since, is not laid again. */
export function layLanes(doc: Y.Doc, lanes: readonly Lane[]): void {
  const missing = lanes.filter(({ groupId }) => !onceExisted(doc, idOf(groupId)))
  const records = readRecords(doc)
  const pageId = mainPageId(records)
  const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  const y = taken.length === 0 ? 0 : Math.max(...taken.map((box) => box.y + box.h)) + between
  const w = cardSize.w + 2 * padding
  const h = Math.max(...missing.map(({ cards }) => heightOf(cards.length)), 0)
  missing.forEach(({ groupId, name }, n) => {
    const index = indexAbove(readRecords(doc), pageId)
    const place = { x: n * (w + between), y, parentId: pageId, index }
    putRecord(doc, frameRecord(idOf(groupId), place, { w, h, name }))
  })
  for (const lane of missing)
    for (const card of lane.cards) layInLane(doc, { laneId: idOf(lane.groupId), card })
}

const idOf = (groupId: string | null): string => (groupId === null ? commonLaneId : laneId(groupId))

/**
 * Puts a card under the last one of a lane, which grows with it. A draft that has a card on the board, or whose card somebody took
 * away, stays as people left it. Without the lane the card stands under everything. False where nothing was put.
 */
export function layInLane(doc: Y.Doc, where: { readonly laneId: string; readonly card: LaneCard }): boolean {
  const { card } = where
  const records = readRecords(doc)
  if (onceExisted(doc, cardId(card)) || cardsOfDraft(records, card.spaceId, card.draftId).length > 0)
    return false
  if (censusOf(doc).shapes.size >= boardLimits.shapes) return false
  const lane = records.get(where.laneId)
  const place = isShape(lane, 'frame') ? spotInLane(doc, records, lane) : spotOnPage(records)
  putRecord(doc, draftShapeRecord(cardId(card), place, card))
  return true
}

type Spot = Parameters<typeof draftShapeRecord>[1]

function spotInLane(doc: Y.Doc, records: Map<string, BoardRecord>, lane: BoardRecord): Spot {
  const { h } = lane['props'] as { h: number } // a frame's props, which the board's schema has looked at
  const within = childrenOf(records, lane.id).flatMap((child) => {
    const box = boxOf(records, child.id)
    const home = boxOf(records, lane.id)
    return box && home ? [box.y - home.y + box.h] : []
  })
  const y = within.length === 0 ? padding : Math.max(padding - gap, ...within) + gap
  const needed = y + cardSize.h + padding
  if (needed > h) recordsOf(doc).get(lane.id)?.set('props.h', needed)
  return { x: padding, y, parentId: lane.id, index: indexAbove(records, lane.id) }
}

function spotOnPage(records: Map<string, BoardRecord>): Spot {
  const pageId = mainPageId(records)
  const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  const y = taken.length === 0 ? 0 : Math.max(...taken.map((box) => box.y + box.h)) + gap
  return { x: 0, y, parentId: pageId, index: indexAbove(records, pageId) }
}
