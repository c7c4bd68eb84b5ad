// The built client: its files, and its one page at each address that the contract names. Everything else is 404.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import express, { type RequestHandler, type Router } from 'express'
import { HttpProblem } from '#server/transport/httpProblem.ts'

export const pages = [
  '/',
  '/g/:group',
  '/r/:code',
  '/r/:code/phone',
  '/r/:code/aparte/:groupId',
  '/r/:code/display',
  '/cycle',
  '/cycle/convergence',
  '/consultation',
  '/consultation/:id',
  '/consultation/live/:code',
  '/consultation/presenting/:id',
  '/instruction',
  '/assembly',
  '/assembly/screen',
  '/assembly/desk',
  '/assembly/themes',
  '/follow-up',
  '/follow-up/:key',
  '/library',
  '/library/:document',
  '/search',
  '/notices',
  '/admin',
  '/sign-in',
  '/me',
] as const

/** One year: the names of these files change with their content. */
const forEver = 'public, max-age=31536000, immutable'

/** `folder`: where the client was built to; without an `index.html` its pages answer 503. `language`: of what the cooperative writes. */
export function clientFiles(folder: string, language: () => Promise<string | undefined>): Router {
  const router = express.Router()
  const page: RequestHandler = async (_request, response) => {
    const html = readPage(folder)
    if (html === undefined) throw new HttpProblem('not-ready')
    response
      .setHeader('Cache-Control', 'no-cache')
      .type('html')
      .send(written(html, await language()))
  }
  for (const path of pages) router.get(path, page)
  router.get('/service-worker.js', (_request, response) => {
    const worker = readWorker(folder)
    if (worker === undefined) throw new HttpProblem('not-found')
    response.setHeader('Cache-Control', 'no-cache').type('js').send(worker)
  })
  router.use(refuseHidden)
  router.use(compressed(folder))
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (response, path) => {
        const hashed = path.startsWith(join(folder, 'static'))
        response.setHeader('Cache-Control', hashed ? forEver : 'no-cache')
        if (hashed) response.setHeader('Vary', 'Accept-Encoding')
        if (!path.endsWith('.gz')) return
        response.setHeader('Content-Encoding', 'gzip')
        response.type(extname(path.slice(0, -'.gz'.length)))
      },
    }),
  )
  return router
}

/** The page says it before the first word is drawn; a file may call its language anything, so only a language's tag is put there. */
function written(html: string, language: string | undefined): string {
  if (!language || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)) return html
  return html.replace('<html ', `<html data-content-language="${language}" `)
}

/** Source maps and the page's own file are nobody's to fetch, whatever a build left in the folder. */
const refuseHidden: RequestHandler = (request, _response, next) => {
  if (/\.map$|^\/index\.html$|[\0\\]|%00|%2f|%5c/i.test(request.path)) throw new HttpProblem('not-found')
  next()
}

/** Sends the compressed copy of a file, where the build wrote one, to whoever takes it. */
function compressed(folder: string): RequestHandler {
  return function compressed(request, _response, next) {
    const isCode = /^\/static\/[\w.-]+\.(js|css|svg|json)$/.test(request.path)
    if (
      isCode &&
      request.acceptsEncodings('gzip') === 'gzip' &&
      existsSync(join(folder, `${request.path}.gz`))
    )
      request.url = `${request.path}.gz`
    next()
  }
}

/** Named after the build that it keeps: the page's own file names every other file by its content. */
function readWorker(folder: string): string | undefined {
  const page = readPage(folder)
  if (page === undefined) return undefined
  try {
    const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8')
    return worker.replace(
      '__BUILD__',
      createHash('sha256').update(page).update(worker).digest('hex').slice(0, 16),
    )
  } catch {
    return undefined
  }
}

function readPage(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}
