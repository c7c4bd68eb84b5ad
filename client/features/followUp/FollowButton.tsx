// « Je suis ce texte »: notices on the home page for whoever signed in; a feed for everybody.
import { Bell, BellRing, Mail, Rss } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { follow, unfollow } from '#client/features/followUp/followUpApi.ts'
import { useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import type { FollowTarget, FollowUpYou } from '#shared/followUp/followUpAnswers.ts'

interface Props {
  readonly you: FollowUpYou
  readonly target: FollowTarget
  readonly id: string
  /** What is followed, in words. */
  readonly name: string
  readonly feed: string
}

export function FollowButton({ you, target, id, name, feed }: Props) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const follows = you.follows.includes(`${target}:${id}`)
  const Icon = follows ? BellRing : Bell
  const turn = (): void => {
    if (acting.busy) return
    void acting.run(
      () => (follows ? unfollow(target, id) : follow(target, id)),
      t(follows ? 'unfollowed' : 'followed'),
    )
  }
  return (
    <div className="fu-follow">
      {you.signedIn && (
        <button
          type="button"
          className="btn"
          aria-pressed={follows}
          aria-label={`${t(follows ? 'following' : 'follow')}, ${name}`}
          data-act="follow"
          onClick={turn}
        >
          <Icon className="i" aria-hidden="true" />
          {t(follows ? 'following' : 'follow')}
        </button>
      )}
      {you.signedIn && (
        <Link className="btn quiet" to="/notices">
          <Mail className="i" aria-hidden="true" />
          {t('byMail')}
        </Link>
      )}
      <a className="btn quiet" href={feed} type="application/atom+xml" aria-label={t('feedLabel', { name })}>
        <Rss className="i" aria-hidden="true" />
        {t('feed')}
      </a>
      {acting.problem && (
        <p className="field-error" role="alert">
          {acting.problem}
        </p>
      )}
    </div>
  )
}
