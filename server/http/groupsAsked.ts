// Who asks for what on a group's page, and whether they may.
import type { Request } from 'express'
import type { AskedPage, GroupPageDeps } from '#server/features/group/groupPage.ts'
import { type GroupVisitor, groupVisitor, type VisitorDeps } from '#server/features/group/groupVisitor.ts'
import { namedGroup } from '#server/features/group/namedGroup.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf } from '#server/transport/httpProblemTexts.ts'

export type GroupDeps = Deps & GroupPageDeps & VisitorDeps

export async function askedPage(deps: GroupDeps, request: Request): Promise<AskedPage> {
  const named = await namedGroup(deps, request.params['group'])
  return {
    named,
    visitor: await groupVisitor(deps, request, named),
    language: languageOf(request.query['lang'], request.headers['accept-language']),
  }
}

/** Whose it is. @throws HttpProblem for strangers and readers */
export function mayContribute({ standing, author, account }: GroupVisitor): string {
  if ((standing === 'member' || standing === 'facilitator') && author !== undefined) return author
  throw new HttpProblem(standing === 'stranger' && !account ? 'not-signed-in' : 'not-allowed')
}

export function mayLead({ standing, account }: GroupVisitor): void {
  if (standing === 'facilitator') return
  throw new HttpProblem(standing === 'stranger' && !account ? 'not-signed-in' : 'not-allowed')
}

/** Who did what, for the incident runbook; no names, no content. */
export function audit({ logger }: Deps, { account }: GroupVisitor, act: string, details: object): void {
  logger.info({ audit: true, by: account?.id ?? 'guest', ...details }, act)
}
