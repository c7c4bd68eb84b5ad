// The home page's one answer, read again when people come back to the tab.
import { useQuery } from '@tanstack/react-query'
import { request } from '#client/live/api.ts'
import type { HomeAnswer } from '#shared/home/home.ts'

export const useHome = () =>
  useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => request<HomeAnswer>('GET', '/api/home', undefined, { signal }),
    // People come and go in the live room: their numbers are a minute old at most.
    refetchInterval: 60_000,
  })
