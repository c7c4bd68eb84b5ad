// A server with one group whose page is looked at: its sessions, two members, a draft, its facilitator and a guest who was there.
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { GroupPageAnswer, PersonalLink } from '#shared/group/groupPage.ts'

export const groupDrafts = 'drafts/space-n'
export const groupBoard = 'whiteboard/nantes'
/** Stands in the draft and nowhere else. */
export const draftCanary = 'CANARI-BROUILLON'

type Headers = Record<string, string>

export interface GroupBench {
  readonly server: TestServer
  readonly leader: Visitor
  /** A guest who was in the group's room. */
  readonly inPlace: Visitor
  signedIn(persona: string): Promise<Visitor>
  page(visitor: Visitor, headers?: Headers, group?: string): Promise<GroupPageAnswer>
  /** What is sent, with an id of its own. */
  fresh(kind?: string, more?: object): { readonly id: string }
  contribute(visitor: Visitor, body: unknown, headers?: Headers): Promise<Response>
  take(id: string, visitor?: Visitor): Promise<Response>
  newLink(name?: string): Promise<{ link: PersonalLink; token: string }>
}

export const asLink = (token: string): Headers => ({ 'x-personal-link': token })

export async function openGroupBench(): Promise<GroupBench> {
  const server = await startTestServer()
  await withSessions(server)
  const signedIn = async (persona: string): Promise<Visitor> => {
    const person = new Visitor(server)
    await person.signIn(persona)
    return person
  }
  const leader = await signedIn('facilitator-nantes')
  const inPlace = new Visitor(server)
  await inPlace.join('NANTES', { name: 'Inès Canari' })
  await server.serving.deps.lane.edit(groupDrafts, (doc) => {
    const questions = ['Qui ?']
    createDraft(doc, { id: 'd1', title: `Un comité ${draftCanary}`, summary: 'Huit places.', questions })
    createDraft(doc, { id: 'd2', title: 'Effacé', fields: { deletedAt: 5 } })
  })
  return { server, leader, inPlace, signedIn, ...asking(leader) }
}

function asking(leader: Visitor): Pick<GroupBench, 'page' | 'fresh' | 'contribute' | 'take' | 'newLink'> {
  const at = '/api/groups/NTE'
  let count = 0
  return {
    async page(visitor, headers = {}, group = 'nte') {
      const response = await visitor.ask('GET', `/api/groups/${group}`, undefined, headers)
      if (response.status !== 200) throw new Error(`the page answered ${response.status}`)
      return (await response.json()) as GroupPageAnswer // what the route under test says
    },
    fresh: (kind = 'note', more = {}) => ({ id: `contribution-${++count}`, kind, text: 'Bonjour', ...more }),
    contribute: (visitor, body, headers = {}) => visitor.ask('POST', `${at}/contributions`, body, headers),
    take: (id, visitor = leader) => visitor.ask('POST', `${at}/contributions/${id}/take`, {}),
    async newLink(name = 'Odile') {
      const response = await leader.ask('POST', `${at}/links`, { name })
      const link = (await response.json()) as PersonalLink // as above
      return { link, token: new URL(link.url ?? '').hash.replace('#lien=', '') }
    },
  }
}

/** The demo stands at its default moment, 14 April 2020. */
async function withSessions(server: TestServer): Promise<void> {
  const file = await server.store.cycle.exportFile()
  const session = (id: string, date: string, n: number) => ({
    ...{ id, groupIds: ['grp-n'], date, startTime: '18:30', durationMin: 120, mode: 'hybrid', joint: false },
    ...{ antennaIds: [], subject: `Séance ${n}`, tools: [], numberInGroup: { 'grp-n': n } },
    attendance: { room: 1, remote: 0, byGroup: [{ groupId: 'grp-n', room: 1, remote: 0 }] },
    ...{ roomMemberIds: ['mem-facilitator-nantes'], remoteMemberIds: [] },
  })
  const sessions = [
    session('ses-1', '2020-03-05', 1),
    session('ses-2', '2020-04-14', 2),
    session('ses-3', '2020-05-05', 3),
  ]
  const members = ['mem-facilitator-nantes', 'mem-ines'].map((id) => ({
    ...{ id, displayName: id === 'mem-ines' ? 'Inès Canari' : 'Animatrice Canari', groupIds: ['grp-n'] },
  }))
  const groups = file?.groups.map((group) =>
    group.id === 'grp-n'
      ? {
          ...group,
          memberIds: members.map(({ id }) => id),
          facilitatorIds: ['mem-facilitator-nantes'],
          sessionIds: sessions.map(({ id }) => id),
        }
      : group,
  )
  const outcome = await server.store.cycle.importFile({ ...file, sessions, members, groups })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
}
