// Rows of the stages that a text goes through: joint sessions, merges, handing over, publication and its later versions, the assembly, news.
import { useTranslation } from 'react-i18next'
import { Groups, Head, placesOf, type RowOf, useSession } from '#client/features/followUp/threadRowParts.tsx'

type StageKind =
  | 'joint-session'
  | 'merge'
  | 'adopted'
  | 'handed-over'
  | 'published'
  | 'final'
  | 'version'
  | 'assembly'
  | 'news'

export function StageRow({ row, thread }: RowOf<StageKind>) {
  const { t } = useTranslation('followUp')
  const session = useSession()
  const places = placesOf(row.groupIds, thread)
  const groups = <Groups ids={row.groupIds} thread={thread} />
  switch (row.kind) {
    case 'joint-session':
      return (
        <Stage title={t('row.joint', { places })} words={session(row.session)} lang={thread.language}>
          {groups}
        </Stage>
      )
    case 'merge':
      return (
        <Stage title={t('row.merge', { places })} words={row.title} lang={thread.language}>
          {groups}
        </Stage>
      )
    case 'adopted':
      return (
        <Stage
          title={t('row.adopted', { places })}
          words={row.title}
          lang={thread.language}
          small={row.withdrawn ? t('withdrawn') : ''}
        >
          {groups}
        </Stage>
      )
    case 'handed-over':
      return (
        <Stage title={t('row.handedOver')} words={t('handedOver', { count: row.count })}>
          {groups}
        </Stage>
      )
    case 'published':
      return (
        <Stage
          title={t('row.published', { code: row.code })}
          words={t('nuancesWith', { count: row.nuances })}
        >
          {groups}
        </Stage>
      )
    case 'final':
      return <Head title={t('row.final')} />
    case 'version':
      return <Version row={row} thread={thread} />
    case 'assembly':
      return <Head title={row.title} lang={thread.language} />
    case 'news':
      return (
        <Stage
          title={t('row.news')}
          words={row.text}
          lang={thread.language}
          small={[row.about, row.byName].filter(Boolean).join(', ')}
        />
      )
  }
}

interface StageProps {
  readonly title: string
  readonly words: string
  readonly lang?: string
  readonly small?: string
  readonly children?: React.ReactNode
}

function Stage({ title, words, lang, small = '', children }: StageProps) {
  return (
    <>
      <Head title={title}>{children}</Head>
      <p lang={lang}>{words}</p>
      {small !== '' && <p className="sm">{small}</p>}
    </>
  )
}

function Version({ row, thread }: RowOf<'version'>) {
  const { t } = useTranslation('followUp')
  const { byName, cause, version, why } = row
  return (
    <Stage
      title={t(`row.version.${cause}`)}
      words={why}
      lang={thread.language}
      small={byName === '' ? t('versionOnly', { version }) : t('versionBy', { version, by: byName })}
    >
      <Groups ids={row.groupIds} thread={thread} />
    </Stage>
  )
}
