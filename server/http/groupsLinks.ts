// What facilitators send to people who are not there: personal links, and the note to absent members.
import { randomBytes } from 'node:crypto'
import type { Router } from 'express'
import { z } from 'zod'
import { linesOf } from '#server/features/group/catchUp.ts'
import {
  type AskedPage,
  catchUpSource,
  nextLine,
  sessionsOf,
  shownNext,
} from '#server/features/group/groupPage.ts'
import { askedPage, audit, type GroupDeps, mayLead } from '#server/http/groupsAsked.ts'
import { missingFrom } from '#server/http/presence.ts'
import type { KeptLink } from '#server/ports/sessionRecords.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { hashOf } from '#server/transport/identity.ts'
import { randomId } from '#shared/contract/ids.ts'
import { absentNote } from '#shared/group/absentNote.ts'
import { catchUpLines } from '#shared/group/catchUpLines.ts'
import {
  type AbsentNote,
  linkInput,
  type PersonalLink,
  type PersonalLinksAnswer,
} from '#shared/group/groupPage.ts'
import { groupWords } from '#shared/group/groupWords.ts'

/** How long a link opens, in milliseconds; and how many of a group open at once. */
const linkLife = 60 * 24 * 3_600_000
const mostLinks = 300

const aboutSession = z.object({ session: z.string().min(1).max(80).optional() })

export function groupLinkRoutes(router: Router, deps: GroupDeps): void {
  const { sessionRecords: records } = deps.store

  router.get('/api/groups/:group/links', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    mayLead(visitor)
    const links = await records.links(named.group.id, deps.now())
    response.json({ links: links.map(shownLink) } satisfies PersonalLinksAnswer)
  })

  router.post('/api/groups/:group/links', async (request, response) => {
    const { name, memberId } = linkInput.parse(request.body ?? {})
    const { named, visitor } = await askedPage(deps, request)
    mayLead(visitor)
    const { group, room, shown } = named
    if (memberId !== undefined && !group.memberIds.includes(memberId))
      throw new HttpProblem('bad-input', { fields: ['memberId'] })
    const now = deps.now()
    if ((await records.links(group.id, now)).length >= mostLinks) throw new HttpProblem('too-many')
    const token = randomBytes(20).toString('base64url')
    const link: KeptLink = {
      ...{ id: randomId(), groupId: group.id, roomId: room?.id ?? null, hash: hashOf(token), name },
      ...{ memberId: memberId ?? null, madeAt: now, expiresAt: now + linkLife, lastUsedAt: null },
    }
    await records.makeLink(link)
    audit(deps, visitor, 'personal link made', { groupId: group.id, linkId: link.id })
    const url = new URL(`/g/${encodeURIComponent(shown.code)}`, deps.config.publicUrl)
    // Behind the hash: a browser sends it to nobody.
    url.hash = `lien=${token}`
    response.json({ ...shownLink(link), url: url.href } satisfies PersonalLink)
  })

  router.delete('/api/groups/:group/links/:id', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    mayLead(visitor)
    await records.revokeLink(named.group.id, String(request.params['id']))
    audit(deps, visitor, 'personal link revoked', { groupId: named.group.id, linkId: request.params['id'] })
    response.status(204).end()
  })

  router.get('/api/groups/:group/absent-note', async (request, response) => {
    const { session } = aboutSession.parse(request.query)
    const asked = await askedPage(deps, request)
    mayLead(asked.visitor)
    response.json(await noteTo(deps, asked, session))
  })
}

const shownLink = ({ id, name, expiresAt, lastUsedAt }: KeptLink): PersonalLink => ({
  ...{ id, name, expiresAt, lastUsedAt },
})

/** About the last session where none is named. @throws HttpProblem 404 for one that was not held */
async function noteTo(deps: GroupDeps, asked: AskedPage, sessionId: string | undefined): Promise<AbsentNote> {
  const { named, language } = asked
  const sessions = await sessionsOf(deps, named)
  const behind = sessions.filter(({ when, held }) => when === 'held' || held !== undefined)
  const session =
    sessionId === undefined
      ? (behind.filter(({ held }) => held !== undefined).at(-1) ?? behind.at(-1))
      : behind.find(({ id, cycle }) => id === sessionId || cycle?.id === sessionId)
  if (!session) throw new HttpProblem('not-found')
  const source = await catchUpSource(deps, asked)
  const next = await shownNext(deps, asked, sessions)
  const lines = catchUpLines([...(await linesOf(source, session)), ...(next ? [nextLine(next)] : [])])
  const noted = session.held
    ? (await deps.store.sessionRecords.lines([session.held.id])).get(session.held.id)
    : []
  return {
    sessionId: session.id,
    text: absentNote({ place: named.shown.place, date: session.date, lines }, language),
    linkPlaceholder: groupWords[language].note.link,
    // Of an imported session only those who were there are known by name.
    missing: session.held
      ? await missingFrom(deps.store, [named.group.id], noted ?? [])
      : await absentFromImported(deps, named, session.cycle),
  }
}

async function absentFromImported(
  { store }: GroupDeps,
  { group }: AskedPage['named'],
  session:
    | { readonly roomMemberIds: readonly string[]; readonly remoteMemberIds: readonly string[] }
    | undefined,
): Promise<AbsentNote['missing']> {
  const there = new Set([...(session?.roomMemberIds ?? []), ...(session?.remoteMemberIds ?? [])])
  // Where nobody was named, nobody is called absent.
  if (there.size === 0) return []
  const members = await store.cycle.members({ groupId: group.id })
  return members.flatMap(({ id, displayName }) => (there.has(id) ? [] : { id, name: displayName }))
}
