// Escape for a layer whose focus has gone: the button that was pressed has vanished, or the focus is still being given back.
import { useEffect, useRef } from 'react'

/** The open layers, the newest last. */
const layers: object[] = []

/**
 * Lets Escape close the topmost dialog or popover also while the focus is on nothing: when what was pressed is taken away, and
 * when one dialog has just closed over another, where the focus comes back a frame later and a second Escape may be faster.
 */
export function useEscapeFromNowhere(closable: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!closable) return
    const self = {}
    layers.push(self)
    const onKey = ({ key, target }: KeyboardEvent): void => {
      if (key === 'Escape' && target === document.body && layers.at(-1) === self) close.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      layers.splice(layers.indexOf(self), 1)
    }
  }, [closable])
}
