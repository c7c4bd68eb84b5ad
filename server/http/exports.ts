// Exports over HTTP: asked for, looked at while they are made, taken away or cancelled, by whoever may read what is in them.
import express, { type Request, type Router } from 'express'
import { granted } from '#server/features/exports/exportAsker.ts'
import { ExportJobs, type ExportOwner, exportLimits } from '#server/features/exports/exportJobs.ts'
import { readExport } from '#server/features/exports/exportSource.ts'
import { listsOf } from '#server/features/exports/listSource.ts'
import { sweepBooks } from '#server/features/exports/printBook.ts'
import { exportTypes, writeExport } from '#server/features/exports/writeExport.ts'
import { groupVisitor, type VisitorDeps } from '#server/features/group/groupVisitor.ts'
import { namedGroup } from '#server/features/group/namedGroup.ts'
import { findChromium } from '#server/features/minutes/chromium.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { addressGroup, failureLimit } from '#server/transport/rateLimit.ts'
import { type ExportOffer, type ExportStatus, exportInput } from '#shared/exports/exportAsked.ts'
import { attachmentOf, exportFileName } from '#shared/exports/exportFileName.ts'
import { mayTakeList } from '#shared/exports/exportPolicy.ts'

export interface ExportRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
  /** What prints PDF files here; undefined where nothing does. */
  readonly browser?: string | undefined
}

export function exportRoutes({
  deps: given,
  addressOf,
  browser = findChromium(),
}: ExportRoutesOptions): Router {
  const deps: Deps & VisitorDeps = {
    ...given,
    addressOf,
    failures: failureLimit(given.config.limits.failedJoins),
  }
  sweepBooks()
  const jobs = new ExportJobs(exportLimits, (error) => deps.logger.error({ error }, 'an export was not made'))
  const router = express.Router()

  /** An account, a guest's browser, or an address: what strangers take is public. */
  const ownerOf = async (request: Request): Promise<ExportOwner> => {
    const { account, device } = await deps.identify(request)
    if (account) return { id: `account:${account.id}`, from: `account:${account.id}` }
    const from = `address:${addressGroup(addressOf(request))}`
    return { id: device ? `device:${device.hash}` : from, from }
  }
  const own = async (request: Request): Promise<{ owner: string; id: string; status: ExportStatus }> => {
    const [{ id: owner }, id] = [await ownerOf(request), String(request.params['id'])]
    const status = jobs.status(owner, id)
    if (!status) throw new HttpProblem('not-found')
    return { owner, id, status }
  }

  router.get('/api/exports', async (request, response) => {
    const offer: ExportOffer = { pdf: browser !== undefined, lists: await offeredLists(deps, request) }
    response.set('Cache-Control', 'no-store').json(offer)
  })

  router.post('/api/exports', async (request, response) => {
    const wanted = exportInput.parse(request.body ?? {})
    if (wanted.format === 'pdf' && browser === undefined) throw new HttpProblem('no-printer')
    const grant = await granted(deps, request, wanted)
    const owner = await ownerOf(request)
    const status = jobs.start(owner, wanted, async ({ signal, tell }) => {
      const exported = await readExport(deps, grant)
      const content = await writeExport(exported, wanted, { browser, signal, tell })
      return { content, format: wanted.format, fileName: exportFileName(exported.name, wanted.format) }
    })
    const { content, format } = wanted
    deps.logger.info(
      { audit: true, by: owner.id.startsWith('account:') ? owner.id.slice(8) : 'guest', content, format },
      'export',
    )
    response.status(201).json(status)
  })

  router.get('/api/exports/:id', async (request, response) => {
    response.set('Cache-Control', 'no-store').json((await own(request)).status)
  })

  router.delete('/api/exports/:id', async (request, response) => {
    const { id, owner } = await own(request)
    jobs.cancel(owner, id)
    response.status(204).end()
  })

  router.get('/api/exports/:id/file', async (request, response) => {
    const { id, owner } = await own(request)
    const made = jobs.file(owner, id)
    if (!made) throw new HttpProblem('not-found')
    // Rights may have gone since it was asked for.
    await granted(deps, request, made.asked)
    const { file } = made
    response
      .setHeader('Content-Type', exportTypes[file.format])
      .setHeader('Content-Disposition', attachmentOf(file.fileName))
      .setHeader('X-Content-Type-Options', 'nosniff')
      .setHeader('Cache-Control', 'no-store')
      .end(file.content)
  })
  return router
}

async function offeredLists(deps: Deps & VisitorDeps, request: Request): Promise<ExportOffer['lists']> {
  const { group } = request.query
  if (group === undefined) return []
  const named = await namedGroup(deps, group)
  const { standing } = await groupVisitor(deps, request, named)
  return mayTakeList(standing) ? listsOf(deps, named) : []
}
