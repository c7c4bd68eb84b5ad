// The built client: its files, and its one page at each address that the contract names. Everything else is 404.
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
  '/instruction',
  '/assembly',
  '/follow-up',
  '/follow-up/:key',
  '/library',
  '/admin',
  '/sign-in',
  '/me',
] as const

/** One year: the names of these files change with their content. */
const forEver = 'public, max-age=31536000, immutable'

/** `folder`: where the client was built to; without an `index.html` its pages answer 503. */
export function clientFiles(folder: string): Router {
  const router = express.Router()
  const page: RequestHandler = (_request, response) => {
    const html = readPage(folder)
    if (html === undefined) throw new HttpProblem('not-ready')
    response.setHeader('Cache-Control', 'no-cache').type('html').send(html)
  }
  for (const path of pages) router.get(path, page)
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

function readPage(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}
