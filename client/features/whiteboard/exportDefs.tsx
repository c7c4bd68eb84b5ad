// What an exported picture needs once, however many notes and cards are in it.
import type { SvgExportContext } from 'tldraw'
import { exportFontFace } from '#client/features/whiteboard/exportFontFace.ts'

export function addFont(context: SvgExportContext): void {
  context.addExportDef({
    key: 'faire-ensemble-font',
    getElement: async () => {
      const rule = await exportFontFace()
      return rule ? <style>{rule}</style> : null
    },
  })
}
