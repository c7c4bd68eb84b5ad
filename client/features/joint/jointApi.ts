// Joint sessions over HTTP.
import { request } from '#client/live/api.ts'
import type { InviteInput, JointActInput } from '#shared/joint/invitation.ts'
import type {
  JointPageAnswer,
  OwnJointAnswer,
  ProposedDaysAnswer,
  ShownInvitation,
} from '#shared/joint/jointAnswers.ts'

const pathOf = (group: string, ...rest: string[]): string =>
  ['/api/groups', encodeURIComponent(group), 'joint', ...rest.map(encodeURIComponent)].join('/')

export const readJoint = (group: string, signal?: AbortSignal): Promise<JointPageAnswer> =>
  request('GET', pathOf(group), undefined, { signal })

export const readDays = (
  group: string,
  others: readonly string[],
  signal?: AbortSignal,
): Promise<ProposedDaysAnswer> =>
  request(
    'GET',
    `${pathOf(group, 'days')}?${new URLSearchParams(others.map((id) => ['with', id]))}`,
    undefined,
    {
      signal,
    },
  )

export const sendInvitation = (group: string, input: InviteInput): Promise<ShownInvitation> =>
  request('POST', pathOf(group), input)

/** The room that the last answer makes may take a while: a bigger board is laid, and its documents are made. */
export const sendAct = (group: string, id: string, act: JointActInput): Promise<ShownInvitation> =>
  request('POST', pathOf(group, id), act, { patience: 30_000 })

export const readOwnJoint = (signal?: AbortSignal): Promise<OwnJointAnswer> =>
  request('GET', '/api/joint', undefined, { signal })

export const calendarAddress = (group: string, id: string): string => pathOf(group, id, 'calendar.ics')
