// Keeps the built files on this device, so that a page which was opened here opens again while the line is cut.

/** Over plain http browsers know no such thing: the page works as before, and a reload without a line shows nothing. */
export async function keepFilesHere(): Promise<void> {
  // A page that is being worked on is built anew at each change: nothing of it is kept.
  const isBuilt = document.querySelector('script[src^="/static/"]') !== null
  if (!isBuilt || !isSecureContext || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/static/'))
      .map(({ pathname }) => pathname)
    // What was loaded before the worker was there did not pass through its hands.
    active?.postMessage({ loaded: [...new Set(loaded)] })
  } catch {
    // Storage that is refused or full takes nothing from the page.
  }
}
