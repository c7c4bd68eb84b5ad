// What was typed into a form of the convergence and not saved yet: kept on this device, also where the page is closed.
import { useCallback, useState } from 'react'

const place = (key: string): string => `fe:convergence:${key}`

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(place(key)) ?? undefined
  } catch {
    // A browser that keeps nothing: then the form is all there is.
    return undefined
  }
}

function write(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(place(key))
    else localStorage.setItem(place(key), text)
  } catch {
    // As above.
  }
}

/**
 * The text of a field, and whether it is more than what stands. `over`: the revision it was begun over, also where the page was
 * closed in between: what somebody saved since is read first. `forget` once it was saved or given up.
 */
export function useKeptWords(key: string, standing: string, revision: number) {
  const [typed, setTyped] = useState(() => read(key))
  const type = useCallback(
    (text: string): void => {
      if (read(key) === undefined) write(`${key}:over`, String(revision))
      write(key, text)
      setTyped(text)
    },
    [key, revision],
  )
  const forget = useCallback((): void => {
    write(key, undefined)
    write(`${key}:over`, undefined)
    setTyped(undefined)
  }, [key])
  const changed = typed !== undefined && typed !== standing
  const over = changed ? Number(read(`${key}:over`) ?? revision) : revision
  return { value: typed ?? standing, changed, over, type, forget }
}
