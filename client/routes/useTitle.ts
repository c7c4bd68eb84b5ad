// The page's title in the browser's tab, the most particular word first.
import { useEffect } from 'react'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Faire Ensemble' : `${title} — Faire Ensemble`
  }, [title])
}
