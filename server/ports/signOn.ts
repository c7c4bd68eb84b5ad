// The organisation's single sign-on: sending somebody there, and hearing who came back.

export interface SignOnChecks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface SignedOn {
  readonly issuer: string
  readonly subject: string
  /** Only where the issuer says that it was verified. */
  readonly verifiedEmail: string | null
}

export interface SignOn {
  /** Rejects where the issuer cannot be reached. */
  begin(): Promise<{ readonly url: string; readonly checks: SignOnChecks }>
  /** `address`: the whole address that the browser came back to. Rejects where anything does not fit. */
  finish(address: URL, checks: SignOnChecks): Promise<SignedOn>
}
