// A small OpenID Connect issuer on the loopback, for tests: discovery, codes with PKCE, signed identities.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface IssuedPerson {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
}

export interface SmallIssuer {
  readonly url: string
  /** Whoever signs in next, and what a forger changes of the identity. */
  person: IssuedPerson
  forged: Readonly<Record<string, unknown>>
  close(): Promise<void>
}

interface Code {
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function smallIssuer(clientId: string): Promise<SmallIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Code>()
  const issuer: SmallIssuer = { url: '', person: { sub: 'nobody' }, forged: {}, close: async () => undefined }

  const identity = (nonce: string): string => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer.url, aud: clientId, iat: now, exp: now + 300, nonce, ...issuer.person }
    const words = `${base64({ alg: 'RS256', kid: 'k' })}.${base64({ ...claims, ...issuer.forged })}`
    return `${words}.${sign('sha256', Buffer.from(words), privateKey).toString('base64url')}`
  }
  const authorize = (asked: URLSearchParams, response: ServerResponse): void => {
    const code = randomBytes(16).toString('hex')
    const redirect = asked.get('redirect_uri') ?? ''
    codes.set(code, {
      redirect,
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
    })
    const back = new URL(redirect)
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer.url }).toString()
    response.writeHead(302, { location: back.href }).end()
  }
  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = ''
    for await (const bytes of request) body += String(bytes)
    const asked = new URLSearchParams(body)
    const code = codes.get(asked.get('code') ?? '')
    codes.delete(asked.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    const good = code && code.challenge === verifier && code.redirect === asked.get('redirect_uri')
    response.writeHead(good ? 200 : 400, { 'content-type': 'application/json' })
    const tokens = good && { access_token: 'a', token_type: 'bearer', id_token: identity(code.nonce) }
    response.end(JSON.stringify(tokens || { error: 'invalid_grant' }))
  }
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', issuer.url)
    const json = (value: object): unknown =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (address.pathname === '/.well-known/openid-configuration')
      json({
        ...{
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}/authorize`,
          jwks_uri: `${issuer.url}/keys`,
        },
        ...{ token_endpoint: `${issuer.url}/token`, response_types_supported: ['code'] },
        ...{ id_token_signing_alg_values_supported: ['RS256'], subject_types_supported: ['public'] },
        authorization_response_iss_parameter_supported: true,
      })
    else if (address.pathname === '/keys')
      json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }] })
    else if (address.pathname === '/authorize') authorize(address.searchParams, response)
    else if (address.pathname === '/token') void token(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // an address and no pipe: a port was asked for
  return Object.assign(issuer, {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
