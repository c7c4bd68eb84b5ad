// The thread of a recommendation, or of a draft that is none yet.
import { GitMerge, List, ListPlus, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { DeclareDialog } from '#client/features/followUp/DeclareDialog.tsx'
import { FollowButton } from '#client/features/followUp/FollowButton.tsx'
import { InitiativeDialog } from '#client/features/followUp/InitiativeDialog.tsx'
import { InitiativesCard } from '#client/features/followUp/InitiativesCard.tsx'
import { ItemDialog } from '#client/features/followUp/ItemDialog.tsx'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks } from '#client/features/followUp/looks.ts'
import { PlanDialog, takenUp } from '#client/features/followUp/PlanDialog.tsx'
import { Thread } from '#client/features/followUp/Thread.tsx'
import { ThreadAside } from '#client/features/followUp/ThreadAside.tsx'
import { useThread } from '#client/features/followUp/useFollowUp.ts'
import { LibraryGlossary } from '#client/features/library/LibraryGlossary.tsx'
import { addFollowUpTexts } from '#client/i18n/followUpTexts.ts'
import { FollowUpFrame } from '#client/routes/FollowUpFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { FollowUpItem, ShownInitiative, ThreadAnswer } from '#shared/followUp/followUpAnswers.ts'
import '#client/features/followUp/followUp.css'

addFollowUpTexts()

export function ThreadPage() {
  const { t } = useTranslation('followUp')
  const key = useParams()['key'] ?? ''
  const query = useThread(key)
  const { data } = query
  useTitle(data ? `${data.text.code} ${data.text.title}`.trim() : t('title'))
  return (
    <FollowUpFrame query={query}>
      <LibraryGlossary>{data && <Opened key={key} thread={data} />}</LibraryGlossary>
    </FollowUpFrame>
  )
}

type Open =
  | { readonly kind: 'declare' | 'plan' }
  | { readonly kind: 'item'; readonly item: FollowUpItem }
  | { readonly kind: 'initiative'; readonly one: ShownInitiative }

function Opened({ thread }: { thread: ThreadAnswer }) {
  const { t } = useTranslation('followUp')
  const [look, setLook] = useState<'frise' | 'list'>('frise')
  const [open, setOpen] = useState<Open>()
  const { groups, line, text, you } = thread
  const close = (): void => setOpen(undefined)
  const subject = line ? { id: line.id, code: line.code, title: line.title } : undefined
  return (
    <>
      <ThreadHead thread={thread}>
        <Choice
          look="segments"
          label={t('lookLabel')}
          value={look}
          onChange={setLook}
          options={[
            {
              value: 'frise',
              label: (
                <ChoiceLabel icon={<GitMerge className="i" aria-hidden="true" />} words={t('look.frise')} />
              ),
            },
            {
              value: 'list',
              label: <ChoiceLabel icon={<List className="i" aria-hidden="true" />} words={t('look.list')} />,
            },
          ]}
        />
        {you.keeps && takenUp(thread).length > 0 && (
          <button type="button" className="btn" data-act="plan" onClick={() => setOpen({ kind: 'plan' })}>
            <ListPlus className="i" aria-hidden="true" />
            {t('planAdd')}
          </button>
        )}
        <button type="button" className="btn fu-print" onClick={() => print()}>
          <Printer className="i" aria-hidden="true" />
          {t('print')}
        </button>
      </ThreadHead>
      <div className="fu-grid">
        <Thread thread={thread} look={look} onTend={(item) => setOpen({ kind: 'item', item })} />
        <aside className="fu-side" aria-label={t('textToday')}>
          <ThreadAside thread={thread} />
          <InitiativesCard
            {...{ groups, you, initiatives: thread.initiatives, places: thread.places }}
            language={thread.language}
            title={t('initiativesToday')}
            onDeclare={() => setOpen({ kind: 'declare' })}
            onTend={(one) => setOpen({ kind: 'initiative', one })}
          />
          {line && (
            <FollowButton
              you={you}
              target="recommendation"
              id={line.id}
              name={`${line.code} ${line.title}`}
              feed={`/feeds/follow-up/${encodeURIComponent(line.code)}.atom`}
            />
          )}
        </aside>
      </div>
      {open?.kind === 'declare' && (
        <DeclareDialog
          {...{ groups, you }}
          recommendation={subject}
          draftId={subject ? undefined : text.id}
          onClose={close}
        />
      )}
      {open?.kind === 'plan' && <PlanDialog thread={thread} onClose={close} />}
      {open?.kind === 'item' && (
        <ItemDialog {...{ you, axes: thread.axes }} item={open.item} onClose={close} />
      )}
      {open?.kind === 'initiative' && (
        <InitiativeDialog {...{ you, groups }} one={open.one} onClose={close} />
      )}
    </>
  )
}

const ChoiceLabel = ({ icon, words }: { icon: React.ReactNode; words: string }) => (
  <span className="row">
    {icon}
    {words}
  </span>
)

function ThreadHead({ thread, children }: { thread: ThreadAnswer; children: React.ReactNode }) {
  const { t } = useTranslation('followUp')
  const { line, text, theme } = thread
  const ids = line?.groupIds ?? [...new Set(thread.rows.flatMap(({ groupIds }) => groupIds))]
  return (
    <header className="fu-thread-head">
      <div>
        <span className="row wrap">
          {text.code !== '' && <b className="chip brand">{text.code}</b>}
          {ids.map((id) => {
            const group = thread.groups.find((one) => one.id === id)
            return group && <Antenna key={id} wear={group.wear} place={group.place} size="mini" />
          })}
          {line && <LookChip look={fateLooks[line.fate]}>{t(`fate.${line.fate}`)}</LookChip>}
          <Link className="sm" to={theme ? `/follow-up?theme=${encodeURIComponent(theme.id)}` : '/follow-up'}>
            {theme?.title ?? t('toList')}
          </Link>
        </span>
        <h1 lang={thread.language}>
          <Unbroken text={t('thread', { title: text.title })} />
        </h1>
        {!line && <p className="soft">{t('becomes')}</p>}
      </div>
      <div className="row wrap fu-thread-tools">{children}</div>
    </header>
  )
}
