// What stands in front of every route: headers, where a request may come from, what a body may be.
import express, { type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import type { Config } from '#server/config.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { allowedOrigins, isFromOurPages } from '#server/transport/origins.ts'

/** Bytes of a JSON body, and how deep it may nest. */
const bodyLimit = 256 * 1024
const depthLimit = 32

/**
 * Scripts only from here; styles inline because tldraw writes them; pictures from blobs and data addresses because it exports them.
 * HSTS and `upgrade-insecure-requests` only where people come by https: a phone on the same Wi-Fi has plain http.
 */
export function securityHeaders(config: Pick<Config, 'publicUrl' | 'dev'>): RequestHandler {
  const https = config.publicUrl.protocol === 'https:'
  // Not every browser counts a WebSocket to the same host as 'self'. A policy has no words for an IPv6 address.
  const sockets = [...allowedOrigins(config)]
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'))
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'data:', 'blob:', ...sockets],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // On plain http browsers ignore it and say so in the console.
    // The room keeps hold of the window of its call: it comes forward when asked for again, instead of joining twice.
    crossOriginOpenerPolicy: https ? { policy: 'same-origin-allow-popups' } : false,
    originAgentCluster: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Camera and microphone are for the calls of this site only; the rest of a device is not asked for. */
export const permissions: RequestHandler = (_request, response, next) => {
  response.setHeader(
    'Permissions-Policy',
    'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
  )
  next()
}

/** Foreign pages are refused everywhere; behind these paths also pages that hide where they are. */
const strictPaths = /^\/(api|assets|socket\.io)(\/|$)/

export function originRule(config: Pick<Config, 'publicUrl' | 'dev'>): RequestHandler {
  const allowed = allowedOrigins(config)
  return (request, _response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const strict = !reads || strictPaths.test(request.path)
    if (!isFromOurPages(request, allowed, { strict })) throw new HttpProblem('foreign-origin')
    next()
  }
}

/** Answers of the API are about one person at one moment. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** Routes that take bytes of their own, and read them themselves; the stop of a mail reads none: its word stands in the address. */
const rawBodies = /^\/api\/(rooms\/[^/]+\/assets|admin\/cycle\/import|notices\/stop\/[\w-]+)$/

/** The parser would also read UTF-7 and other charsets in which filters see something else. */
const jsonInUtf8 = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** Writes are JSON or have no body: a form or a text from a foreign page needs no permission of a browser, JSON does. */
export const onlyJson: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || rawBodies.test(request.path)) return next()
  const type = request.headers['content-type']
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  if (type === undefined ? hasBody : !jsonInUtf8.test(type)) throw new HttpProblem('body-type')
  next()
}

/** Compressed bodies are refused (415): nothing that a person sends is large enough to need it, and bombs are. */
export const jsonBody: RequestHandler = express.json({
  limit: bodyLimit,
  inflate: false,
  type: 'application/json',
  verify: (_request, _response, bytes) => {
    if (nestsDeeperThan(bytes, depthLimit)) throw new HttpProblem('bad-input', { status: 400 })
  },
})

/** Looks at brackets outside strings only, in one pass: a parser that recurses never sees what nests too deep. */
export function nestsDeeperThan(bytes: Uint8Array, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inString) {
      if (byte === 0x5c) at++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x5b || byte === 0x7b) {
      depth++
      if (depth > limit) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

/** For files that people sent: shown, never run, whatever they turn out to be. */
export function sandboxed(response: Response): Response {
  return response
    .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}
