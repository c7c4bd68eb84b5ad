// The one way to speak HTTP with the server: JSON in, JSON out, refusals as problem+json (RFC 9457) turned into errors.

/** The server answered and said no. `code` is a closed word of the server's; the sentence for people is chosen by the page. */
export class RefusedRequest extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  constructor(
    status: number,
    problem: { code?: unknown; type?: unknown; title?: unknown; detail?: unknown },
  ) {
    super(String(problem.title ?? `HTTP ${status}`))
    this.name = 'RefusedRequest'
    this.status = status
    this.code = String(problem.code ?? problem.type ?? '')
    this.detail = String(problem.detail ?? '')
  }
}

/** Nobody answered: no line, too slow, or a proxy in front of a server that is away. What was typed must stay. */
export class UnreachableServer extends Error {
  constructor() {
    super('The server cannot be reached')
    this.name = 'UnreachableServer'
  }
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds until the server counts as unreachable. */
  readonly patience?: number
  /** Further headers, for instance a personal link's, which no address may hold. */
  readonly headers?: Readonly<Record<string, string>>
}

const awayStatuses = [502, 503, 504]

/** @throws RefusedRequest, UnreachableServer */
export async function request<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  { signal, patience = 15_000, headers = {} }: RequestOptions = {},
): Promise<Answer> {
  const response = await answer(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    signal: withPatience(signal, patience),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (awayStatuses.includes(response.status)) throw new UnreachableServer()
  const text = await response.text().catch(() => {
    throw new UnreachableServer()
  })
  const said = parsed(text)
  if (!response.ok)
    throw new RefusedRequest(response.status, typeof said === 'object' && said !== null ? said : {})
  return said as Answer // our own server answers in the shape that shared/ declares for this address
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch {
    throw new UnreachableServer()
  }
}

function withPatience(signal: AbortSignal | undefined, patience: number): AbortSignal {
  const limit = AbortSignal.timeout(patience)
  return signal ? AbortSignal.any([signal, limit]) : limit
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The status of a refusal; undefined for anything else, an unreachable server included. */
export const refusedStatus = (error: unknown): number | undefined =>
  error instanceof RefusedRequest ? error.status : undefined
