// The list of the room lane's slices. A new one is added here and nowhere else; names and wire types follow from it.
import { call } from '#shared/call/call.ts'
import { callRefusals } from '#shared/call/callRefusals.ts'
import { laneRefusals, type RefusalWords } from '#shared/contract/refusalWords.ts'
import { seatRefusals } from '#shared/seats/seatRefusals.ts'
import { seats } from '#shared/seats/seats.ts'

export const slices = { call, seats }
export type Slices = typeof slices
export type SliceName = keyof Slices

/** What each refusal says to people. */
export const refusals: RefusalWords = { ...laneRefusals, ...callRefusals, ...seatRefusals }
