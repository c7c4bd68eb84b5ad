// « Nos textes »: code, title, status as shape and word, nuances and open questions; each leads to its place in the room.
import { Check, Glasses, type LucideIcon, MessageCircle, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { draftAddress, roomAddress } from '#client/features/group/draftPlace.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { GroupDraft, GroupPageAnswer } from '#shared/group/groupPage.ts'

const looks: Record<GroupDraft['status'], { tone: string; icon: LucideIcon }> = {
  writing: { tone: 'info', icon: PenLine },
  toReview: { tone: 'warn', icon: Glasses },
  ready: { tone: 'ok', icon: Check },
}

export function GroupDrafts({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const { drafts, roomCode } = page
  return (
    <section className="card gp-texts" aria-labelledby="gp-texts">
      <div className="gp-texts-head">
        <h2 id="gp-texts">{t('texts')}</h2>
        {roomCode && (
          <Link className="sm" to={`${roomAddress(roomCode)}#liste`}>
            {t('openList')}
          </Link>
        )}
      </div>
      {drafts.length === 0 && <p className="soft gp-none">{t('noTexts')}</p>}
      <ul>
        {drafts.map((draft) => (
          <DraftLine key={`${draft.spaceId}/${draft.draftId}`} draft={draft} roomCode={roomCode} />
        ))}
      </ul>
    </section>
  )
}

function DraftLine({ draft, roomCode }: { draft: GroupDraft; roomCode: string | null }) {
  const { t, i18n } = useTranslation('group')
  const { tone, icon: Icon } = looks[draft.status]
  const to = draftAddress(roomCode, draft)
  const title = draft.title.trim() === '' ? t('untitled') : draft.title
  const facts = [
    draft.nuances > 0 ? t('nuances', { count: draft.nuances }) : '',
    draft.questions > 0 ? t('questions', { count: draft.questions }) : '',
    draft.changedAt === null ? '' : t('changed', { day: dayOf(i18n.language, draft.changedAt) }),
  ].filter(Boolean)
  return (
    <li>
      <b className="disp">{draft.code}</b>
      <div>
        <h3 lang={contentLanguage()}>
          {to ? (
            <Link to={to}>
              <Unbroken text={title} />
            </Link>
          ) : (
            <Unbroken text={title} />
          )}
        </h3>
        <small>
          <MessageCircle className="i" aria-hidden="true" />
          <span>{facts.length > 0 ? facts.join(', ') : t('noNuance')}</span>
        </small>
      </div>
      <span className={`chip ${tone}`}>
        <Icon className="i" aria-hidden="true" />
        {t(`status.${draft.status}`)}
      </span>
    </li>
  )
}

/** `at`: milliseconds since 1970, told in this device's own time zone. */
const dayOf = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(at)
