// Puts one process together over an open store: lanes, doors, routes; from its first request to its last. Knows no adapter.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Router } from 'express'
import type { Logger } from 'pino'
import { type Config, withPort } from '#server/config.ts'
import { type Office, openOffice } from '#server/features/account/office.ts'
import { personaOfAccount } from '#server/features/demo/personas.ts'
import { roomGuide } from '#server/features/home/roomGroups.ts'
import { makeMissingRooms } from '#server/features/joint/jointRooms.ts'
import { createNoticesKeeper } from '#server/features/notices/noticesKeeper.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { healthRoutes } from '#server/http/health.ts'
import { jointRoomsDeps } from '#server/http/joint.ts'
import { type Lanes, openLanes } from '#server/http/lanes.ts'
import { resources } from '#server/http/resources.ts'
import type { MailCourier } from '#server/ports/mail.ts'
import type { Account } from '#server/ports/people.ts'
import type { SignOn } from '#server/ports/signOn.ts'
import type { Deps, Store } from '#server/transport/deps.ts'
import { createHttpApp } from '#server/transport/http.ts'
import { createIdentityDesk, type IdentityDesk } from '#server/transport/identity.ts'
import { createMetrics, type Metrics } from '#server/transport/metrics.ts'
import { allowedOrigins, isFromOurPages } from '#server/transport/origins.ts'
import { clientAddress, type TrustedHop } from '#server/transport/rateLimit.ts'
import { secretDigest } from '#server/transport/secretDigest.ts'
import { createTickets } from '#server/transport/tickets.ts'
import { closeCode } from '#shared/contract/closeCode.ts'

export interface ServeOptions {
  readonly config: Config
  /** Where it listens when HOST does not say. */
  readonly host: string
  /** Whether PUBLIC_URL was set, rather than made of the port. */
  readonly publicUrlGiven: boolean
  readonly store: Store & { ready(): Promise<void> }
  readonly demo: boolean
  readonly secret: string
  readonly logger: Logger
  readonly clientFolder: string
  /** What opens the demo to the same Wi-Fi, for the port that was chosen. */
  readonly wifiCommand: (config: Config) => string
  /** Sends mails, where SMTP_URL names a server. */
  readonly courier?: MailCourier | undefined
  /** The organisation's single sign-on, for the address that was chosen. */
  readonly signOn?: ((config: Config) => SignOn | undefined) | undefined
  /** The store or the process is in a state that only a restart may mend. */
  readonly fatal: (error: unknown) => void
}

export interface Serving {
  /** With the port and address that it has. */
  readonly config: Config
  readonly deps: Deps
  /** All routes of the process, for the test that compares them with the table. */
  readonly routers: readonly Router[]
  /** Until this is called only health is answered. */
  open(): void
  /** Refuses what is new, writes what is pending, closes every line; resolves when nothing is left to wait for. */
  close(): Promise<void>
}

/** As `/readyz` says it. */
type Phase = 'starting' | 'ready' | 'stopping'

