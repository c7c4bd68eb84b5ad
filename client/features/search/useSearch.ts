// Asks the server what is found, a moment after the last letter; what stood there stays until the answer has come.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { request } from '#client/live/api.ts'
import { longestQuery, type SearchAnswer, type SearchKind } from '#shared/search/searchEntry.ts'

/** Milliseconds without a letter before it is asked. */
const pause = 140

export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function useSearch(text: string, { kind, limit }: { kind: SearchKind | ''; limit: number }) {
  const asked = text.trim().slice(0, longestQuery)
  return useQuery({
    queryKey: ['search', asked, kind, limit],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ q: asked, limit: String(limit), ...(kind ? { kind } : {}) })
      return request<SearchAnswer>('GET', `/api/search?${search.toString()}`, undefined, { signal })
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    // Somebody may be writing what is looked for.
    staleTime: 2_000,
  })
}
