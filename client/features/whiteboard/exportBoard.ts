// The whole page as a picture, with the words of notes and cards in it.
import type { TFunction } from 'i18next'
import { type Editor, exportAs } from 'tldraw'
import { showToast } from '#client/ui/toasts.tsx'

export async function exportBoard(
  editor: Editor,
  format: 'png' | 'svg',
  name: string,
  t: TFunction<'whiteboard'>,
): Promise<void> {
  const ids = [...editor.getCurrentPageShapeIds()]
  if (ids.length === 0) return showToast({ text: t('export.nothing') })
  try {
    await exportAs(editor, ids, {
      format,
      name,
      background: true,
      padding: 32,
      ...(format === 'png' ? { pixelRatio: 2 } : {}),
    })
  } catch {
    showToast({ text: t('export.failed'), tone: 'problem' })
  }
}
