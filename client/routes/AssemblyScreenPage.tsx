// `/assembly/screen`: the wall of the assembly. It follows; whoever holds the assembly leads it by keys or a remote control.
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useDeck, useLive, useOwn } from '#client/features/assembly/useAssembly.ts'
import { useScreen, useSlideKeys } from '#client/features/assembly/useScreen.ts'
import { Wall } from '#client/features/assembly/Wall.tsx'
import { addAssemblyTexts } from '#client/i18n/assemblyTexts.ts'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import '#client/features/assembly/assembly.css'

addAssemblyTexts()

export function AssemblyScreenPage() {
  const { t } = useTranslation('assembly')
  const navigate = useNavigate()
  const [deck, live] = [useDeck(), useLive(true)]
  const own = useOwn(live.data)
  const presides = own.data?.presides ?? false
  const { move, slide } = useScreen(deck.data, live.data, presides)
  // While somebody presents, the others' screens follow.
  const leads = presides || live.data?.screen.slideId === null
  useSlideKeys(leads ? move : undefined)
  useTitle(t('title'))
  if (!deck.data || !live.data || !slide)
    return (
      <PlainPage>
        <h1 className="sr">{t('title')}</h1>
        <Skeleton label={t('loading')} lines={[48, 100, 100]} />
      </PlainPage>
    )
  return (
    <Wall
      {...{ slide, leads }}
      deck={deck.data}
      live={live.data}
      lost={live.isError}
      onMove={move}
      onFullScreen={document.fullscreenEnabled ? toggleFullScreen : undefined}
      onDesk={presides ? () => void navigate('/assembly/desk') : undefined}
    />
  )
}

/** Where a browser has no full screen for pages, as on some phones, the page fills its window anyway. */
function toggleFullScreen(): void {
  const work = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  work.catch(() => undefined)
}
