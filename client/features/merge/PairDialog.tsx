// Chooses the passage of another parent that says the same, to put both side by side.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { partOf } from '#client/features/merge/mergeNames.ts'
import { wordTest } from '#client/features/merge/wordTest.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Passage } from '#shared/merge/frozenParent.ts'

export function PairDialog({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const { t } = useTranslation('merge')
  const { names, acts } = useMergeHands()
  const [query, setQuery] = useState('')
  const own = names.get(passage.id)?.parent.key
  const others = useMemo(() => {
    const all = [...names.values()].filter(({ parent }) => parent.key !== own)
    // Those of the same part first: a pair seldom crosses parts.
    return [true, false].flatMap((same) =>
      all.filter((other) => (partOf(other.passage) === partOf(passage)) === same),
    )
  }, [names, own, passage])
  const find = wordTest(query)
  const pick = (other: string): void => {
    onClose()
    void acts.pair([passage.id, other])
  }
  return (
    <ModalDialog title={t('act.pairWith')} onClose={onClose}>
      <p className="soft mg-quote" lang={contentLanguage()}>
        {passage.text}
      </p>
      <input
        className="input"
        type="search"
        aria-label={t('with.find')}
        placeholder={t('with.find')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="mg-pick">
        {others
          .filter(({ passage: { text }, name }) => find(`${text} ${name}`))
          .map(({ passage: other, name, party }) => (
            <li key={other.id}>
              <button type="button" onClick={() => pick(other.id)}>
                <Antenna wear={party.wear} place={party.name} size="mini" />
                <span className="grow">
                  <span lang={contentLanguage()}>{other.text}</span>
                  <small>
                    {name}, {t(`part.${partOf(other)}`)}
                  </small>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </ModalDialog>
  )
}
