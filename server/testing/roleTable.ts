// Who is let in by which guard, as a table to be read: what the routes' table test asks for, role by role.
import type { Guard } from '#server/http/routeTable.ts'
import { everyRole, type RoleName } from '#server/testing/everyRole.ts'

/** Behind a closed door: the room's own people are in it, visitors with an account are not. */
const all = everyRole
const runs: readonly RoleName[] = ['cooperativeLife', 'admin']
const leads: readonly RoleName[] = ['facilitator', ...runs]
const ofGroup: readonly RoleName[] = ['guest', 'member', 'secretary', ...leads]
const inRoom: readonly RoleName[] = [...ofGroup, 'expert']
/** Who reads a board's desk: the board itself, and whoever may sign a note beside a text. */
const atDesk: readonly RoleName[] = ['expert', 'expertElsewhere', 'team', 'board', ...runs]
const signedIn: readonly RoleName[] = everyRole.slice(3)

/** Guard -> who is let in; everybody else is refused. A guard without a line fails the test. */
export const letIn: Readonly<Partial<Record<Guard, readonly RoleName[]>>> = {
  public: all,
  code: inRoom,
  insider: inRoom,
  facilitator: leads,
  'note-taker': ['secretary', ...leads],
  'by-standing': all,
  'group-member': ofGroup,
  'group-facilitator': leads,
  self: all,
  'any-facilitator': leads,
  'follow-up': ['member', 'secretary', 'otherMember', ...leads],
  // Who belongs to which published text is tried in consultationWire.test.ts: of one that is not there nobody is refused.
  ...{ anonymous: all, 'text-member': signedIn, 'text-facilitator': signedIn },
  'board-desk': runs,
  instruction: [...runs],
  'cooperative-life': runs,
  convergence: leads,
  'context-keeper': ['expert', 'expertElsewhere', 'team', ...runs],
  voter: ['member', 'otherMember', 'facilitator', 'secretary', 'board'],
  demo: all,
  'demo-facilitator': ['facilitator', 'admin'],
  'one-time-link': all,
  'people-keeper': runs,
  administrator: ['admin'],
  operator: all,
}

interface RouteSays {
  /** Who is let in, where the guard's line is not the whole truth. */
  readonly letIn?: readonly RoleName[]
  /** What is sent: whatever is judged before the guard must be right, or the guard is not seen. */
  readonly body?: unknown
  /** What stands after the path. */
  readonly query?: string
  /** What stands in the address for `:id` and the like, where something must be there for the guard to be seen. */
  readonly at?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Whoever is refused is told that nothing is there. */
  readonly hides?: true
}

/** Things that are there: a session of the group, a draft, a picture in the room. */
export const there = { session: 'ses-next', draft: 'a-draft', picture: 'a-picture' } as const

const unknownId = 'a'.repeat(26)
const card = {
  ...{ kind: 'legal', title: 'Une règle', jurisdictions: ['FR'], themeIds: ['th'] },
  ...{ text: 'Un texte', source: '', date: '2019-01-01' },
}
const draft = '/api/rooms/:code/drafts/:spaceId/:draftId'

