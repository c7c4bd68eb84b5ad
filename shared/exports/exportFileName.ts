// What an exported file is called, and how a browser is told so.
import type { ExportFormat } from '#shared/exports/exportAsked.ts'

/** Characters of a name, its ending aside. */
const nameLimit = 90

/** Words become a file's name: no separators, no signs that a system refuses or hides, no way out of a folder. */
export function exportFileName(words: readonly string[], format: ExportFormat): string {
  const name = words
    .map(plain)
    .filter(Boolean)
    .join(' - ')
    .slice(0, nameLimit)
    // Not half of a character, no name that hides a file or that a system keeps for a device.
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i.test(name) ? `_${name}` : name
  return `${safe || 'export'}.${format}`
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|%;'`$&#~{}[\]\p{C}\p{Zl}\p{Zp}]+|\.{2,}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-\s]+/, '')

/** RFC 6266: an ASCII name for old readers, the true one in UTF-8. */
export function attachmentOf(name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '')
  const whole = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${/^\s*\.\w+$/.test(ascii) ? `export${ascii.trim()}` : ascii}"; filename*=UTF-8''${whole}`
}
