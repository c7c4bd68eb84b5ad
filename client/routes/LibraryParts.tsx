// Parts of the library on other pages, fetched when they are shown: what a group learnt, and the context beside a draft.
import { addLibraryTexts } from '#client/i18n/libraryTexts.ts'

export { FramePanel } from '#client/features/library/FramePanel.tsx'
export { LearnedOfGroup } from '#client/features/library/LearnedOfGroup.tsx'

addLibraryTexts()
