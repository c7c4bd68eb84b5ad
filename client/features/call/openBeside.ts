// Opens a videoconference in a window that takes the other half of the screen, once: asked again, the window that is there comes forward.

let call: { readonly url: string; readonly window: Window } | undefined

/** False when the browser refused the window. The room's window cannot be moved by a page: the call's is placed beside it. */
export function openBeside(url: string): boolean {
  if (call && !call.window.closed) {
    // To load it again would hang up.
    if (call.url === url) {
      call.window.focus()
      return true
    }
    call.window.close()
  }
  const { availWidth, availHeight } = screen
  // Some browsers put several screens side by side in one coordinate space.
  const left = 'availLeft' in screen ? Number(screen.availLeft) : 0
  const width = Math.round(availWidth / 2)
  const features = `popup,width=${width},height=${availHeight},left=${left + availWidth - width},top=0`
  const opened = window.open('about:blank', '_blank', features)
  if (!opened) return false
  // The call's page must not be able to steer the room's.
  opened.opener = null
  opened.location.replace(url)
  call = { url, window: opened }
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
