// `/assembly/desk`: whoever holds the assembly presents, moderates and runs the votes.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { show } from '#client/features/assembly/assemblyApi.ts'
import { DeskQuestions } from '#client/features/assembly/DeskQuestions.tsx'
import { DeskSlides } from '#client/features/assembly/DeskSlides.tsx'
import { DeskVotes } from '#client/features/assembly/DeskVotes.tsx'
import { useActing, useDeck, useDesk, useLive, useOwn } from '#client/features/assembly/useAssembly.ts'
import { useScreen, useSlideKeys } from '#client/features/assembly/useScreen.ts'
import { RankForm } from '#client/features/themes/RankForm.tsx'
import { addAssemblyTexts } from '#client/i18n/assemblyTexts.ts'
import { AssemblyFrame } from '#client/routes/AssemblyFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import type { DeskAnswer, LiveAnswer, OwnAssembly } from '#shared/assembly/assemblyAnswers.ts'
import type { Deck } from '#shared/assembly/deck.ts'
import '#client/features/assembly/assembly.css'
import '#client/features/themes/themes.css'

addAssemblyTexts()

export function AssemblyDeskPage() {
  const { t } = useTranslation('assembly')
  const [deck, live] = [useDeck(), useLive()]
  const own = useOwn(live.data)
  const presides = own.data?.presides ?? false
  const desk = useDesk(live.data, presides)
  useTitle(t('toDesk'))
  const parts = deck.data && live.data && desk.data && own.data
  return (
    <AssemblyFrame
      loading={!own.data || (presides && !parts)}
      away={deck.isError || live.isError || own.isError}
      onRetry={() => void Promise.all([deck, live, desk, own].map((query) => query.refetch()))}
    >
      {own.data && !presides && (
        <div className="empty">
          <h1>{t('toDesk')}</h1>
          <p>{t('deskOnly')}</p>
          <Link className="btn primary" to="/assembly">
            {t('toAssembly')}
          </Link>
        </div>
      )}
      {presides && deck.data && live.data && desk.data && own.data && (
        <Desk deck={deck.data} live={live.data} desk={desk.data} own={own.data} />
      )}
    </AssemblyFrame>
  )
}

interface DeskProps {
  readonly deck: Deck
  readonly live: LiveAnswer
  readonly desk: DeskAnswer
  readonly own: OwnAssembly
}

function Desk({ deck, desk, live, own }: DeskProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const shown = useScreen(deck, live, true)
  useSlideKeys(shown.move)
  return (
    <>
      <header className="as-top">
        <h1>{t('toDesk')}</h1>
        <p>
          <Link to="/assembly">{t('toAssembly')}</Link>
        </p>
      </header>
      <div className="as-desk">
        <DeskSlides
          {...{ deck, live, desk, shown }}
          onStop={() => void acting.run(() => show({ slideId: null, over: null }))}
        />
        <div className="as-col">
          <DeskVotes
            {...{ desk, live }}
            language={deck.language}
            maySettleStatutes={own.settlesStatutes}
            onLay={shown.lay}
            rankForm={({ ballot, onOrder }) => (
              <RankForm items={ballot.items} most={ballot.most} language={deck.language} onOrder={onOrder} />
            )}
          />
          <DeskQuestions questions={desk.questions} over={live.screen.over} onLay={shown.lay} />
        </div>
      </div>
    </>
  )
}
