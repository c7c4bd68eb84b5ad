// What every page shares: the announcer, toasts, F6, and where the focus goes when the page changes.
import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { Announcer, announce } from '#client/ui/announcer.tsx'
import { useRegionKeys } from '#client/ui/regions.ts'
import { Toasts } from '#client/ui/toasts.tsx'

export function RootLayout() {
  useRegionKeys()
  useRouteFocus()
  return (
    <>
      <Outlet />
      <Toasts />
      <Announcer />
      <ScrollRestoration />
    </>
  )
}

/** How often and how long the new page's heading is looked for, in milliseconds: a room shows its door or a skeleton first. */
const lookEvery = 100
const lookFor = 6_000

/** After a change of page the focus stands on its main heading, and its title is said; the first page keeps the browser's own. */
function useRouteFocus(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const until = Date.now() + lookFor
    const timer = setInterval(() => {
      const heading = document.querySelector<HTMLElement>('h1')
      const settled = heading !== null && !heading.closest('.opening')
      if (!settled && Date.now() < until) return
      clearInterval(timer)
      // Whoever has begun to do something meanwhile keeps the focus.
      const free = document.activeElement === null || document.activeElement === document.body
      if (heading && (free || !document.activeElement?.isConnected)) {
        heading.tabIndex = -1
        heading.focus()
      }
      announce(document.title)
    }, lookEvery)
    return () => clearInterval(timer)
  }, [pathname])
}
