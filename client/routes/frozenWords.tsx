// A text as it was frozen, for features that do not know how texts look.
import type { ReactNode } from 'react'
import { FrozenText } from '#client/features/adoption/FrozenText.tsx'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import '#client/features/adoption/adoption.css'

export const frozenWords = (draft: ReadDraft): ReactNode => (
  <div className="stack adoption-version">
    <FrozenText draft={draft} />
  </div>
)
