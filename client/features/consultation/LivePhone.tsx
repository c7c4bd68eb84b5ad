// A phone in the hall or the call: it follows what is on the wall and says what its person feels.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { enterLive, readLive } from '#client/features/consultation/consultationApi.ts'
import { FeelingForm } from '#client/features/consultation/FeelingForm.tsx'
import { consultationKey, useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { LiveAnswer } from '#shared/consultation/consultationAnswers.ts'

/** Milliseconds between two looks at the wall. */
const every = 2_000

export const useLive = (code: string) =>
  useQuery({
    queryKey: [...consultationKey, 'live', code],
    queryFn: ({ signal }) => readLive(code, signal),
    refetchInterval: every,
  })

export function LivePhone({ code, live }: { code: string; live: LiveAnswer }) {
  const { t } = useTranslation('consultation')
  const { shown } = live
  useSaidOnWall(live.inside ? shown : null)
  return (
    <>
      <p className="row wrap sm soft">
        <span className="chip now">{t('live.title')}</span>
        <span lang={live.language}>
          <Unbroken text={live.title} />
        </span>
        <span>{t('live.devices', { count: live.devices })}</span>
      </p>
      {!live.inside && <Enter code={code} />}
      {live.inside && !shown && (
        <p className="co-waits" role="status">
          {t('live.waits')}
        </p>
      )}
      {live.inside && shown && (
        <article className="co-live-text" key={shown.id} data-shown={shown.id}>
          {shown.code !== '' && <b className="chip brand">{shown.code}</b>}
          <h1 lang={live.language}>
            <Unbroken text={shown.title} />
          </h1>
          <p className="co-lead" lang={live.language}>
            <Unbroken text={shown.summary} />
          </p>
          <FeelingForm
            {...{ textId: shown.id, version: shown.version, counts: shown.feelings, live: live.id }}
            {...{ entities: live.entities, groups: [] }}
            own={shown.own}
          />
          <p>
            <Link to={`/consultation/${encodeURIComponent(shown.id)}`}>{t('live.whole')}</Link>
          </p>
        </article>
      )}
      <p className="xs soft">{t('live.follow')}</p>
    </>
  )
}

/** Says which text is on the wall now: whoever does not see the page change hears it. The one that stood at first is read with it. */
function useSaidOnWall(shown: LiveAnswer['shown']): void {
  const { t } = useTranslation('consultation')
  const said = useRef(shown?.id)
  const id = shown?.id
  const title = shown && [shown.code, shown.title].filter(Boolean).join(' ')
  useEffect(() => {
    if (said.current === id) return
    said.current = id
    if (title) announce(t('live.nowShown', { title }))
  }, [id, t, title])
}

function Enter({ code }: { code: string }) {
  const { t } = useTranslation('consultation')
  const client = useQueryClient()
  const acting = useConsultationAct({ 429: t('live.full') })
  const enter = async (): Promise<void> => {
    client.setQueryData([...consultationKey, 'live', code], await enterLive(code))
  }
  return (
    <div className="co-enter">
      <p>{t('live.enterText')}</p>
      <button
        type="button"
        className="btn primary lg"
        data-act="enter"
        aria-disabled={acting.busy}
        onClick={() => void acting.run(enter, '')}
      >
        {t('live.enter')}
      </button>
      {acting.problem && (
        <Banner tone="danger" alert>
          {acting.problem}
        </Banner>
      )}
    </div>
  )
}
