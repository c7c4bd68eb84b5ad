// Agendas kept for all facilitators, over HTTP.
import { request } from '#client/live/api.ts'
import type { SavedTemplate, SavedTemplateInput, SavedTemplatesAnswer } from '#shared/agenda/savedTemplate.ts'

const path = (room: string, id?: string): string =>
  `/api/session-templates${id === undefined ? '' : `/${encodeURIComponent(id)}`}?room=${encodeURIComponent(room)}`

/** `room`: the code of the room where this person facilitates. */
export const readTemplates = (room: string, signal?: AbortSignal): Promise<SavedTemplatesAnswer> =>
  request('GET', path(room), undefined, { signal })

export const keepTemplate = (room: string, id: string, input: SavedTemplateInput): Promise<SavedTemplate> =>
  request('PUT', path(room, id), input)

export const removeTemplate = (room: string, id: string): Promise<void> => request('DELETE', path(room, id))
