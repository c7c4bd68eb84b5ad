// The group's list as the server reads it, asked for again when a text, the preparation or the group's consent changed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readList } from '#client/features/handover/handoverApi.ts'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import type { HandoverAnswer } from '#shared/handover/handedOver.ts'

/** After the last change, in milliseconds: a keystroke elsewhere is no reason to read the whole list at once. */
const calmMs = 700

export interface HandoverReading {
  readonly answer: HandoverAnswer | undefined
  readonly failed: boolean
}

export function useHandover(): HandoverReading {
  const room = useLiveRoom()
  const client = useQueryClient()
  const { code } = room.join.room
  const handover = useSlice('handover')
  const { data, isError } = useQuery({
    queryKey: ['handover', code],
    queryFn: ({ signal }) => readList(code, signal),
    retry: false,
  })
  useEffect(() => {
    if (handover) void client.invalidateQueries({ queryKey: ['handover', code] })
  }, [client, code, handover])
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void client.invalidateQueries({ queryKey: ['handover', code] }), calmMs)
    }
    for (const { doc } of room.drafts) doc.on('update', later)
    return () => {
      clearTimeout(waiting)
      for (const { doc } of room.drafts) doc.off('update', later)
    }
  }, [client, code, room])
  return { answer: data, failed: isError }
}