/** Resolves once it listens. Rejects when the address is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = createServer({
    connectionsCheckingInterval: 2_000,
    headersTimeout: 10_000,
    requestTimeout: 120_000,
  })
  const port = await listen(server, options.config.port, options.config.host ?? options.host)
  const config = withPort(options.config, port, options.publicUrlGiven)
  let phase: Phase = 'starting'
  const isReady = (): boolean => phase === 'ready'
  const { addressOf, believe } = addressBook()
  const metrics = createMetrics()
  const { lanes, deps, desk, office, tickets, guide } = assemble(
    { ...options, config, store: livingStore(options.store) },
    { metrics, addressOf },
  )
  const notices = createNoticesKeeper({
    ...{ ...deps, publicUrl: config.publicUrl },
    warn: (context, message) => options.logger.error(context, message),
  })
  const health = healthRoutes({
    notReady: () => notReady(phase, options.store),
    metrics,
    metricsToken: config.metricsToken,
  })
  const routers = resources(deps, {
    ...{
      desk,
      office,
      tickets,
      guide,
      addressOf,
      clientFolder: options.clientFolder,
      turnedAway: metrics.turnedAway,
    },
    wifiCommand: options.demo ? options.wifiCommand(config) : null,
  })
  const app = createHttpApp({
    ...{ config, health, logger: options.logger, failed: options.fatal, turnedAway: metrics.turnedAway },
    routes: () => (isReady() ? routers : undefined),
    polling: lanes.commands.polling,
  })
  believe(app.get('trust proxy fn') as TrustedHop) // compiled by Express from TRUST_PROXY
  server.on('request', app)
  takeUpgrades(server, { config, lanes, isReady, turnedAway: metrics.turnedAway })
  return {
    config,
    deps,
    routers: [health, ...routers],
    open() {
      phase = 'ready'
      // What was decided before the process ended, and not yet done everywhere.
      lanes.live
        .resume()
        .catch((error: unknown) => options.logger.error({ error }, 'decisions wait to be carried out'))
      void lanes.sessions.start()
      office.start()
      notices.start()
      // Rooms of accepted invitations that a killed server did not make, then what happened in those that are there.
      makeMissingRooms(jointRoomsDeps(deps))
        .then(() => lanes.jointKeeper.start())
        .catch((error: unknown) => options.logger.error({ error }, 'joint rooms wait to be made'))
    },
    async close() {
      phase = 'stopping'
      await Promise.allSettled([lanes.documents.close(closeCode.shuttingDown), lanes.commands.close()])
      await Promise.all([lanes.sessions.close(), lanes.jointKeeper.close(), notices.close(), office.close()])
      lanes.presence.close()
      await stopListening(server)
    },
  }
}

type AddressOf = (request: IncomingMessage) => string

interface Assembled {
  readonly lanes: Lanes
  readonly deps: Deps
  readonly desk: IdentityDesk
  readonly office: Office
  readonly tickets: ReturnType<typeof createTickets>
  readonly guide: ReturnType<typeof roomGuide>
}

function assemble(
  options: ServeOptions,
  { metrics, addressOf }: { metrics: Metrics; addressOf: AddressOf },
): Assembled {
  const { config, demo, fatal, logger, store } = options
  const tickets = createTickets(options.secret)
  const guide = roomGuide(store)
  const now = Date.now
  const isOwn = ({ id }: Account): boolean => personaOfAccount(id) === undefined
  const sessionAccount = async (hash: string, at: number): Promise<Account | undefined> => {
    const account = await store.people.sessionAccount(hash, at)
    // With the demo off no session of one of its people opens anything.
    return account && (demo || isOwn(account)) ? account : undefined
  }
  const lanes = openLanes({
    ...{ config, demo, store, logger, metrics, tickets, sessionAccount, guide, addressOf, fatal, now },
    digest: secretDigest(options.secret),
  })
  const desk = createIdentityDesk({
    people: store.people,
    sessionAccount,
    isOwn,
    seen: (hash, use) => {
      store.accounts
        .sessionSeen(hash, use)
        .catch((error: unknown) => logger.warn({ error }, 'the use of a session was not noted'))
    },
    https: config.publicUrl.protocol === 'https:',
    now,
  })
  const deps: Deps = {
    ...{ store, config, demo, logger, now },
    lane: lanes.documents,
    gate: lanes.gate,
    live: lanes.live,
    presence: lanes.presence,
    recheck: lanes.recheck,
    tellChanged: (what) => lanes.commands.tellChanged(what),
    identify: desk.identify,
    participantOf: desk.participantOf,
  }
  const office = openOffice({
    ...{ store, courier: options.courier, secret: options.secret, now },
    signOn: options.signOn?.(config),
    recheck: lanes.recheck,
    warn: (context, message) => logger.warn(context, message),
  })
  return { lanes, deps, desk, office, tickets, guide }
}

/** The address that asks; who may forward one is known only once Express has compiled TRUST_PROXY. */
function addressBook(): { addressOf: AddressOf; believe: (trusted: TrustedHop) => void } {
  let trusted: TrustedHop = () => false
  return {
    addressOf: (request) => clientAddress(request, trusted),
    believe(hops) {
      trusted = hops
    },
  }
}

async function notReady(phase: Phase, store: ServeOptions['store']): Promise<string | undefined> {
  if (phase !== 'ready') return phase
  try {
    await store.ready()
    return undefined
  } catch {
    return 'the store cannot be reached'
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port) // an address and no pipe: a port was given
    })
  })
}

interface UpgradeParts {
  readonly config: Config
  readonly lanes: Lanes
  readonly isReady: () => boolean
  readonly turnedAway: (why: string) => void
}

/** The origin is judged before anything answers an upgrade: a page that may not talk to us does not even get a line. */
function takeUpgrades(server: Server, { config, lanes, isReady, turnedAway }: UpgradeParts): void {
  const allowed = allowedOrigins(config)
  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (!isFromOurPages(request, allowed, { strict: true })) {
      turnedAway('origin')
      refuseUpgrade(socket, '403 Forbidden')
    } else if (!isReady()) refuseUpgrade(socket, '503 Service Unavailable')
    else if (path.startsWith('/yjs/')) lanes.documents.upgrade(request, socket, head)
    else if (path === '/socket.io/') lanes.commands.upgrade(request, socket, head)
    else refuseUpgrade(socket, '404 Not Found')
  })
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Lines that are closing get two seconds to say goodbye. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections()
      resolve()
    }, 2_000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
