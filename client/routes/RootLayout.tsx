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

/** After a change of page the focus stands on its main heading, and its title is said; the first page keeps the browser's own. */
function useRouteFocus(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const found = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('h1')
      if (heading) {
        heading.tabIndex = -1
        heading.focus()
      }
      announce(document.title)
    }, 60)
    return () => clearTimeout(found)
  }, [pathname])
}
