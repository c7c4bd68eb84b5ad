// Light or dark, text size and motion, as chosen on this device and applied to the whole page.
import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type MotionChoice = 'system' | 'reduced'
export const textSizes = [100, 115, 130, 150] as const
export type TextSize = (typeof textSizes)[number]

export interface Appearance {
  readonly theme: ThemeChoice
  /** Percent of the browser's own text size. */
  readonly textSize: TextSize
  readonly motion: MotionChoice
}

const storageKey = 'faire-ensemble:appearance'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const systemReduced = matchMedia('(prefers-reduced-motion: reduce)')
const listeners = new Set<() => void>()

function remembered(): Appearance {
  const found: Appearance = { theme: 'system', textSize: 100, motion: 'system' }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' ? { ...found, ...kept } : found
  } catch {
    return found
  }
}

let current = remembered()

export const resolvedTheme = (): 'light' | 'dark' =>
  current.theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : current.theme

/** Whether movement must be instant: the person's choice here, or the system's. */
export const motionIsReduced = (): boolean => current.motion === 'reduced' || systemReduced.matches

function apply(): void {
  const root = document.documentElement
  root.dataset['theme'] = resolvedTheme()
  root.style.fontSize = current.textSize === 100 ? '' : `${current.textSize}%`
  if (current.motion === 'reduced') root.dataset['motion'] = 'reduced'
  else delete root.dataset['motion']
  for (const listener of listeners) listener()
}

systemDark.addEventListener('change', apply)
systemReduced.addEventListener('change', apply)

export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current)
export const useResolvedTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, resolvedTheme)
