// The settings: read from the environment once, at the start, with one clear line when one is wrong.
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { defaultLimits, type Limits } from '#server/live/limits.ts'

export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

export interface Config {
  /** 0 lets the system choose, for tests. */
  readonly port: number
  /** Undefined: 127.0.0.1 in demo mode, 0.0.0.0 otherwise. */
  readonly host: string | undefined
  /** The address people type; its path is always `/`. */
  readonly publicUrl: URL
  /** Whether only this machine can reach `publicUrl`. */
  readonly loopback: boolean
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly sessionSecret: string | undefined
  /** What DEMO says; undefined when it says nothing. */
  readonly demo: boolean | undefined
  readonly tldrawLicenseKey: string | undefined
  readonly trustProxy: number | readonly string[] | undefined
  readonly metricsToken: string | undefined
  readonly limits: Limits
  /** The part of the limits that LIMITS changed; printed at the start. */
  readonly changedLimits: Partial<Limits>
  /** `smtp://…` or `smtps://…`; undefined: mails wait in the outbox. */
  readonly smtpUrl: string | undefined
  /** The organisation's single sign-on; undefined where there is none. */
  readonly openid:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string | undefined }
    | undefined
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Vite serves the client apart, from port 5173. */
  readonly dev: boolean
  /** Settings that are given but that this version does not use; named at the start, never ignored in silence. */
  readonly unused: readonly string[]
}

const port = z.coerce.number().int().min(0).max(65_535)
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown // parsed by a schema right after
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
})
const hop = z.string().refine((text) => {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
})
const trustProxy = z.string().transform((text, context) => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const hops = z
    .array(hop)
    .min(1)
    .safeParse(text.split(',').map((part) => part.trim()))
  if (hops.success) return hops.data
  context.addIssue({
    code: 'custom',
    message: 'must be a number of hops, or addresses and CIDRs with commas between them',
  })
  return z.NEVER
})
const limits = z.strictObject(
  Object.fromEntries(
    Object.keys(defaultLimits).map((name) => [name, z.number().positive().optional()]),
  ) as Record<keyof Limits, z.ZodOptional<z.ZodNumber>>, // fromEntries forgets the names of the keys
)
const iceServers = z.array(z.looseObject({ urls: z.union([z.string(), z.array(z.string())]) }))

const environment = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, { error: 'must be an address or a host name' })
    .optional(),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SESSION_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  DEMO: z.enum(['0', '1'], { error: 'must be 1 or 0' }).optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  OIDC_ISSUER: url('http:', 'https:').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  ICE_SERVERS: json.pipe(iceServers).optional(),
  LIVEKIT_URL: url('ws:', 'wss:', 'http:', 'https:').optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z.string().optional(),
  TLDRAW_LICENSE_KEY: z.string().optional(),
  TRUST_PROXY: trustProxy.optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  LIMITS: json.pipe(limits).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})
type Environment = z.output<typeof environment>

/** Known to the contract, read by a later version. */
const notUsedYet = ['ICE_SERVERS', 'LIVEKIT_URL'] as const

/** Throws `BadSetting`, with one line that names the setting, what is wrong with it, and never a secret's value. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { dev?: boolean } = {},
): Config {
  const given = parse(env)
  refuseImpossible(given)
  const publicUrl = new URL('/', given.PUBLIC_URL ?? `http://localhost:${given.PORT}`)
  const changedLimits = definedOf(given.LIMITS ?? {})
  return {
    port: given.PORT,
    host: given.HOST,
    publicUrl,
    loopback: isLoopback(publicUrl.hostname),
    dataDir: resolve(given.DATA_DIR),
    databaseUrl: given.DATABASE_URL,
    sessionSecret: given.SESSION_SECRET,
    demo: given.DEMO === undefined ? undefined : given.DEMO === '1',
    tldrawLicenseKey: given.TLDRAW_LICENSE_KEY,
    trustProxy: given.TRUST_PROXY,
    metricsToken: given.METRICS_TOKEN,
    smtpUrl: given.SMTP_URL,
    openid:
      given.OIDC_ISSUER && given.OIDC_CLIENT_ID
        ? {
            issuer: given.OIDC_ISSUER,
            clientId: given.OIDC_CLIENT_ID,
            clientSecret: given.OIDC_CLIENT_SECRET,
          }
        : undefined,
    limits: { ...defaultLimits, ...changedLimits },
    changedLimits,
    logLevel: given.LOG_LEVEL,
    dev: options.dev ?? false,
    unused: notUsedYet.filter((name) => given[name] !== undefined),
  }
}

function parse(env: Readonly<Record<string, string | undefined>>): Environment {
  // An empty value means "not set", as in a compose file.
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined] as const)
  const parsed = environment.safeParse(Object.fromEntries(trimmed))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = issue?.path.map(String) ?? []
  const unknown = issue?.code === 'unrecognized_keys' ? `does not know ${issue.keys.join(', ')}` : undefined
  const inside = path.length > 1 ? ` (${path.slice(1).join('.')})` : ''
  throw new BadSetting(
    `${path[0] ?? 'settings'}${inside}: ${unknown ?? issue?.message ?? 'is not valid'}`.replaceAll('\n', ' '),
  )
}

function refuseImpossible(given: Environment): void {
  if (given.REDIS_URL) {
    throw new BadSetting('REDIS_URL: this version serves one process; leave it out')
  }
  if (given.DATABASE_URL && !given.SESSION_SECRET) {
    throw new BadSetting(
      'SESSION_SECRET: is required with DATABASE_URL (any 32 random characters that stay the same)',
    )
  }
  if (given.OIDC_ISSUER && !given.OIDC_CLIENT_ID)
    throw new BadSetting('OIDC_CLIENT_ID: is required with OIDC_ISSUER')
  if (given.OIDC_ISSUER && isPlainElsewhere(given.OIDC_ISSUER))
    throw new BadSetting('OIDC_ISSUER: must be https, but for an issuer on this very machine')
  const path = given.PUBLIC_URL ? new URL(given.PUBLIC_URL) : undefined
  if (path && (path.pathname !== '/' || path.search || path.hash || path.username)) {
    throw new BadSetting('PUBLIC_URL: must be an address without path, query or user')
  }
}

function definedOf(changed: Partial<Record<keyof Limits, number | undefined>>): Partial<Limits> {
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
}

const isPlainElsewhere = (address: string): boolean => {
  const { hostname, protocol } = new URL(address)
  return protocol === 'http:' && !isLoopback(hostname)
}

/** Whether a host name is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    (isIP(name) === 4 && name.startsWith('127.'))
  )
}

/** The same settings once the system has chosen a port. */
export const withPort = (config: Config, port: number, publicUrlGiven: boolean): Config =>
  publicUrlGiven ? { ...config, port } : { ...config, port, publicUrl: new URL(`http://localhost:${port}/`) }

/**
 * Whether this start serves the demo. DEMO says it; else the mark that an earlier demo left in the store; else an empty store.
 * By itself it never serves the demo where the address is not loopback: anyone could sign in as an administrator.
 */
export function servesDemo(
  config: Pick<Config, 'demo' | 'loopback'>,
  store: { readonly marked: boolean; readonly empty: boolean },
): boolean {
  if (config.demo !== undefined) return config.demo
  return config.loopback && (store.marked || store.empty)
}
