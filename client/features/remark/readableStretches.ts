// A difference as people read it: words replaced side by side are shown as one stretch, not word by word with blanks between.
import type { WordStretch } from '#shared/remark/wordEdits.ts'

export function readableStretches(stretches: readonly WordStretch[]): WordStretch[] {
  const shown: WordStretch[] = []
  let removed = ''
  let added = ''
  const close = (): void => {
    if (removed !== '') shown.push({ kind: 'removed', text: removed })
    if (added !== '') shown.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [at, { kind, text }] of stretches.entries()) {
    const isChanging = removed !== '' || added !== ''
    const goesOn = stretches[at + 1] !== undefined && stretches[at + 1]?.kind !== 'same'
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (isChanging && goesOn && text.trim() === '') {
      removed += text
      added += text
    } else {
      close()
      shown.push({ kind, text })
    }
  }
  close()
  return shown
}
