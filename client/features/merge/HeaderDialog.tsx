// Title, summary and the other fields of the joint draft: what each parent says, and where the present one comes from.
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type HeaderLine, type HeaderValue, headerLines } from '#client/features/merge/jointHeader.ts'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { listed } from '#client/features/merge/mergeNames.ts'
import { useYjs } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'

export function HeaderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['merge', 'draft'])
  const { room, merge } = useMergeHands()
  const doc = room.draftsOf(merge.spaceId)?.doc
  return (
    <ModalDialog title={t('merge:header.title')} width="wide" onClose={onClose}>
      <p className="soft">{t('merge:header.text')}</p>
      {doc && <HeaderLines doc={doc} />}
    </ModalDialog>
  )
}

function HeaderLines({ doc }: { doc: Y.Doc }) {
  const { t } = useTranslation(['merge', 'draft'])
  const { room, merge, reading, parties } = useMergeHands()
  const joint = useYjs(doc, () => readDraft(merge.draftId, draftsOf(doc).get(merge.draftId)))
  if (!joint) return null
  const { entities } = room.join.room
  const lines = headerLines(
    t,
    { joint, parents: reading.parents, parties },
    (code) => entities.find((entity) => entity.code === code)?.name ?? code,
  )
  return (
    <div className="mg-header-lines">
      {lines.map((line) => (
        <Line key={line.field} line={line} />
      ))}
    </div>
  )
}

function Line({ line }: { line: HeaderLine }) {
  const { t } = useTranslation('merge')
  const from = line.values.filter(({ isHere }) => isHere).map(({ party }) => party.name)
  const origin = from.length > 0 ? t('header.from', { names: listed(t, from) }) : t('header.together')
  return (
    <section data-field={line.field}>
      <h3>{t(`header.field.${line.field}`)}</h3>
      <p lang={contentLanguage()}>{line.now || t('header.empty')}</p>
      {line.now !== '' && <p className="xs soft">{origin}</p>}
      <ul>
        {line.values.map((value) => (
          <FieldOf key={value.party.key} line={line} value={value} />
        ))}
      </ul>
    </section>
  )
}

function FieldOf({ line, value }: { line: HeaderLine; value: HeaderValue }) {
  const { t } = useTranslation('merge')
  const { acts, blocked } = useMergeHands()
  const { party, words, isHere } = value
  const shown = words || t('header.empty')
  return (
    <li>
      <Antenna wear={party.wear} place={party.name} size="mini" />
      <span className="grow" lang={contentLanguage()}>
        {shown}
      </span>
      {isHere ? (
        <span className="chip ok">
          <Check className="i" aria-hidden="true" />
          {t('header.isHere')}
        </span>
      ) : (
        words !== '' && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('header.takeLabel', {
              field: t(`header.field.${line.field}`),
              name: party.name,
              value: shown,
            })}
            aria-disabled={blocked === undefined ? undefined : 'true'}
            title={blocked}
            onClick={() => blocked === undefined && void acts.header(line.field, party.key, party.name)}
          >
            {t('header.take', { name: party.name })}
          </button>
        )
      )}
    </li>
  )
}
