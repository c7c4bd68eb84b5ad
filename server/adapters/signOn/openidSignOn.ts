// The organisation's single sign-on by OpenID Connect: authorization code with PKCE, state and nonce.
import * as client from 'openid-client'
import type { SignOn } from '#server/ports/signOn.ts'

export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** The one address that the issuer sends people back to. */
  readonly redirectUri: string
}

export function openidSignOn(settings: OpenidSettings): SignOn {
  let known: Promise<client.Configuration> | undefined
  // Asked for at the first sign-on, and again after a failure: an issuer that is away does not stop our start.
  const configuration = (): Promise<client.Configuration> => {
    known ??= discover(settings)
    known.catch(() => {
      known = undefined
    })
    return known
  }
  return {
    async begin() {
      const config = await configuration()
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: settings.redirectUri, scope: 'openid email profile', state: checks.state },
        ...{ nonce: checks.nonce, code_challenge_method: 'S256' },
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
      })
      return { url: url.href, checks }
    },
    async finish(address, { state, nonce, verifier }) {
      const tokens = await client.authorizationCodeGrant(await configuration(), address, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the issuer gave no identity')
      const { email, email_verified } = claims
      return {
        ...{ issuer: claims.iss, subject: claims.sub },
        // What nobody verified may be somebody else's address.
        verifiedEmail:
          email_verified === true && typeof email === 'string' ? email.trim().toLowerCase() : null,
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: OpenidSettings): Promise<client.Configuration> {
  const address = new URL(issuer)
  // Without TLS only on this very machine, for tests and rehearsals; the settings refuse it elsewhere.
  const plain = address.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}
  return client.discovery(address, clientId, clientSecret, undefined, { timeout: 10, ...plain })
}
