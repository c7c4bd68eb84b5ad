// Over one text of a draft: the passages with open remarks, and a small button beside what is selected in it.
import { MessageSquareText } from 'lucide-react'
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { beginRemark } from '#client/features/remark/beginRemark.ts'
import { drawMarks, eraseMarks } from '#client/features/remark/passageMarks.ts'
import {
  type DraftPlace,
  type RemarkDesk,
  type ShownText,
  useDeskState,
  useRemarkDesk,
} from '#client/features/remark/remarkDesk.ts'
import { pieceFinder, rangeIn, selectedIn } from '#client/features/remark/screenPlaces.ts'
import { useRemarks } from '#client/features/remark/useRemarks.ts'
import { whenIdle } from '#client/features/remark/whenIdle.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { passageOf } from '#shared/remark/anchor.ts'
import { type Remark, type RemarkPlace, remarkPlaces } from '#shared/remark/remark.ts'

export interface RemarkedWordsProps {
  readonly live: LiveDocument
  readonly draftId: string
  readonly place: string
  readonly shared: Y.XmlFragment | Y.Text
  readonly text: RefObject<HTMLElement | null>
}

const isPlace = (place: string): place is RemarkPlace =>
  (remarkPlaces as readonly string[]).includes(place) || /^(nuance|country):/u.test(place)

export function RemarkedWords(props: RemarkedWordsProps) {
  const desk = useRemarkDesk()
  const space = parseDocumentName(props.live.name)
  // Minutes are written in the same editor, and are no draft.
  if (!desk || space?.kind !== 'drafts' || !isPlace(props.place)) return null
  return <Words {...props} place={props.place} desk={desk} spaceId={space.id} />
}

interface WordsProps extends RemarkedWordsProps {
  readonly place: RemarkPlace
  readonly desk: RemarkDesk
  readonly spaceId: string
}

function Words({ live, spaceId, draftId, place, shared, text, desk }: WordsProps) {
  const { answer } = useRemarks({ spaceId, draftId })
  const { lookedAt } = useDeskState()
  const [shown, setShown] = useState<ShownText>()
  const remarks = answer?.remarks
  useEffect(() => {
    if (!text.current) return
    const one: ShownText = {
      draft: { spaceId, draftId },
      place,
      doc: live.doc,
      shared,
      element: text.current,
      passages: new Map(),
    }
    setShown(one)
    const leave = desk.add(one)
    return () => {
      leave()
      eraseMarks(one)
      setShown(undefined)
    }
  }, [desk, live, spaceId, draftId, place, shared, text])
  useEffect(() => {
    if (!shown || !remarks) return
    const find = (): void => {
      shown.passages = passagesOn(shown, remarks)
      drawMarks(shown, {
        passages: [...shown.passages.values()].flat(),
        lookedAt: lookedAt === undefined ? [] : [...(shown.passages.get(lookedAt) ?? [])],
      })
      desk.found(shown)
    }
    const soon = whenIdle(find)
    find()
    // While letters are typed the browser carries the marks along; they are looked for again when it has time.
    const watch = new MutationObserver(() => soon.ask(isTorn(shown)))
    watch.observe(shown.element, { childList: true, characterData: true, subtree: true })
    return () => {
      watch.disconnect()
      soon.cancel()
    }
  }, [shown, remarks, lookedAt, desk])
  return shown ? <BesideSelection shown={shown} desk={desk} mayRemark={answer?.may.remark ?? false} /> : null
}

/** Words that were drawn anew leave the marks on them empty: those are found again before the next picture. */
const isTorn = ({ passages }: ShownText): boolean =>
  [...passages.values()].some((ranges) => ranges.some((range) => range.collapsed))

function passagesOn(shown: ShownText, remarks: readonly Remark[]): ReadonlyMap<string, readonly Range[]> {
  const draft = draftsOf(shown.doc).get(shown.draft.draftId)
  if (!draft || shown.element instanceof HTMLTextAreaElement) return new Map()
  const here = remarks.filter(({ status, anchor }) => status === 'open' && anchor?.place === shown.place)
  if (here.length === 0) return new Map()
  const find = pieceFinder(shown)
  return new Map(
    here.map(({ id, anchor }) => {
      const pieces = anchor && passageOf(draft, anchor)
      return [id, pieces ? find(pieces) : []]
    }),
  )
}

interface BesideProps {
  readonly shown: ShownText
  readonly desk: RemarkDesk
  readonly mayRemark: boolean
}

/** Where the button stands, and what it does there. */
type Offer =
  | { readonly kind: 'say'; readonly left: number; readonly top: number }
  | {
      readonly kind: 'read'
      readonly left: number
      readonly top: number
      readonly remarks: readonly string[]
    }

function BesideSelection({ shown, desk, mayRemark }: BesideProps) {
  const { t } = useTranslation('remark')
  const [offer, setOffer] = useState<Offer>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The button itself may take the focus, and the selection stays where it is.
    const look = (): void =>
      setOffer((was) => (button.current === document.activeElement ? was : offerFor(shown, desk, mayRemark)))
    const soon = whenIdle(look)
    const ask = (): void => soon.ask(false)
    document.addEventListener('selectionchange', ask)
    return () => {
      document.removeEventListener('selectionchange', ask)
      soon.cancel()
    }
  }, [shown, desk, mayRemark])
  if (!offer) return null
  const place: DraftPlace = shown.draft
  return (
    <div className="remark-beside" style={placed(offer)}>
      <button
        ref={button}
        type="button"
        className="btn sm remark-offer"
        data-act={offer.kind === 'say' ? 'remark.begin' : 'remark.read'}
        // The text keeps its selection while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onBlur={() => setOffer(offerFor(shown, desk, mayRemark))}
        onClick={(event) =>
          offer.kind === 'say'
            ? beginRemark(desk, place)
            : desk.goToRemark(offer.remarks[0] ?? '', event.currentTarget)
        }
      >
        <MessageSquareText className="i" aria-hidden="true" />
        {offer.kind === 'say' ? t('offer') : t('here', { count: offer.remarks.length })}
      </button>
    </div>
  )
}

/** Left and top are the page's to follow, or not, as wide as it is. */
const placed = ({ left, top }: Offer): CSSProperties =>
  ({ '--left': `${left}px`, '--top': `${top}px` }) as CSSProperties // properties of our own

function offerFor(shown: ShownText, desk: RemarkDesk, mayRemark: boolean): Offer | undefined {
  const { element } = shown
  if (element instanceof HTMLTextAreaElement) return undefined
  const range = rangeIn(element)
  const box = element.offsetParent
  if (!range || !box) return undefined
  const remarks = range.collapsed ? desk.remarksAt(shown) : []
  const says = !range.collapsed && mayRemark && selectedIn(shown) !== undefined
  if (!says && remarks.length === 0) return undefined
  const rect = [...range.getClientRects()].at(-1) ?? caretRect(range)
  const frame = box.getBoundingClientRect()
  if (!rect || frame.width === 0) return undefined
  // On the whiteboard everything is scaled.
  const scale = frame.width / (box instanceof HTMLElement ? box.offsetWidth : frame.width)
  const at = {
    left: Math.max(0, (rect.right - frame.left) / scale),
    top: (rect.bottom - frame.top) / scale + 6,
  }
  return says ? { kind: 'say', ...at } : { kind: 'read', ...at, remarks }
}

/** The end of a line has no box of its own. */
function caretRect(range: Range): DOMRect | undefined {
  const { startContainer } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  return element?.getBoundingClientRect()
}
