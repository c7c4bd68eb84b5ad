// A modal dialog in the design's clothes: a question for a title, focus kept inside and given back afterwards.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEscapeFromNowhere } from '#client/ui/useEscapeFromNowhere.ts'

export interface ModalDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: 'narrow' | 'wide'
  /** For destructive questions: read as an alert, closed only by a choice. */
  readonly alert?: boolean
}

export function ModalDialog({ title, onClose, children, width = 'narrow', alert }: ModalDialogProps) {
  const { t } = useTranslation('ui')
  useEscapeFromNowhere(!alert, onClose)
  return (
    <ModalOverlay className="veil" isOpen isDismissable={!alert} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`modal ${width}`}>
        <Dialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!alert && (
              <button
                type="button"
                className="btn quiet icon"
                aria-label={t('dialog.close')}
                onClick={onClose}
              >
                <X className="i" aria-hidden="true" />
              </button>
            )}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