/** `method path` -> what this route needs to be asked, and where it is stricter or wider than its guard. */
export const routeSays: Readonly<Record<string, RouteSays>> = {
  // A code that opens nothing is the same for everybody.
  'get /api/consultation/live/:code': { letIn: all },
  'post /api/consultation/live/:code/enter': { letIn: all },
  'get /api/consultation/live/:code/qr.svg': { letIn: all },
  'get /api/me/account': { letIn: signedIn },
  'put /api/me/account': { letIn: signedIn, body: { language: 'fr' } },
  'get /api/me/data': { letIn: signedIn },
  'delete /api/me/sessions/:id': { letIn: signedIn },
  'delete /api/me/sessions': { letIn: signedIn },
  'post /api/me/erase': { letIn: signedIn, body: { name: 'not the name' } },
  'put /api/follows/:target/:id': { letIn: signedIn },
  'delete /api/follows/:target/:id': { letIn: signedIn },
  'put /api/follows': { letIn: signedIn },
  'get /api/me/notices': { letIn: signedIn },
  'put /api/me/notices': { letIn: signedIn, body: { rhythm: 'weekly', ownTexts: true } },
  // A code's bearer is let in by it; here the door is closed, and a newcomer's join is refused like an unknown code.
  'post /api/rooms/:code/join': { body: { name: 'Ana', presence: 'remote' } },
  // By a token that only its owner knows: whoever has none finds nothing, signed in or not.
  'get /api/calendar/:token.ics': { letIn: all },
  'put /api/rooms/:code/door': { body: { open: false } },
  'post /api/rooms/:code/link': { body: { days: 7 } },
  'put /api/rooms/:code/openness': { body: { groupId: 'grp-n', access: 'read' } },
  'put /api/rooms/:code/people/:participantId/role': { body: { role: 'participant' } },
  'post /api/rooms/:code/minutes': { letIn: ['secretary', ...leads] },
  'put /api/rooms/:code/presence/:sessionId/lines/:lineId': {
    body: { name: 'Ana', side: 'room', headcount: 1 },
  },
  'put /api/groups/:group/coming': { body: { sessionId: 'ses', answer: 'room' } },
  'post /api/groups/:group/contributions': { body: { id: 'contribution', kind: 'note', text: 'Un mot' } },
  'post /api/groups/:group/links': { body: { name: 'Ana' } },
  'get /api/groups/:group/adopted/:id': { letIn: inRoom },
  'get /api/groups/:group/handovers/:id': { letIn: inRoom },
  'post /api/rooms/:code/assets': { letIn: ofGroup },
  'get /assets/:id': { hides: true, at: { ':id': there.picture } },
  [`get ${draft}/versions`]: { hides: true, at: { ':draftId': there.draft } },
  [`get ${draft}/versions/:seq`]: { hides: true, at: { ':draftId': there.draft } },
  [`get ${draft}/authorship`]: { hides: true, at: { ':draftId': there.draft } },
  // Nobody is in an aparté that does not exist; who may go into which one is tried in aparteWire.test.ts.
  'post /api/rooms/:code/aparte/:groupId/join': { letIn: [] },
  'put /api/cycle/sessions/:id/places': { at: { ':id': there.session }, body: { room: 20, remote: null } },
  'put /api/cycle/sessions/:id/cancelled': { at: { ':id': there.session }, body: { cancelled: false } },
  'put /api/cycle/groups/:group/open': { body: { open: false } },
  'get /api/groups/:group/joint/days': { query: '?with=grp-l' },
  'post /api/groups/:group/joint': {
    body: {
      ...{ id: 'invitation', groupIds: ['grp-l'], subject: 'Ensemble', template: null, durationMin: 60 },
      ...{ days: [{ date: '2099-02-03', startTime: '18:00' }], word: '', language: 'fr' },
    },
  },
  'post /api/groups/:group/joint/:id': { body: { act: 'withdraw' } },
  'get /api/instruction/:board/desk': { letIn: atDesk, at: { ':board': 'board' } },
  'get /api/instruction/:board/queue.pdf': { letIn: atDesk, at: { ':board': 'board' } },
  'put /api/instruction/:board/own/:recommendation': { letIn: ['board'], at: { ':board': 'board' } },
  'post /api/instruction/acts': {
    letIn: ['board'],
    body: {
      acts: [
        {
          id: 'sitting-1',
          body: {
            ...{ kind: 'sitting', boardId: 'board', sittingId: 'bs-planned-one', date: '2099-01-14' },
            ...{ mode: 'online', minutes: 120, presentIds: [] },
          },
        },
      ],
    },
  },
  'post /api/follow-up/acts': {
    letIn: runs,
    body: {
      ...{ id: 'axesaxes', target: 'axes', targetId: 'cyc', seen: 0 },
      body: { kind: 'axis-named', axisId: 'axis', title: 'Un axe', order: 1 },
    },
  },
  'post /api/admin/cycle/import': { headers: { 'content-type': 'application/octet-stream' } },
  // Who has a voice in it, also for somebody else, is judged with the ballot: assemblyWire.test.ts tries it.
  'post /api/assembly/ballots/:id/cast': { letIn: signedIn },
  'get /api/assembly/ballots/:id/names': { letIn: ['member', 'otherMember', 'secretary', 'board', ...leads] },
  'post /api/library/cards': { body: { id: unknownId, card } },
  'put /api/library/cards/:id': { body: { seen: 1, card: { ...card, why: 'Une erreur' } } },
  'post /api/library/questions/:id/answers': { body: { seen: 1, text: 'Oui', published: true } },
  'post /api/library/questions/:id/seen': { letIn: signedIn },
  'post /api/groups/:group/questions': {
    body: {
      ...{ id: unknownId, draftId: null },
      question: { text: 'Est-ce permis ?', due: '2099-01-01', themeId: null, cardId: null },
    },
  },
  'post /api/groups/:group/learned': {
    body: { id: unknownId, line: { kind: 'learned', text: 'Un mot', sessionId: there.session } },
  },
  'put /api/groups/:group/frame': { body: { seen: 0, phase: 'free' } },
  'put /api/groups/:group/frame/marks': {
    body: { seen: 0, draftId: there.draft, cardId: 'no-card', mark: null, note: '' },
  },
}
