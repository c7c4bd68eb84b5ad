// The way out as a part of other pages, fetched when it is shown.
import { addExportTexts } from '#client/i18n/exportTexts.ts'

export { ExportButton } from '#client/features/exports/ExportButton.tsx'

addExportTexts()
