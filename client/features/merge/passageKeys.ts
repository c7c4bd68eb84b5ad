// The keys of the passages: up and down along a text, left and right to what stands beside, J to the joint text.
import type { KeyboardEvent } from 'react'
import type { MergeHands } from '#client/features/merge/mergeContext.ts'

export function onPassageKey(event: KeyboardEvent<HTMLElement>, hands: MergeHands): void {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (!target?.classList.contains('mg-say') || event.ctrlKey || event.metaKey || event.altKey) return
  const passage = target.closest<HTMLElement>('[data-passage]')?.dataset['passage'] ?? ''
  const done = actOf(event.key, { target, passage, body: event.currentTarget, hands })
  if (done) event.preventDefault()
}

interface Pressed {
  readonly target: HTMLElement
  readonly passage: string
  readonly body: HTMLElement
  readonly hands: MergeHands
}

function actOf(key: string, pressed: Pressed): boolean {
  const { target, passage, hands } = pressed
  const list = [...(target.closest('[data-pane]')?.querySelectorAll<HTMLElement>('.mg-say') ?? [])]
  const at = list.indexOf(target)
  switch (key) {
    case 'ArrowDown':
      return focus(list[at + 1])
    case 'ArrowUp':
      return focus(list[at - 1])
    case 'Home':
      return focus(list[0])
    case 'End':
      return focus(list.at(-1))
    case 'ArrowLeft':
    case 'ArrowRight':
      return focus(besideOf(pressed, key === 'ArrowLeft' ? -1 : 1))
    case ' ':
      hands.choose(passage)
      return true
    case 'j':
    case 'J':
      hands.showInJoint(passage)
      return true
    default:
      return false
  }
}

function focus(element: HTMLElement | undefined): boolean {
  element?.focus()
  return element !== undefined
}

/** The passage of the row in the next pane to that side; where the row has none there, the pane's own place for the keyboard. */
function besideOf({ target, passage, body, hands }: Pressed, step: 1 | -1): HTMLElement | undefined {
  const panes = [...body.querySelectorAll<HTMLElement>('[data-pane]')]
  const next = panes[panes.findIndex((pane) => pane.contains(target)) + step]
  if (!next) return undefined
  const row = hands.rowOf.get(passage) ?? []
  const says = [...next.querySelectorAll<HTMLElement>('.mg-say')]
  return (
    says.find((say) => row.includes(say.closest<HTMLElement>('[data-passage]')?.dataset['passage'] ?? '')) ??
    says.find((say) => say.tabIndex === 0) ??
    says[0]
  )
}
