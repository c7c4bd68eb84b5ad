// Lends the glossary to the texts of a page.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { readGlossary } from '#client/features/library/libraryApi.ts'
import { Glossary, type GlossText } from '#client/ui/GlossedText.tsx'
import { type GlossaryLanguage, type Glosser, glosser, isGlossaryLanguage } from '#shared/library/glossary.ts'
import '#client/ui/gloss.css'

export const useGlossary = () =>
  useQuery({
    queryKey: ['glossary'],
    queryFn: ({ signal }) => readGlossary(signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Texts are plain until it has come, and where it does not come. */
export function LibraryGlossary({ children }: { children: ReactNode }) {
  const { data } = useGlossary()
  const gloss = useMemo((): GlossText | null => {
    if (!data) return null
    const known = new Map<GlossaryLanguage, Glosser>()
    return (text, language) => {
      if (!isGlossaryLanguage(language)) return [{ text, term: null }]
      const found = known.get(language) ?? glosser(data.terms, language)
      known.set(language, found)
      return found(text)
    }
  }, [data])
  return <Glossary value={gloss}>{children}</Glossary>
}
