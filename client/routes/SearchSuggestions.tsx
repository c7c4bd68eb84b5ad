// The first results of the menu's search field, fetched with their words when the field is first used.
import { addSearchTexts } from '#client/i18n/searchTexts.ts'

export { Suggestions } from '#client/features/search/Suggestions.tsx'

addSearchTexts()
