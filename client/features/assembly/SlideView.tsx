// One slide, the same on the wall, on a phone and in the presenter's small picture: only its size differs.
import { useTranslation } from 'react-i18next'
import { FeltChart, VerdictChart } from '#client/features/assembly/SlideCharts.tsx'
import { SlideEyebrow } from '#client/features/assembly/SlideEyebrow.tsx'
import { MapSlide } from '#client/features/assembly/SlideMap.tsx'
import { TextSlide, ThemeSlide } from '#client/features/assembly/SlideTexts.tsx'
import type { Deck, Slide } from '#shared/assembly/deck.ts'

export interface SlideProps {
  readonly deck: Deck
  readonly slide: Slide
}

export function SlideView({ deck, slide }: SlideProps) {
  switch (slide.kind) {
    case 'title':
      return <TitleSlide deck={deck} />
    case 'figures':
      return <FiguresSlide deck={deck} />
    case 'map':
      return <MapSlide deck={deck} />
    case 'felt':
      return <FeltSlide deck={deck} />
    case 'plan':
      return <PlanSlide deck={deck} axes={slide.axes} />
    case 'end':
      return <EndSlide deck={deck} />
    case 'open':
      return <OpenSlide deck={deck} themeId={slide.themeId} said={slide.said} />
    case 'theme':
      return <ThemeSlide deck={deck} themeId={slide.themeId} textIds={slide.texts} />
    case 'text':
      return <TextSlide deck={deck} slide={slide} />
  }
}

/** What each slide is called: in lists, as the next one, and for those who listen. */
export function useSlideName(deck: Deck): (slide: Slide) => string {
  const { t } = useTranslation('assembly')
  return (slide) => {
    if (slide.kind === 'text') {
      const text = deck.themes.flatMap(({ texts }) => texts).find(({ id }) => id === slide.textId)
      const name = text?.code || text?.title || ''
      if (slide.of > 1) return t('textPage', { name, at: slide.at, count: slide.of })
      return text?.code ? t('onePage', { code: name }) : name
    }
    if (slide.kind === 'theme' || slide.kind === 'open')
      return deck.themes.find(({ id }) => id === slide.themeId)?.title ?? ''
    return t(`slide.${slide.kind}`)
  }
}

function TitleSlide({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  return (
    <div className="as-middle">
      <SlideEyebrow deck={deck} />
      <h2 lang={deck.language}>{deck.assembly?.cycle ?? t('title')}</h2>
      <p className="as-lead" lang={deck.language}>
        {deck.assembly?.cooperative}
      </p>
      <p className="as-lead">{deck.themes.length > 0 ? t('titleLead') : t('nothingYet')}</p>
    </div>
  )
}

function FiguresSlide({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  const { attendance, groups, presentations, recommendations, ressentis } = deck.figures
  return (
    <>
      <header className="as-head">
        <div>
          <SlideEyebrow deck={deck} />
          <h2>{t('slide.figures')}</h2>
        </div>
      </header>
      <ul className="as-figures">
        <Figure of={recommendations} words={t('figure.recommendations', { count: recommendations })} />
        <Figure of={groups} words={t('figure.groups', { count: groups })} />
        <Figure
          of={attendance.room + attendance.remote}
          words={t('figure.attendance', { ...attendance, count: attendance.room + attendance.remote })}
        />
        <Figure of={ressentis} words={t('figure.ressentis', { count: ressentis })} />
        {presentations.count > 0 && (
          <Figure
            of={presentations.room + presentations.remote}
            words={t('figure.presentations', { ...presentations, count: presentations.count })}
          />
        )}
      </ul>
      <VerdictChart deck={deck} />
    </>
  )
}

const Figure = ({ of, words }: { of: number; words: string }) => (
  <li>
    <b className="num">{of}</b> <span>{words}</span>
  </li>
)

function FeltSlide({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  return (
    <>
      <header className="as-head">
        <div>
          <SlideEyebrow deck={deck} />
          <h2>{t('slide.felt')}</h2>
        </div>
        <div className="as-figs">
          <p>
            <b className="num">{deck.figures.ressentis}</b>{' '}
            {t('figure.ressentis', { count: deck.figures.ressentis })}
          </p>
        </div>
      </header>
      <FeltChart felt={deck.figures.felt} />
    </>
  )
}

function OpenSlide({ deck, said, themeId }: { deck: Deck; said: string; themeId: string }) {
  const { t } = useTranslation('assembly')
  const theme = deck.themes.find(({ id }) => id === themeId)
  return (
    <div className="as-middle">
      <SlideEyebrow deck={deck} />
      <h2 lang={deck.language}>{theme?.title}</h2>
      <p className="as-lead">{t('openTheme')}</p>
      <p className="as-open" lang={deck.language}>
        {said}
      </p>
    </div>
  )
}

function PlanSlide({ axes, deck }: { axes: readonly string[]; deck: Deck }) {
  const { t } = useTranslation('assembly')
  return (
    <div className="as-middle">
      <SlideEyebrow deck={deck} />
      <h2>{t('slide.plan')}</h2>
      <p className="as-lead">{t('planItems', { count: deck.planItems })}</p>
      {axes.length > 0 && (
        <ol className="as-axes" lang={deck.language} start={deck.axes.indexOf(axes[0] ?? '') + 1}>
          {axes.map((axis) => (
            <li key={axis}>{axis}</li>
          ))}
        </ol>
      )}
    </div>
  )
}

function EndSlide({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  return (
    <div className="as-middle">
      <SlideEyebrow deck={deck} />
      <h2>{t('slide.end')}</h2>
      <p className="as-lead">{t('endLead')}</p>
      <p className="as-address">{new URL('/follow-up', location.origin).href.replace(/^https?:\/\//u, '')}</p>
    </div>
  )
}
