// What is said when a page cannot be read: it does not exist, nobody answers, or something broke.
import { Link } from 'react-router'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'

export interface PageTroubleProps {
  readonly error: unknown
  readonly retry: () => Promise<unknown>
  readonly words: {
    readonly unknown: string
    readonly unknownText: string
    readonly back: string
    readonly offline: string
    readonly broken: string
    readonly retry: string
  }
  /** Where one goes from a page that does not exist. */
  readonly backTo: string
}

export function PageTrouble({ error, retry, words, backTo }: PageTroubleProps) {
  if (refusedStatus(error) === 404)
    return (
      <div className="empty">
        <h1>{words.unknown}</h1>
        <p>{words.unknownText}</p>
        <Link className="btn primary" to={backTo}>
          {words.back}
        </Link>
      </div>
    )
  const away = error instanceof UnreachableServer
  return (
    <Banner
      tone={away ? 'warn' : 'danger'}
      action={
        <button type="button" className="btn sm" onClick={() => void retry()}>
          {words.retry}
        </button>
      }
    >
      <Bold text={away ? words.offline : words.broken} />
    </Banner>
  )
}
