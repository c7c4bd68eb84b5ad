// The tables of accounts: profiles, roles, ways in, mails and the journal of acts, as Kysely sees them.

export interface AccountTables {
  account_profiles: {
    account_id: string
    email: string | null
    email_verified: number
    language: string
    issuer: string | null
    subject: string | null
    made_at: number
    erased_at: number | null
  }
  account_grants: {
    id: string
    account_id: string
    role: string
    scope: string | null
    from_at: number
    until_at: number | null
    given_by: string
    given_at: number
  }
  sign_in_links: {
    hash: string
    account_id: string
    browser_hash: string
    made_at: number
    expires_at: number
    taken_at: number | null
  }
  sign_on_tries: {
    browser_hash: string
    state: string
    nonce: string
    verifier: string
    expires_at: number
    issuer: string | null
    subject: string | null
    account_id: string | null
  }
  invitations: {
    id: string
    hash: string
    name: string
    email: string | null
    person_id: string | null
    roles: string
    language: string
    made_by: string
    made_at: number
    expires_at: number
    used_at: number | null
    revoked_at: number | null
  }
  mails: {
    id: string
    recipient: string
    account_id: string | null
    language: string
    subject: string
    body: string | null
    html: string | null
    made_at: number
    expires_at: number
    sent_at: number | null
    tries: number
    next_try_at: number
    problem: string | null
    stop_address?: string | null | undefined
  }
  acts: {
    seq: number
    at: number
    made_by: string
    act: string
    about: string | null
    details: string
    hash: string
  }
  /** One row: where the chain stands. */
  acts_head: { id: number; seq: number; hash: string }
  room_links: {
    room_id: string
    generation: number
    hash: string
    code_until: number | null
    link_until?: number | null | undefined
  }
}
