// Signing out: the session, the remembered doors and the copies on this device go together.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { forgetGroupPages } from '#client/features/group/forgetGroupPages.ts'
import { forgetDesks } from '#client/features/instruction/deskCopy.ts'
import { forgetAllJoins } from '#client/features/join/rememberedJoin.ts'
import { forgetWaitingNotes } from '#client/features/notes/outbox.ts'
import { request } from '#client/live/api.ts'
import { deviceStorage, forgetLocalCopies } from '#client/live/localCopyNames.ts'

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await request('POST', '/api/sign-out')
    forgetAllJoins()
    forgetWaitingNotes(deviceStorage().localStorage)
    forgetGroupPages()
    await Promise.all([forgetLocalCopies(), forgetDesks()])
    await client.invalidateQueries()
  }, [client])
}
