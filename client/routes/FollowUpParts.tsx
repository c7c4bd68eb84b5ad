// Parts of the follow-up on other pages, fetched when they are shown: what one follows, and what a group's texts have become.
import { addFollowUpTexts } from '#client/i18n/followUpTexts.ts'

export { BecameCard } from '#client/features/followUp/BecameCard.tsx'
export { Notices } from '#client/features/followUp/Notices.tsx'

addFollowUpTexts()
