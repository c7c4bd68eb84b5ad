// « Firefox, Linux » of what a browser calls itself: enough to know one's own devices, and nothing to follow somebody by.

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bFirefox\//, 'Firefox'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

export function browserName(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 400)
  const found = (list: typeof browsers): string[] => {
    const name = list.find(([pattern]) => pattern.test(said))?.[1]
    return name === undefined ? [] : [name]
  }
  return [...found(browsers), ...found(systems)].join(', ')
}
