// Asks for a link's address, with the words it stands on.
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { isSafeLink } from '#shared/draft/plainText.ts'

/** « exemple.org » means https, « nom@exemple.org » a mail. */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  if (address === '' || isSafeLink(address)) return address
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^:]+:\d/.test(address) ? address : `https://${address}`
}

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('draft')
  const held = String(editor.getAttributes('link')['href'] ?? '')
  const [typed, setTyped] = useState(held)
  const [wrong, setWrong] = useState(false)
  const close = (): void => {
    onClose()
    // The dialog gives the focus back to its button first.
    requestAnimationFrame(() => !editor.isDestroyed && editor.commands.focus())
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // React carries this event up to the form that the toolbar may stand in.
    event.stopPropagation()
    const href = completeAddress(typed)
    if (!isSafeLink(href)) return setWrong(true)
    link(editor, href)
    close()
  }
  return (
    <ModalDialog title={t('link.title')} onClose={close}>
      <form onSubmit={submit} className="draft-form">
        <Field
          label={t('link.address')}
          hint={t('link.hint')}
          value={typed}
          autoFocus
          inputMode="url"
          autoCapitalize="off"
          error={wrong ? t('link.wrong') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="acts">
          {held !== '' && (
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetLink().run()
                close()
              }}
            >
              {t('link.remove')}
            </button>
          )}
          <button type="submit" className="btn primary">
            {t('link.set')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

/** On the selected words, on the whole link under the caret, or on the address itself written out. */
function link(editor: Editor, href: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor.commands.insertContent({
      type: 'text',
      text: href.replace(/^(https?:\/\/|mailto:)/, ''),
      marks: [{ type: 'link', attrs: { href } }],
    })
    return
  }
  editor.chain().extendMarkRange('link').setLink({ href }).run()
}
