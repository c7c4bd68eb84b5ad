// The demo's moment and people, and the acts on them; absent outside demo mode.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { refusedStatus, request } from '#client/live/api.ts'
import type { DemoAnswer } from '#shared/home/home.ts'

/** Null outside demo mode. */
export function useDemo(): DemoAnswer | null | undefined {
  return useQuery({
    queryKey: ['demo'],
    queryFn: async ({ signal }) => {
      try {
        return await request<DemoAnswer>('GET', '/api/demo', undefined, { signal })
      } catch (error) {
        if (refusedStatus(error) === 404) return null
        throw error
      }
    },
  }).data
}

/** Everything on the page depends on who asks and on the moment: all of it is read again. */
function useAct<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries() })
}

export const useSignIn = () => useAct((persona: string) => request('POST', '/api/demo/sign-in', { persona }))
export const useChangeMoment = () =>
  useAct((key: string) => request('POST', '/api/demo/moment', { key }, { patience: 60_000 }))
