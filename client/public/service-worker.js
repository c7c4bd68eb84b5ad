// Opens pages that this device has seen while the line is cut: the built files alone, never an answer of the server.
// The server writes the build's name in here: another build is another worker, with a store of its own.
const build = '__BUILD__'
const store = `faire-ensemble.files|${build}`
const family = 'faire-ensemble.files|'
/** What every page begins with; `/` stands for all of them. */
const beginning = ['/', '/before-paint.js', '/favicon.svg']

/** Files are the same whatever the browser takes them compressed with. */
const whole = { ignoreVary: true }

const isBuilt = (url) => url.pathname.startsWith('/static/')
/** Answers, live lines and pictures are nobody's to keep here. */
const isPage = (url) => !/^\/(api|assets|yjs|socket\.io|healthz|readyz|metrics)(\/|$)/.test(url.pathname)

self.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()))
})

async function install() {
  const files = await caches.open(store)
  await files.addAll(beginning.map((path) => new Request(path, { cache: 'no-cache' })))
  const page = await (await files.match('/', whole)).text()
  const first = [...page.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(([, path]) => path)
  await files.addAll(first)
  await keepWhatStays(files)
}

/** A file whose name did not change has not changed: it is taken over from the build before. */
async function keepWhatStays(files) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(family) || name === store) continue
    const before = await caches.open(name)
    for (const request of await before.keys())
      if (isBuilt(new URL(request.url)) && !(await files.match(request, whole)))
        await files.put(request, await before.match(request, whole))
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(family) && name !== store))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

/** The page says which files it has loaded before this worker was there. */
self.addEventListener('message', (event) => {
  const paths = Array.isArray(event.data?.loaded)
    ? event.data.loaded.filter((path) => typeof path === 'string')
    : []
  event.waitUntil(keepLoaded(paths))
})

async function keepLoaded(paths) {
  const files = await caches.open(store)
  for (const path of paths) {
    const url = new URL(path, self.location.origin)
    if (url.origin !== self.location.origin || !isBuilt(url) || (await files.match(url.pathname, whole)))
      continue
    await files.add(url.pathname).catch(() => undefined)
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPage(url)) event.respondWith(fetch(request).catch(() => kept('/')))
  else if (isBuilt(url)) event.respondWith(built(request))
  else if (beginning.includes(url.pathname)) event.respondWith(fetch(request).catch(() => kept(url.pathname)))
})

const kept = async (path) => (await (await caches.open(store)).match(path, whole)) ?? Response.error()

/** Their names change with their content: what is kept is right for ever. */
async function built(request) {
  const files = await caches.open(store)
  const known = await files.match(request.url, whole)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok && answer.status === 200) await files.put(request.url, answer.clone()).catch(() => undefined)
  return answer
}
