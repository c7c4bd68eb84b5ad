// The frame of a page outside a room: the way past the menu, the menu, the banner of the demo, and the page's own place.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoBanner } from '#client/features/demo/DemoBanner.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { forgetAllJoins } from '#client/features/join/rememberedJoin.ts'
import { Sidebar } from '#client/routes/Sidebar.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { useFocusKept } from '#client/ui/useFocusKept.ts'

export interface PageFrameProps {
  readonly className?: string
  /** Somebody else, or another moment of the demo: what the page shows is asked for again. */
  readonly onChanged?: () => void
  readonly children: ReactNode
}

export function PageFrame({ className = '', onChanged, children }: PageFrameProps) {
  const { t } = useTranslation('shell')
  const home = useHome()
  const signOut = useSignOut()
  useFocusKept()
  return (
    <>
      <a className="skip" href="#main">
        {t('skipToContent')}
      </a>
      <div className="shell">
        <Sidebar home={home.data} onSignOut={() => void signOut()} />
        <main className={`main ${className}`.trim()} id="main" tabIndex={-1} data-region="main">
          <DemoBanner
            persona={home.data?.me?.persona ?? null}
            onSignOut={signOut}
            onChanged={() => {
              forgetAllJoins()
              onChanged?.()
            }}
          />
          {children}
        </main>
      </div>
    </>
  )
}
