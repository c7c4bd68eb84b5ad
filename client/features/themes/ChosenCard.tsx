// The themes of the next cycle, once they are chosen; and, after a closed ranking, the choosing of them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choose } from '#client/features/themes/themesApi.ts'
import { useThemeAct } from '#client/features/themes/useThemes.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import type { ThemesAnswer } from '#shared/themes/proposal.ts'

export function ChosenCard({ page }: { page: ThemesAnswer }) {
  const { t } = useTranslation('themes')
  if (!page.chosen) return null
  return (
    <section className="card pad th-chosen" aria-labelledby="th-chosen">
      <h2 id="th-chosen">{t('chosen')}</h2>
      <ol>
        {page.chosen.themes.map(({ proposalId, question, title }) => (
          <li key={proposalId} lang={page.language}>
            <b>{title}</b> {question}
          </li>
        ))}
      </ol>
      <p className="sm soft">{t('chosenBy', { name: page.chosen.presidedBy, day: page.chosen.day })}</p>
    </section>
  )
}

export function ChooseForm({ ballot, page }: { ballot: ShownBallot; page: ThemesAnswer }) {
  const { t } = useTranslation('themes')
  const act = useThemeAct()
  const placed = ballot.ranking?.placed ?? []
  const [count, setCount] = useState(String(Math.min(ballot.most, placed.length)))
  const number = Number(count)
  const [last, next] = [placed[number - 1], placed[number]]
  // Equal ones are not parted by the order of a list: that is for the assembly to say.
  const tied = last !== undefined && next !== undefined && last.rank === next.rank
  const ready = Number.isInteger(number) && number >= 1 && number <= placed.length && !act.busy
  if (!page.you.keeps || page.chosen?.ballotId === ballot.id || placed.length === 0) return null
  const send = (): void =>
    void act.run(
      () =>
        choose(
          ballot.id,
          placed.slice(0, number).map(({ id }) => id),
          ballot.presidedBy,
        ),
      t('chosenNow'),
    )
  return (
    <form
      className="th-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send()
      }}
    >
      <Field
        label={t('howMany')}
        type="number"
        min={1}
        max={placed.length}
        value={count}
        onChange={({ target }) => setCount(target.value)}
      />
      {tied && <Banner tone="caution">{t('tiedAtEnd')}</Banner>}
      {act.problem && (
        <Banner tone="danger" alert>
          {act.problem}
        </Banner>
      )}
      <button type="submit" className="btn primary" data-act="choose" aria-disabled={!ready}>
        {t('choose')}
      </button>
    </form>
  )
}
