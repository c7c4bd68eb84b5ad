// The list being handed over and those that were, from the room or from a group's page.
import { request } from '#client/live/api.ts'
import type { HandoverAnswer, HandoversAnswer, HandoverVersion } from '#shared/handover/handedOver.ts'

const options = (signal?: AbortSignal) => (signal ? { signal } : {})

/** Where lists are read: `/api/rooms/<code>/handover` or `/api/groups/<group>/handovers`. */
export const roomHandovers = (code: string): string => `/api/rooms/${encodeURIComponent(code)}/handover`
export const groupHandovers = (group: string): string => `/api/groups/${encodeURIComponent(group)}/handovers`

export const readList = (code: string, signal?: AbortSignal): Promise<HandoverAnswer> =>
  request('GET', roomHandovers(code), undefined, options(signal))

export const readHandedOf = (group: string, signal?: AbortSignal): Promise<HandoversAnswer> =>
  request('GET', groupHandovers(group), undefined, options(signal))

export const readHanded = (base: string, id: string, signal?: AbortSignal): Promise<HandoverVersion> =>
  request('GET', `${base}/${encodeURIComponent(id)}`, undefined, options(signal))
