// The words that every page needs from its first paint.
import { texts as demo } from '#client/features/demo/texts.ts'
import { texts as home } from '#client/features/home/texts.ts'
import { texts as join } from '#client/features/join/texts.ts'
import { texts as joint } from '#client/features/joint/texts.ts'
import { mentionTexts as mention } from '#client/features/remark/mentionTexts.ts'
import { texts as shell } from '#client/routes/texts.ts'
import { texts as ui } from '#client/ui/texts.ts'

export const pageTexts = { ui, shell, home, join, joint, demo, mention } as const
