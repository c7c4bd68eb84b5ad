// The product's own letters inside a page that is to be printed: no address is asked for them, and every machine prints alike.
import { readFile } from 'node:fs/promises'

const files = [
  { family: 'Atkinson Hyperlegible Next', file: 'atkinson-next.woff2', style: 'normal', range: '' },
  { family: 'Atkinson Hyperlegible Next', file: 'atkinson-next-italic.woff2', style: 'italic', range: '' },
  {
    ...{ family: 'Atkinson Hyperlegible Next', file: 'atkinson-next-ext.woff2', style: 'normal' },
    range: 'unicode-range: U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F;',
  },
] as const

let known: Promise<string> | undefined

/** Empty where the client's folder is not there: then the machine's own letters serve. */
export const bookFonts = (): Promise<string> => {
  known ??= Promise.all(files.map(face)).then((faces) => faces.join('\n'))
  return known
}

async function face({ family, file, range, style }: (typeof files)[number]): Promise<string> {
  try {
    const content = await readFile(new URL(`../../../client/ui/fonts/${file}`, import.meta.url))
    const source = `url(data:font/woff2;base64,${content.toString('base64')}) format("woff2")`
    return `@font-face { font-family: "${family}"; src: ${source}; font-weight: 200 800; font-style: ${style}; font-display: block; ${range} }`
  } catch {
    return ''
  }
}
