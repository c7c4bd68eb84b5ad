// Starts the one process: settings, store, demo, doors. The only file that knows which adapters exist.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Node ${process.versions.node} is too old: Faire Ensemble needs 22.12 or newer (npm start brings its own).`,
  )
  process.exit(1)
}
// Loaded after the check: an older Node would fail on one of these with an error that says nothing.
const { networkInterfaces } = await import('node:os')
const { join } = await import('node:path')
const { pino } = await import('pino')
const { smtpCourier } = await import('#server/adapters/mail/smtpCourier.ts')
const { openidSignOn } = await import('#server/adapters/signOn/openidSignOn.ts')
const { openStore } = await import('#server/adapters/sql/openStore.ts')
const { BadSetting, readConfig, servesDemo } = await import('#server/config.ts')
const { loadDemoInto, demoState, rememberDemo } = await import('#server/http/demoStart.ts')
const { serve } = await import('#server/http/serve.ts')
const { lanAddress, wifiCommand } = await import('#server/http/wifiCommand.ts')
const { sessionSecretIn } = await import('#server/transport/sessionSecret.ts')
const { StoreFailure } = await import('#server/ports/storeFailure.ts')
const { personalLinkHeader } = await import('#shared/group/groupPage.ts')

/** Milliseconds from a signal to the end, whatever still hangs. */
const longestStop = 4_500
const redacted = ['ticket', 'cookie', 'authorization', 'secret', 'token', 'password']

const root = join(import.meta.dirname, '..')

function readSettings() {
  try {
    return readConfig(process.env, { dev: process.argv.includes('--dev') })
  } catch (error) {
    if (error instanceof BadSetting) stopWithLine(error.message)
    throw error
  }
}

function stopWithLine(line: string): never {
  console.error(line)
  process.exit(1)
}

const config = readSettings()
const logger = pino(
  {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    redact: {
      paths: [
        ...redacted.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]),
        `headers["${personalLinkHeader}"]`,
        `*.headers["${personalLinkHeader}"]`,
      ],
      censor: '[redacted]',
    },
  },
  // Standard output is for the address; written at once, so that the last line before a crash is there.
  pino.destination({ dest: 2, sync: true }),
)

let stopping = false
let stop: () => Promise<void> = async () => undefined

/** Writes what is pending, closes every line, ends the process: with 0 when it was asked to, with 1 when something is broken. */
function end(code: 0 | 1, why: string, error?: unknown): void {
  if (code === 1) logger.fatal({ error }, why)
  else logger.info(why)
  if (stopping) return
  stopping = true
  setTimeout(() => {
    logger.error('it took too long to stop')
    process.exit(1)
  }, longestStop).unref()
  stop().then(
    () => process.exit(code),
    (failure: unknown) => {
      logger.error({ error: failure }, 'it did not stop cleanly')
      process.exit(1)
    },
  )
}
process.on('SIGTERM', () => end(0, 'stopping'))
process.on('SIGINT', () => end(0, 'stopping'))
// Never "ignore and go on": a state that nobody thought of may already be wrong.
process.on('uncaughtException', (error) => end(1, 'uncaught exception', error))
process.on('unhandledRejection', (error) => end(1, 'unhandled rejection', error))

const fatal = (error: unknown): void => {
  const mends = error instanceof StoreFailure && error.kind !== 'broken'
  if (!mends) end(1, 'the store is broken', error)
}

async function openTheStore() {
  try {
    return await openStore({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      logger,
      onBroken: fatal,
    })
  } catch (error) {
    if (error instanceof StoreFailure && error.kind === 'in-use') {
      return stopWithLine(`DATA_DIR: another process has the store in ${config.dataDir} open; stop it first`)
    }
    if (error instanceof StoreFailure && config.databaseUrl !== undefined) {
      return stopWithLine(`DATABASE_URL: the database cannot be opened (${error.kind})`)
    }
    throw error
  }
}

async function start(): Promise<void> {
  const store = await openTheStore()
  stop = () => store.close()
  const secret = config.sessionSecret ?? sessionSecretIn(config.dataDir)
  const demo = servesDemo(config, await demoState(store))
  await rememberDemo(store.settings, config.demo)
  const serving = await serve({
    config,
    host: demo ? '127.0.0.1' : '0.0.0.0',
    publicUrlGiven: (process.env['PUBLIC_URL'] ?? '').trim() !== '',
    store,
    demo,
    secret,
    logger,
    clientFolder: join(root, 'dist', 'client'),
    wifiCommand: wifiCommandOf,
    courier: config.smtpUrl
      ? smtpCourier({ url: config.smtpUrl, publicHost: config.publicUrl.hostname })
      : undefined,
    signOn: ({ openid, publicUrl }) =>
      openid && openidSignOn({ ...openid, redirectUri: new URL('/sign-in/back', publicUrl).href }),
    fatal,
  }).catch((error: unknown) => {
    const { code } = error as { code?: unknown } // a system error has one
    if (code === 'EADDRINUSE') return stopWithLine(`PORT: ${config.port} is already in use`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      return stopWithLine(`HOST, PORT: cannot listen there (${code})`)
    throw error
  })
  stop = async () => {
    await serving.close()
    await store.close()
  }
  if (demo) {
    const loaded = await loadDemoInto(store)
    if (!loaded.ok) return end(1, loaded.error.reason)
  }
  serving.open()
  announce(serving.config, demo)
}

function wifiCommandOf({ port }: Pick<typeof config, 'port'>): string {
  return wifiCommand({ port }, { address: lanAddress(networkInterfaces()), dataDir: process.env['DATA_DIR'] })
}

function announce(serving: typeof config, demo: boolean): void {
  if (Object.keys(serving.changedLimits).length > 0)
    console.log(`Limits changed: ${JSON.stringify(serving.changedLimits)}`)
  for (const name of serving.unused) logger.warn({ setting: name }, 'this version does not use this setting')
  if (serving.loopback && !demo) {
    logger.warn(
      'PUBLIC_URL is not set: browsers on other machines are refused until it names the address they type',
    )
  }
  const lines = [`Faire Ensemble: ${serving.publicUrl.origin}`]
  if (demo && serving.loopback) lines.push(`To open the demo to the same Wi-Fi: ${wifiCommandOf(serving)}`)
  console.log(lines.join('\n'))
  logger.info(
    {
      port: serving.port,
      publicUrl: serving.publicUrl.origin,
      demo,
      store: serving.databaseUrl ? 'postgres' : 'sqlite',
    },
    'ready',
  )
}

start().catch((error: unknown) => end(1, 'the start failed', error))
