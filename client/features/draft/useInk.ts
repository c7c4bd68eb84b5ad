// Tells an editor whose words are whose, and again when parents come, when the language changes or when it is to be said in words.
import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { showInk } from '#client/features/draft/provenanceInk.ts'
import { useProvenanceSaid } from '#client/features/draft/provenanceSaid.ts'
import { sentenceEndWords } from '#client/features/draft/sentenceEndWords.ts'
import { usePassages, type WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'

export function useInk(
  editor: Editor | undefined,
  live: LiveDocument,
  sources: WordSources | undefined,
): void {
  const { t, i18n } = useTranslation('draft')
  const passages = usePassages(live)
  const isSaid = useProvenanceSaid()
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    const { view, state } = editor
    const say = (end: Parameters<typeof sentenceEndWords>[2]): string =>
      sentenceEndWords(t, i18n.language, end)
    view.dispatch(showInk(state.tr, sources ? { sources, passages, isSaid, say } : null))
  }, [editor, sources, passages, isSaid, t, i18n.language])
}
