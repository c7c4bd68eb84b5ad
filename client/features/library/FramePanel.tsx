// « Libre puis cadre » beside a group's drafts: the phase, and in the framed one the cards with what people say of them.

import { Feather, Frame, Shield } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDialog } from '#client/features/library/AskDialog.tsx'
import { FramedCard } from '#client/features/library/FramedCard.tsx'
import { switchPhase } from '#client/features/library/libraryApi.ts'
import { useFrame, useLibraryAct } from '#client/features/library/useLibrary.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { OneOf } from '#client/ui/OneOf.tsx'
import type { FrameAnswer } from '#shared/library/libraryAnswers.ts'
import type { Phase } from '#shared/library/libraryEntries.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import '#client/features/library/library.css'

export interface FramePanelProps {
  readonly group: RoomGroup
  /** The draft on the screen already; absent where one of all is chosen here. */
  readonly draftId?: string
  /** What else stands beside a draft in the framed phase. */
  readonly children?: ReactNode
}

export function FramePanel({ group, draftId, children }: FramePanelProps) {
  const { t } = useTranslation('library')
  const { data, isError } = useFrame(group.id, draftId)
  // Where the frame is not the reader's to see, what stood here before stands here still.
  if (isError) return children
  if (!data) return null
  return (
    <section className="li-frame" aria-label={t('frameLabel')} data-phase={data.phase}>
      <PhaseSwitch frame={data} group={group.id} />
      {draftId === undefined ? (
        <ChosenDraft frame={data} group={group} />
      ) : (
        <CardsBeside frame={data} group={group} draftId={draftId} />
      )}
      {data.phase === 'framed' && children}
      <p className="li-shield">
        <Shield className="i" aria-hidden="true" />
        <span>
          <Bold text={t('frameProtects')} />
        </span>
      </p>
    </section>
  )
}

function PhaseSwitch({ frame, group }: { frame: FrameAnswer; group: string }) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const change = (phase: Phase): void => {
    if (phase !== frame.phase)
      void acting.run(() => switchPhase(group, { seen: frame.phaseVersion, phase }), t(`phaseNow.${phase}`))
  }
  if (!frame.maySwitch)
    return (
      <p className="li-phase">
        {frame.phase === 'free' ? (
          <Feather className="i" aria-hidden="true" />
        ) : (
          <Frame className="i" aria-hidden="true" />
        )}
        <span>
          <b>{t(`phase.${frame.phase}`)}</b> {t(`phaseText.${frame.phase}`)}
        </span>
      </p>
    )
  return (
    <div className="li-switch">
      <Choice
        look="segments"
        label={t('phaseLabel')}
        value={frame.phase}
        onChange={change}
        options={[
          {
            value: 'free',
            label: <PhaseWords phase="free" icon={<Feather className="i" aria-hidden="true" />} />,
          },
          {
            value: 'framed',
            label: <PhaseWords phase="framed" icon={<Frame className="i" aria-hidden="true" />} />,
          },
        ]}
      />
      {acting.problem && <p className="field-error">{acting.problem}</p>}
    </div>
  )
}

function PhaseWords({ phase, icon }: { phase: Phase; icon: ReactNode }) {
  const { t } = useTranslation('library')
  return (
    <span className="row">
      {icon}
      <span>
        <b>{t(`phase.${phase}`)}</b>
        <small>{t(`phaseText.${phase}`)}</small>
      </span>
    </span>
  )
}

interface Beside {
  readonly frame: FrameAnswer
  readonly group: RoomGroup
}

function ChosenDraft({ frame, group }: Beside) {
  const { t } = useTranslation('library')
  const [chosen, setChosen] = useState('')
  const draft = frame.drafts.find(({ id }) => id === chosen) ?? frame.drafts[0]
  if (!draft) return <p className="soft li-pad">{t('noDrafts')}</p>
  return (
    <>
      <div className="li-pad">
        {frame.drafts.length > 1 && (
          <OneOf
            label={t('whichDraft')}
            value={draft.id}
            options={frame.drafts.map((one) => [one.id, `${one.code} ${one.title}`.trim()])}
            onChange={setChosen}
          />
        )}
        <p className="row wrap">
          <Antenna wear={group.wear} place={group.place} size="mini" />
          <b className="disp">{draft.code}</b>
          {draft.outOfTheBox && <span className="chip line">{t('mark.outside')}</span>}
        </p>
        <h3 lang={frame.language}>{draft.title}</h3>
        <p lang={frame.language}>
          <GlossedText text={draft.summary} lang={frame.language} />
        </p>
      </div>
      <CardsBeside frame={frame} group={group} draftId={draft.id} />
    </>
  )
}

function CardsBeside({ frame, group, draftId }: Beside & { draftId: string }) {
  const { t } = useTranslation('library')
  const [asking, setAsking] = useState<string | null>()
  const draft = frame.drafts.find(({ id }) => id === draftId)
  if (!draft) return null
  const about = draft.cards.find(({ cardId }) => cardId === asking)?.card
  return (
    <>
      {frame.phase === 'framed' && draft.outOfTheBox && <p className="soft li-pad">{t('outOnPurpose')}</p>}
      {frame.phase === 'framed' && (
        <ul className="li-beside">
          {draft.cards.map((one) => (
            <FramedCard
              key={`${one.cardId}-${one.version}`}
              {...{ one, draftId, language: frame.language }}
              group={group.id}
              mayMark={frame.mayMark}
              onAsk={() => setAsking(one.cardId)}
            />
          ))}
        </ul>
      )}
      {frame.mayMark && frame.phase === 'framed' && (
        <div className="li-pad">
          <button type="button" className="btn sm" data-act="ask-draft" onClick={() => setAsking(null)}>
            {t('askTeam')}
          </button>
        </div>
      )}
      {asking !== undefined && (
        <AskDialog
          groups={[group]}
          themeId={frame.themeId}
          card={about}
          draft={{ id: draft.id, title: draft.title }}
          today={frame.today}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
