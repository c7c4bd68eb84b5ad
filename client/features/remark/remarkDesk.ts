// What the texts on a page, their lists of remarks and the form share: which texts are shown, what is selected, what is looked at.
import { createContext, use, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import { rangeIn, type ScreenText, type Selected, selectedIn } from '#client/features/remark/screenPlaces.ts'
import type { Remark, RemarkAnchor, RemarkKind, RemarkPlace } from '#shared/remark/remark.ts'

export interface DraftPlace {
  readonly spaceId: string
  readonly draftId: string
}

export const draftKey = ({ spaceId, draftId }: DraftPlace): string => `${spaceId}/${draftId}`

/** A text of a draft that stands on the screen now. */
export interface ShownText extends ScreenText {
  readonly draft: DraftPlace
  readonly place: RemarkPlace
  readonly doc: Doc
  /** By remark, where it stands on the screen. */
  passages: ReadonlyMap<string, readonly Range[]>
}

/** A form that is open: a new remark, or one that is said anew. */
export interface Writing {
  readonly draft: DraftPlace
  /** Null for the draft as a whole. */
  readonly anchor: RemarkAnchor | null
  readonly kind: RemarkKind
  /** One's own words changed, or a suggestion said again of today's words. */
  readonly of?: { readonly act: 'edit' | 'renew'; readonly remark: Remark }
}

export interface DeskState {
  readonly writing: Writing | undefined
  /** The remark whose passage is looked at. */
  readonly lookedAt: string | undefined
}

export class RemarkDesk {
  readonly #texts = new Set<ShownText>()
  readonly #listeners = new Set<() => void>()
  #state: DeskState = { writing: undefined, lookedAt: undefined }
  /** The plain field that had the focus last: it keeps its selection while another has it. */
  #field: HTMLElement | undefined
  #wanted: string | undefined

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }
  readonly state = (): DeskState => this.#state

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  add(text: ShownText): () => void {
    this.#texts.add(text)
    const focused = (): void => {
      this.#field = text.element
    }
    text.element.addEventListener('focusin', focused)
    return () => {
      this.#texts.delete(text)
      text.element.removeEventListener('focusin', focused)
      if (this.#field === text.element) this.#field = undefined
    }
  }

  /** Called by a text when its passages have been found: a remark that somebody waits for is shown. */
  found(text: ShownText): void {
    if (this.#wanted === undefined || !text.passages.has(this.#wanted)) return
    const wanted = this.#wanted
    this.#wanted = undefined
    this.#goTo(text, wanted)
  }

  /** The text of a draft in which something is selected, newest place on the page first. */
  selected(draft: DraftPlace): { readonly text: ShownText; readonly selected: Selected } | undefined {
    const key = draftKey(draft)
    for (const text of [...this.#texts].reverse()) {
      if (draftKey(text.draft) !== key) continue
      if (text.element instanceof HTMLTextAreaElement && text.element !== this.#field) continue
      const selected = selectedIn(text)
      if (selected) return { text, selected }
    }
    return undefined
  }

  /** The text that holds the keyboard. */
  focusedText(): ShownText | undefined {
    const { activeElement } = document
    return [...this.#texts].reverse().find(({ element }) => element.contains(activeElement))
  }

  /** Remarks whose passage holds the caret, or what is selected. */
  remarksAt(text: ShownText): readonly string[] {
    const here = rangeIn(text.element)
    if (!here) return []
    return [...text.passages].flatMap(([id, ranges]) =>
      ranges.some(
        (range) =>
          range.compareBoundaryPoints(Range.START_TO_END, here) >= 0 &&
          range.compareBoundaryPoints(Range.END_TO_START, here) <= 0,
      )
        ? [id]
        : [],
    )
  }

  lookAt(remarkId: string | undefined): void {
    if (this.#state.lookedAt !== remarkId) this.#set({ lookedAt: remarkId })
  }

  begin(writing: Writing): void {
    this.#set({ writing })
  }

  close(): void {
    this.#set({ writing: undefined })
  }

  /** Brings the keyboard to a remark's passage; false where none of the texts on the page shows it. */
  goToPassage(draft: DraftPlace, remarkId: string, near: Element | null): boolean {
    const key = draftKey(draft)
    const shown = [...this.#texts].filter(
      (text) => draftKey(text.draft) === key && (text.passages.get(remarkId)?.length ?? 0) > 0,
    )
    const dialog = near?.closest('[role=dialog]')
    const text = shown.find(({ element }) => dialog?.contains(element)) ?? (dialog ? undefined : shown.at(-1))
    if (!text) return false
    this.#goTo(text, remarkId)
    return true
  }

  /** Shows it as soon as a text that holds it is on the screen. */
  goToPassageWhenShown(remarkId: string): void {
    this.#wanted = remarkId
  }

  #goTo(text: ShownText, remarkId: string): void {
    this.lookAt(remarkId)
    const [first] = text.passages.get(remarkId) ?? []
    if (!first) return
    const { element } = text
    const field = element.matches('[contenteditable]')
      ? element
      : element.querySelector<HTMLElement>('[contenteditable=true]')
    if (field) field.focus({ preventScroll: true })
    else {
      element.tabIndex = -1
      element.focus({ preventScroll: true })
    }
    // A caret only: whoever types next must not write over the passage.
    document.getSelection()?.collapse(first.startContainer, first.startOffset)
    first.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  /** Brings the keyboard to a remark in its list. */
  goToRemark(remarkId: string, near: Element | null): void {
    this.lookAt(remarkId)
    const dialog = near?.closest('[role=dialog]')
    const all = [...document.querySelectorAll<HTMLElement>(`[data-remark="${CSS.escape(remarkId)}"]`)]
    const item = all.find((one) => dialog?.contains(one)) ?? all[0]
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'center' })
  }
}

/** Absent where drafts carry no remarks. */
export const RemarkDeskContext = createContext<RemarkDesk | undefined>(undefined)
export const useRemarkDesk = (): RemarkDesk | undefined => use(RemarkDeskContext)

const nothing: DeskState = { writing: undefined, lookedAt: undefined }
const never = (): (() => void) => () => undefined

export function useDeskState(): DeskState {
  const desk = useRemarkDesk()
  return useSyncExternalStore(desk?.subscribe ?? never, desk?.state ?? (() => nothing))
}
