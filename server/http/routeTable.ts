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
  /** Signed in: cooperative life, whoever carries the item, or a member of the group in whose name it is done. */
  | 'follow-up'
  /** Cooperative life and administrators. */
  | 'cooperative-life'
  /** 404 outside the demo. */
  | 'demo'
  /** 404 outside the demo; a facilitator's or an administrator's session. */
  | 'demo-facilitator'
  /** Whoever holds a one-time word of a link; failures are counted by address. */
  | 'one-time-link'
  /** Cooperative life and administrators: 401 for strangers, 403 for everybody else. */
  | 'people-keeper'
  /** Administrators: 401 for strangers, 403 for everybody else. */
  | 'administrator'
  /** This machine, or METRICS_TOKEN. */
  | 'operator'

export type Method = 'get' | 'post' | 'put' | 'delete'

export const routeTable: readonly (readonly [Method, string, Guard])[] = [
  ['get', '/healthz', 'public'],
  ['get', '/readyz', 'public'],
  ['get', '/metrics', 'operator'],
  ['get', '/api/me', 'self'],
  ['post', '/api/sign-out', 'self'],
  ['get', '/api/sign-in', 'self'],
  ['post', '/api/sign-in', 'public'],
  ['post', '/api/sign-in/open', 'one-time-link'],
  ['post', '/api/sign-on', 'public'],
  ['get', '/sign-in/back', 'one-time-link'],
  ['post', '/api/sign-on/confirm', 'one-time-link'],
  ['post', '/api/invitations/look', 'one-time-link'],
  ['post', '/api/invitations/accept', 'one-time-link'],
  ['get', '/api/me/account', 'self'],
  ['put', '/api/me/account', 'self'],
  ['get', '/api/me/data', 'self'],
  ['delete', '/api/me/sessions/:id', 'self'],
  ['delete', '/api/me/sessions', 'self'],
  ['post', '/api/me/erase', 'self'],
  ['get', '/api/admin/people', 'people-keeper'],
  ['post', '/api/admin/invitations', 'people-keeper'],
  ['delete', '/api/admin/invitations/:id', 'people-keeper'],
  ['post', '/api/admin/people/:id/roles', 'people-keeper'],
  ['delete', '/api/admin/people/:id/roles/:grantId', 'people-keeper'],
  ['post', '/api/admin/people/import', 'people-keeper'],
  ['get', '/api/admin/mails', 'administrator'],
  ['get', '/api/admin/acts', 'administrator'],
  ['get', '/api/admin/rooms', 'people-keeper'],
  ['post', '/api/admin/rooms', 'people-keeper'],
  ['put', '/api/admin/rooms/:id/code', 'people-keeper'],
  ['post', '/api/admin/rooms/:id/link', 'people-keeper'],
  ['post', '/api/demo/sign-in', 'demo'],
  ['get', '/api/demo', 'demo'],
  ['post', '/api/demo/moment', 'demo-facilitator'],
  ['get', '/api/home', 'self'],
  ['get', '/api/context', 'public'],
  ['get', '/api/cycle', 'by-standing'],
  ['put', '/api/cycle/sessions/:id/coming', 'self'],
  ['put', '/api/cycle/sessions/:id/places', 'group-facilitator'],
  ['put', '/api/cycle/sessions/:id/cancelled', 'group-facilitator'],
  ['put', '/api/cycle/groups/:group/open', 'cooperative-life'],
  ['get', '/api/cycle/sessions/:id/calendar.ics', 'by-standing'],
  ['get', '/api/cycle/feeds', 'self'],
  ['post', '/api/cycle/feeds', 'self'],
  ['delete', '/api/cycle/feeds/:id', 'self'],
  ['get', '/api/calendar/:token.ics', 'code'],
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
  ['get', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/seen', 'insider'],
  ['put', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/replies', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/accept', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/refuse', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/renew', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/resolve', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/reopen', 'insider'],
  ['post', '/api/rooms/:code/drafts/:spaceId/:draftId/remarks/:id/withdraw', 'insider'],
  ['get', '/api/rooms/:code/remarks/counts', 'insider'],
  ['get', '/api/rooms/:code/mentionable', 'insider'],
  ['get', '/api/me/mentions', 'self'],
  ['get', '/api/groups/:group/mentions', 'by-standing'],
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
  ['get', '/api/rooms/:code/handover', 'insider'],
  ['get', '/api/rooms/:code/handover/:id', 'insider'],
  ['get', '/api/groups/:group/handovers', 'by-standing'],
  ['get', '/api/groups/:group/handovers/:id', 'by-standing'],
  ['get', '/api/groups/:group/adopted', 'by-standing'],
  ['get', '/api/groups/:group/adopted/:id', 'by-standing'],
  ['get', '/api/follow-up', 'by-standing'],
  ['get', '/api/follow-up/:key', 'by-standing'],
  ['post', '/api/follow-up/acts', 'follow-up'],
  ['get', '/api/groups/:group/became', 'by-standing'],
  ['put', '/api/follows/:target/:id', 'self'],
  ['delete', '/api/follows/:target/:id', 'self'],
  ['get', '/api/follows', 'self'],
  ['put', '/api/follows', 'self'],
  ['get', '/feeds/follow-up.atom', 'public'],
  ['get', '/feeds/themes/:theme', 'public'],
  ['get', '/feeds/follow-up/:key', 'public'],
  ['get', '/api/past-recommendations', 'cooperative-life'],
  ['post', '/api/past-recommendations', 'cooperative-life'],
  ['delete', '/api/past-recommendations/:id', 'cooperative-life'],
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
  ['get', '/follow-up/:key', 'public'],
  ['get', '/library', 'public'],
  ['get', '/admin', 'public'],
  ['get', '/sign-in', 'public'],
  ['get', '/me', 'public'],
]
