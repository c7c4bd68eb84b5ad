// The live room for React: one provider, small hooks over a core that knows no React.
import { createContext, type ReactNode, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import type { LiveRoom, SaveStatus } from '#client/live/liveRoom.ts'
import { roomShape } from '#client/live/roomShape.ts'
import type { SliceName } from '#shared/app.ts'
import type { PersonPresent } from '#shared/room/people.ts'
import type { ViewOf } from '#shared/wire.ts'

const Room = createContext<LiveRoom | undefined>(undefined)

export const LiveRoomProvider = ({ room, children }: { room: LiveRoom; children: ReactNode }) => (
  <Room.Provider value={room}>{children}</Room.Provider>
)

export function useLiveRoom(): LiveRoom {
  const room = useContext(Room)
  if (!room) throw new Error('useLiveRoom belongs inside a LiveRoomProvider')
  return room
}

/**
 * Re-renders after each change told by `subscribe` and returns how many there were. The count moves once on
 * subscribing: what changed between rendering and subscribing is then not missed.
 */
export function useChanges(subscribe: (changed: () => void) => () => void): number {
  const count = useRef(0)
  const follow = useCallback(
    (changed: () => void) => {
      count.current += 1
      return subscribe(() => {
        count.current += 1
        changed()
      })
    },
    [subscribe],
  )
  return useSyncExternalStore(follow, () => count.current)
}

/** The room given, or the provider's: it re-renders with people, state and badge. */
export function useLiveRoomChanges(room: LiveRoom): LiveRoom {
  useChanges(useCallback((changed) => room.subscribe(changed), [room]))
  return room
}

export const useSave = (): SaveStatus => useLiveRoomChanges(useLiveRoom()).save()

/** Re-renders when what is read of the room is another object, not with every letter that is sent or acknowledged. */
function useOfRoom<Read>(read: (room: LiveRoom) => Read): Read {
  const room = useLiveRoom()
  const subscribe = useCallback((changed: () => void) => room.subscribe(changed), [room])
  // Whoever reads a slice also draws what this person may do in the room.
  useSyncExternalStore(subscribe, () => roomShape(room))
  return useSyncExternalStore(subscribe, () => read(room))
}

export const usePeople = (): readonly PersonPresent[] => useOfRoom((room) => room.people())

/** One slice of the room lane as this person sees it; undefined before the first snapshot. */
export const useSlice = <S extends SliceName>(name: S): ViewOf<S> | undefined =>
  useOfRoom((room) => room.state()[name] as ViewOf<S> | undefined) // the server sends what the slice of that name declares

/** Others' typing is gathered for this long, in milliseconds, so that twenty people do not re-render a list a hundred times a second. */
const gatherMs = 50

/**
 * Reads from a live document, again after each change below `source`. One's own changes show at once (a field
 * stays controlled); those of others are gathered.
 */
export function useYjs<Value>(source: Y.Doc | Y.AbstractType<unknown>, read: () => Value): Value {
  useChanges(
    useCallback(
      (changed) => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const stop = watch(source, (local) => {
          if (local) return changed()
          timer ??= setTimeout(() => {
            timer = undefined
            changed()
          }, gatherMs)
        })
        return () => {
          clearTimeout(timer)
          stop()
        }
      },
      [source],
    ),
  )
  return read()
}

function watch(source: Y.Doc | Y.AbstractType<unknown>, told: (local: boolean) => void): () => void {
  if (source instanceof Y.Doc) {
    const onTransaction = (transaction: Y.Transaction): void => {
      if (transaction.changed.size > 0) told(transaction.local)
    }
    source.on('afterTransaction', onTransaction)
    return () => source.off('afterTransaction', onTransaction)
  }
  const onDeep = (_events: unknown, transaction: Y.Transaction): void => told(transaction.local)
  source.observeDeep(onDeep)
  return () => source.unobserveDeep(onDeep)
}
