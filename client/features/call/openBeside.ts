// Opens a videoconference in a window that takes the other half of the screen.

/** False when the browser refused the window. The room's window cannot be moved by a page: the call's is placed beside it. */
export function openBeside(url: string): boolean {
  const { availWidth, availHeight } = screen
  // Some browsers put several screens side by side in one coordinate space.
  const left = 'availLeft' in screen ? Number(screen.availLeft) : 0
  const width = Math.round(availWidth / 2)
  const features = `popup,width=${width},height=${availHeight},left=${left + availWidth - width},top=0`
  const opened = window.open('about:blank', 'faire-ensemble-call', features)
  if (!opened) return false
  // The call's page must not be able to steer the room's.
  opened.opener = null
  opened.location.replace(url)
  return true
}

/** The host people are about to visit, for them to see before they go. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
