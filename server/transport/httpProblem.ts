// A refusal on its way to an HTTP answer: throw it from any route; RFC 9457 words are added at the border.

export type ProblemCode =
  | 'bad-input'
  | 'not-signed-in'
  | 'not-allowed'
  | 'foreign-origin'
  | 'door-closed'
  | 'not-found'
  | 'room-not-found'
  | 'loopback-address'
  | 'conflict'
  | 'link-over'
  | 'other-browser'
  | 'email-taken'
  | 'last-administrator'
  | 'sign-in-again'
  | 'sign-on-away'
  | 'too-large'
  | 'body-type'
  | 'picture-type'
  | 'picture-too-large'
  | 'picture-broken'
  | 'room-pictures-full'
  | 'too-many'
  | 'not-ready'
  | 'disk-full'
  | 'no-printer'
  | 'remark-stale'
  | 'remark-closed'
  | 'remark-answered'
  | 'remark-adopted'
  | 'remark-lines'
  | 'remark-full'
  | 'consultation-closed'
  | 'bug'

const statusOf: Readonly<Record<ProblemCode, number>> = {
  'bad-input': 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'door-closed': 403,
  'not-found': 404,
  'room-not-found': 404,
  'loopback-address': 404,
  conflict: 409,
  'link-over': 410,
  'other-browser': 409,
  'email-taken': 409,
  'last-administrator': 409,
  'sign-in-again': 403,
  'sign-on-away': 424,
  'too-large': 413,
  'body-type': 415,
  'picture-type': 415,
  'picture-too-large': 413,
  'picture-broken': 422,
  'room-pictures-full': 413,
  'too-many': 429,
  'not-ready': 503,
  'disk-full': 507,
  'no-printer': 501,
  'remark-stale': 409,
  'remark-closed': 409,
  'remark-answered': 409,
  'remark-adopted': 409,
  'remark-lines': 422,
  'remark-full': 409,
  'consultation-closed': 409,
  bug: 500,
}

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly code: ProblemCode
  readonly status: number
  /** Names of the fields that were wrong; never their values. */
  readonly fields: readonly string[]
  /** Seconds, with `too-many`. */
  readonly retryAfter: number | undefined

  constructor(
    code: ProblemCode,
    more: { status?: number; fields?: readonly string[]; retryAfter?: number } = {},
  ) {
    super(code)
    this.code = code
    this.status = more.status ?? statusOf[code]
    this.fields = more.fields ?? []
    this.retryAfter = more.retryAfter
  }
}
