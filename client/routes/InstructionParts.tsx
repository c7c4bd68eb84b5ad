// What the boards said, on other pages, fetched when it is shown.
import { addInstructionTexts } from '#client/i18n/instructionTexts.ts'
import '#client/features/instruction/instruction.css'

export { GroupRulings } from '#client/features/instruction/GroupRulings.tsx'

addInstructionTexts()
