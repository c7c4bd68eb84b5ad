// A personal link's token: taken out of the address bar at once, kept on this device, sent in a header and nowhere else.
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'

const family = 'faire-ensemble.personal-link|'
/** For a browser that keeps nothing: until the tab is closed. */
const thisTab = new Map<string, string>()

const keyOf = (group: string): string => family + group.trim().toLocaleLowerCase('fr')

/** The token behind `#lien=`, undefined where the hash is about something else. */
export function tokenInHash(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('lien')?.trim()
  return token ? token : undefined
}

/** A page has several names, by id, code and antenna: the link opens it under each. */
export function keepLink(groupNames: readonly string[], token: string): void {
  for (const name of groupNames) {
    thisTab.set(keyOf(name), token)
    writeStored(deviceStorage().localStorage, keyOf(name), token)
  }
}

export function keptLink(group: string): string | undefined {
  const stored = readStored(deviceStorage().localStorage, keyOf(group))
  return typeof stored === 'string' ? stored : thisTab.get(keyOf(group))
}

export function forgetLink(groupNames: readonly string[]): void {
  for (const name of groupNames) {
    thisTab.delete(keyOf(name))
    writeStored(deviceStorage().localStorage, keyOf(name), undefined)
  }
}

/** Reads the token of this address and takes it out of what the address bar, the history and a screenshot show; tells whether there was one. */
export function takeLinkFromAddress(group: string): boolean {
  const token = tokenInHash(location.hash)
  if (token === undefined) return false
  keepLink([group], token)
  history.replaceState(history.state, '', location.pathname + location.search)
  return true
}

/** At sign-out: whoever uses this browser next is a newcomer. */
export function forgetAllLinks(): void {
  thisTab.clear()
  forgetFamily(family)
}

/** Removes everything that this device keeps under keys of this beginning. */
export function forgetFamily(beginning: string): void {
  const storage = deviceStorage().localStorage
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')
    for (const key of keys) if (key.startsWith(beginning)) storage?.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
