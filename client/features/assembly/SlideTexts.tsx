// A theme with the verdicts of every board side by side, and one text on a page with its reasons.
import { useTranslation } from 'react-i18next'
import { SlideEyebrow } from '#client/features/assembly/SlideEyebrow.tsx'
import { VerdictSign } from '#client/features/assembly/VerdictSign.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { type Deck, type DeckBoard, type DeckText, feelings, type Slide } from '#shared/assembly/deck.ts'
import { concernedBoards, type SaidPart } from '#shared/assembly/slidePages.ts'

interface ThemeSlideProps {
  readonly deck: Deck
  readonly themeId: string
  readonly textIds: readonly string[]
}

const feltIn = (text: DeckText): number => feelings.reduce((sum, feeling) => sum + text.felt[feeling], 0)

/** A board that was asked for none of these texts has no column: three entities fit only where three are concerned. */
const boardsOf = (deck: Deck, texts: readonly DeckText[]): readonly DeckBoard[] =>
  deck.boards.filter(({ id }) => concernedBoards(texts).has(id))

export function ThemeSlide({ deck, textIds, themeId }: ThemeSlideProps) {
  const { t } = useTranslation('assembly')
  const theme = deck.themes.find(({ id }) => id === themeId)
  if (!theme) return null
  const texts = theme.texts.filter(({ id }) => textIds.includes(id))
  const boards = boardsOf(deck, theme.texts)
  const groupIds = [...new Set(theme.texts.flatMap((text) => text.groupIds))]
  const felt = theme.texts.reduce((sum, text) => sum + feltIn(text), 0)
  return (
    <>
      <header className="as-head">
        <div>
          <SlideEyebrow deck={deck} groupIds={groupIds} />
          <h2 lang={deck.language}>
            <Unbroken text={theme.title} />
          </h2>
        </div>
        <div className="as-figs">
          <p>
            <b className="num">{theme.texts.length}</b>{' '}
            {t('figure.recommendations', { count: theme.texts.length })}
          </p>
          <p>
            <b className="num">{groupIds.length}</b> {t('figure.groups', { count: groupIds.length })}
          </p>
          <p>
            <b className="num">{felt}</b> {t('figure.ressentis', { count: felt })}
          </p>
        </div>
      </header>
      <VerdictTable deck={deck} texts={texts} boards={boards} name={theme.title} />
    </>
  )
}

interface TableProps {
  readonly deck: Deck
  readonly texts: readonly DeckText[]
  readonly boards: readonly DeckBoard[]
  readonly name: string
}

function VerdictTable({ boards, deck, name, texts }: TableProps) {
  const { t } = useTranslation('assembly')
  return (
    <table className="as-table" data-boards={boards.length}>
      <caption className="sr">{name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{t('number')}</span>
          </th>
          <th scope="col">
            <span className="sr">{t('recommendation')}</span>
          </th>
          {boards.map(({ code, id, place }) => (
            <th key={id} scope="col">
              <span>
                {code && <i className="as-code">{code}</i>} {t('boardOf', { place })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {texts.map((text) => (
          <tr key={text.id}>
            <td className="c">{text.code}</td>
            <th scope="row" className="t" lang={deck.language}>
              <Unbroken text={text.title} />
            </th>
            {boards.map(({ code, id }) => {
              const own = text.verdicts.find(({ boardId }) => boardId === id)
              return (
                <td key={id} data-board={code}>
                  {own && <VerdictSign of={own} code={code} />}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type TextSlideOf = Extract<Slide, { kind: 'text' }>

export function TextSlide({ deck, slide }: { deck: Deck; slide: TextSlideOf }) {
  const { t } = useTranslation('assembly')
  const theme = deck.themes.find(({ id }) => id === slide.themeId)
  const text = theme?.texts.find(({ id }) => id === slide.textId)
  const { felt, said, summary } = slide.page
  if (!text) return null
  return (
    <>
      <header className="as-head">
        <div>
          <p className="as-eyebrow">
            <b className="as-number">{text.code}</b>
            <span lang={deck.language}>{theme?.title}</span>
            {text.groupIds.map((id) => {
              const group = deck.groups.find((one) => one.id === id)
              return group && <Antenna key={id} wear={group.wear} place={group.place} size="big" />
            })}
            {slide.of > 1 && <span className="num">{t('pageOf', { at: slide.at, count: slide.of })}</span>}
          </p>
          <h2 lang={deck.language}>
            <Unbroken text={text.title} />
          </h2>
        </div>
      </header>
      {summary !== '' && (
        <p className="as-summary" lang={deck.language}>
          {summary}
        </p>
      )}
      {said.length > 0 && (
        <div className="as-reasons" data-boards={said.length}>
          {said.map((one) => (
            <Said key={one.boardId} deck={deck} text={text} said={one} />
          ))}
        </div>
      )}
      {felt && feltIn(text) > 0 && (
        <p className="as-feltline">
          <b>{t('feltHere', { count: feltIn(text) })}</b>{' '}
          {feelings
            .filter((feeling) => text.felt[feeling] > 0)
            .map((feeling) => `${t(`feeling.${feeling}`)} ${text.felt[feeling]}`)
            .join(', ')}
        </p>
      )}
    </>
  )
}

/** What one board said, and its own words where it asks for others. */
function Said({ deck, said, text }: { deck: Deck; said: SaidPart; text: DeckText }) {
  const { t } = useTranslation('assembly')
  const board = deck.boards.find(({ id }) => id === said.boardId)
  const verdict = text.verdicts.find(({ boardId }) => boardId === said.boardId)
  if (!verdict) return null
  return (
    <section aria-label={t('boardOf', { place: board?.place ?? '' })}>
      <h3>
        {board?.code && <i className="as-code">{board.code}</i>}{' '}
        <VerdictSign of={verdict} code={board?.code ?? ''} />
      </h3>
      {said.reason !== '' && <q lang={deck.language}>{said.reason}</q>}
      {said.wording !== '' && (
        <>
          <p className="as-wording">{t('newWording')}</p>
          <q lang={deck.language}>{said.wording}</q>
        </>
      )}
    </section>
  )
}
