// The order of rows as shown: the live one, held still while somebody types in one of them.
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { isTypingIn } from '#client/features/list/rowKeys.ts'
import { heldLayout, type LayoutGroup } from '#client/features/list/settledLayout.ts'

export interface HeldRows {
  readonly groups: readonly LayoutGroup[]
  /** For the element around the rows. */
  readonly watch: {
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

export function useHeldRows(next: readonly LayoutGroup[]): HeldRows {
  const [typing, setTyping] = useState(false)
  const shown = useRef(next)
  const groups = typing ? heldLayout(shown.current, next) : next
  useEffect(() => {
    shown.current = groups
  })
  return {
    groups,
    watch: {
      onFocus: (event) => setTyping(isTypingIn(event.target)),
      onBlur: (event) => setTyping(isTypingIn(event.relatedTarget)),
    },
  }
}
