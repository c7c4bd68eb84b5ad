// A group's page over HTTP; whoever came by a personal link sends it along in a header.
import { keptLink } from '#client/features/group/personalLink.ts'
import { request } from '#client/live/api.ts'
import {
  type AbsentNote,
  type ComingInput,
  type ContributionInput,
  type GroupPageAnswer,
  type PersonalLink,
  type PersonalLinksAnswer,
  personalLinkHeader,
} from '#shared/group/groupPage.ts'

const pathOf = (group: string, ...rest: string[]): string =>
  ['/api/groups', ...[group, ...rest].map(encodeURIComponent)].join('/')

/** Empty for whoever came without a link. */
export function linkHeaders(group: string): Readonly<Record<string, string>> {
  const token = keptLink(group)
  return token === undefined ? {} : { [personalLinkHeader]: token }
}

const withLink = (group: string) => ({ headers: linkHeaders(group) })

export const readGroup = (group: string, signal?: AbortSignal): Promise<GroupPageAnswer> =>
  request('GET', pathOf(group), undefined, { ...withLink(group), signal })

export const contribute = (group: string, input: ContributionInput): Promise<unknown> =>
  request('POST', pathOf(group, 'contributions'), input, withLink(group))

export const takeBack = (group: string, id: string): Promise<unknown> =>
  request('DELETE', pathOf(group, 'contributions', id), undefined, withLink(group))

/** Brings what arrived into the room: onto the board or into its text. */
export const carryIn = (group: string, id: string): Promise<unknown> =>
  request('POST', pathOf(group, 'contributions', id, 'take'), {}, withLink(group))

/** `null` takes the answer back. */
export const sayComing = (group: string, input: ComingInput): Promise<unknown> =>
  request('PUT', pathOf(group, 'coming'), input, withLink(group))

export const readLinks = (group: string, signal?: AbortSignal): Promise<PersonalLinksAnswer> =>
  request('GET', pathOf(group, 'links'), undefined, { signal })

export const makeLink = (
  group: string,
  input: { readonly name: string; readonly memberId?: string },
): Promise<PersonalLink> => request('POST', pathOf(group, 'links'), input)

export const revokeLink = (group: string, id: string): Promise<unknown> =>
  request('DELETE', pathOf(group, 'links', id))

export const readAbsentNote = (
  group: string,
  asked: { readonly sessionId: string; readonly lang: string },
  signal?: AbortSignal,
): Promise<AbsentNote> =>
  request(
    'GET',
    `${pathOf(group, 'absent-note')}?${new URLSearchParams({ session: asked.sessionId, lang: asked.lang })}`,
    undefined,
    { signal },
  )
