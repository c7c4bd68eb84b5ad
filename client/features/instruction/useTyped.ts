// What is typed and not sent stays on this device: a page that is left, or a line that is cut, loses no word.
import { useCallback, useState } from 'react'
import { typedFamily } from '#client/features/instruction/deskCopy.ts'
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'

/** `name` names one form of one person; its fields are those of `empty`. */
export function useTyped<Typed extends object>(
  name: string,
  empty: Typed,
): readonly [Typed, (change: Partial<Typed>) => void, () => void] {
  const key = typedFamily + name
  const [typed, setTyped] = useState<Typed>(() => {
    const kept = readStored(deviceStorage().localStorage, key)
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : empty
  })
  const change = useCallback(
    (part: Partial<Typed>) =>
      setTyped((before) => {
        const next = { ...before, ...part }
        writeStored(deviceStorage().localStorage, key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    writeStored(deviceStorage().localStorage, key, undefined)
    setTyped(empty)
  }, [key, empty])
  return [typed, change, forget]
}
