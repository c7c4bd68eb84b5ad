// The text font as it must stand inside an exported picture: a file on somebody's disk asks no server for letters.

let found: Promise<string | undefined> | undefined

/** A style rule with the font's regular file in it; undefined where the page has none. Read once. */
export const exportFontFace = (): Promise<string | undefined> => {
  found ??= readFontFace()
  return found
}

const family = 'Atkinson Hyperlegible Next'

async function readFontFace(): Promise<string | undefined> {
  const source = sourceOf(family)
  if (!source) return undefined
  try {
    const blob = await (await fetch(source)).blob()
    return `@font-face{font-family:"${family}";src:url(${await dataUrl(blob)}) format("woff2");font-weight:200 800}`
  } catch {
    return undefined
  }
}

/** The address of the family's first upright file in the page's style sheets. */
function sourceOf(name: string): string | undefined {
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('font-family').includes(name))
        continue
      if (rule.style.getPropertyValue('font-style') === 'italic') continue
      const address = /url\(["']?([^"')]+)/u.exec(rule.style.getPropertyValue('src'))?.[1]
      if (address) return new URL(address, sheet.href ?? document.baseURI).href
    }
  }
  return undefined
}

/** A sheet from elsewhere does not let itself be read. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('the font could not be read'))
    reader.readAsDataURL(blob)
  })
