// Every route of this server, with who may use it. A route that is missing here fails the tests.

export type Guard =
  /** Anyone; it says nothing of a room or a person. */
  | 'public'
  /** Anyone who knows a code that is open to them; failures are counted by address. */
  | 'code'
  /** Cookie or ticket of somebody of that room. */
  | 'insider'
  /** Somebody of that room who leads it. */
  | 'facilitator'
  /** Somebody of that room who leads it, or its secretary. */
  | 'note-taker'
  /** Anyone; strangers are told the head of the page only, readers nothing that is somebody's. */
  | 'by-standing'
  /** The group's members, by account, by a personal link, or by a device that has been in their room. */
  | 'group-member'
  /** Whoever leads that group. */
  | 'group-facilitator'
  /** Answers for the asking browser only, signed in or not. */
  | 'self'
  /** Whoever facilitates: an account's group, or the room named by `?room=`. */
  | 'any-facilitator'
  /** 404 outside the demo. */
  | 'demo'
  /** 404 outside the demo; a facilitator's or an administrator's session. */
  | 'demo-facilitator'
  /** This machine, or METRICS_TOKEN. */
  | 'operator'

export type Method = 'get' | 'post' | 'put' | 'delete'

export const routeTable: readonly (readonly [Method, string, Guard])[] = [
  ['get', '/healthz', 'public'],
  ['get', '/readyz', 'public'],
  ['get', '/metrics', 'operator'],
  ['get', '/api/me', 'self'],
  ['post', '/api/sign-out', 'self'],
  ['post', '/api/demo/sign-in', 'demo'],
  ['get', '/api/demo', 'demo'],
  ['post', '/api/demo/moment', 'demo-facilitator'],
  ['get', '/api/home', 'self'],
  ['get', '/api/context', 'public'],
  ['get', '/api/rooms/:code', 'code'],
  ['post', '/api/rooms/:code/join', 'code'],
  ['get', '/api/rooms/:code/qr.svg', 'code'],
  ['post', '/api/rooms/:code/people/:participantId/remove', 'facilitator'],
  ['put', '/api/rooms/:code/people/:participantId/role', 'facilitator'],
  ['put', '/api/rooms/:code/door', 'facilitator'],
  ['put', '/api/rooms/:code/openness', 'facilitator'],
  ['post', '/api/rooms/:code/aparte/:groupId/join', 'insider'],
  ['get', '/api/rooms/:code/sessions', 'insider'],
  ['get', '/api/rooms/:code/presence/:sessionId', 'note-taker'],
  ['put', '/api/rooms/:code/presence/:sessionId/lines/:lineId', 'note-taker'],
  ['delete', '/api/rooms/:code/presence/:sessionId/lines/:lineId', 'note-taker'],
  ['get', '/api/groups/:group', 'by-standing'],
  ['put', '/api/groups/:group/coming', 'group-member'],
  ['post', '/api/groups/:group/contributions', 'group-member'],
  ['delete', '/api/groups/:group/contributions/:id', 'group-member'],
  ['post', '/api/groups/:group/contributions/:id/take', 'group-facilitator'],
  ['get', '/api/groups/:group/links', 'group-facilitator'],
  ['post', '/api/groups/:group/links', 'group-facilitator'],
  ['delete', '/api/groups/:group/links/:id', 'group-facilitator'],
  ['get', '/api/groups/:group/absent-note', 'group-facilitator'],
  ['get', '/api/joint', 'self'],
  ['get', '/api/groups/:group/joint', 'by-standing'],
  ['get', '/api/groups/:group/joint/days', 'group-facilitator'],
  ['post', '/api/groups/:group/joint', 'group-facilitator'],
  ['post', '/api/groups/:group/joint/:id', 'group-facilitator'],
  ['get', '/api/groups/:group/joint/:id/calendar.ics', 'group-member'],
  ['get', '/api/session-templates', 'any-facilitator'],
  ['put', '/api/session-templates/:id', 'any-facilitator'],
  ['delete', '/api/session-templates/:id', 'any-facilitator'],
  ['post', '/api/rooms/:code/assets', 'insider'],
  ['get', '/assets/:id', 'insider'],
  ['get', '/api/rooms/:code/drafts/:spaceId/:draftId/versions', 'insider'],
  ['get', '/api/rooms/:code/drafts/:spaceId/:draftId/versions/:seq', 'insider'],
  ['get', '/api/rooms/:code/drafts/:spaceId/:draftId/authorship', 'insider'],
  ['get', '/api/rooms/:code/drafts/:spaceId/:draftId/similar', 'insider'],
  ['get', '/api/groups/:group/similar', 'by-standing'],
  ['get', '/api/rooms/:code/replay', 'insider'],
  ['get', '/api/rooms/:code/replay/state', 'insider'],
  ['get', '/api/rooms/:code/minutes', 'insider'],
  ['post', '/api/rooms/:code/minutes', 'insider'],
  ['get', '/api/rooms/:code/minutes/:sessionId.md', 'insider'],
  ['get', '/api/rooms/:code/minutes/:sessionId.docx', 'insider'],
  ['get', '/api/rooms/:code/minutes/:sessionId.pdf', 'insider'],
  ['get', '/api/rooms/:code/adopted', 'insider'],
  ['get', '/api/rooms/:code/adopted/:id', 'insider'],
  ['get', '/api/rooms/:code/consented/:spaceId/:draftId/:fingerprint', 'insider'],
  ['get', '/api/groups/:group/adopted', 'by-standing'],
  ['get', '/api/groups/:group/adopted/:id', 'by-standing'],
  ['get', '/', 'public'],
  ['get', '/g/:group', 'public'],
  ['get', '/r/:code', 'public'],
  ['get', '/r/:code/phone', 'public'],
  ['get', '/r/:code/aparte/:groupId', 'public'],
  ['get', '/r/:code/display', 'public'],
  ['get', '/cycle', 'public'],
  ['get', '/cycle/convergence', 'public'],
  ['get', '/consultation', 'public'],
  ['get', '/instruction', 'public'],
  ['get', '/assembly', 'public'],
  ['get', '/follow-up', 'public'],
  ['get', '/library', 'public'],
  ['get', '/admin', 'public'],
]
