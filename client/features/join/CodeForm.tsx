// One field for a room's code, forgiving in case, spaces and dashes; what was typed stays after any refusal.
import { QrCode } from 'lucide-react'
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { doorProblem } from '#client/features/join/joinProblem.ts'
import { canScan } from '#client/features/join/qrScan.ts'
import { rememberedJoin } from '#client/features/join/rememberedJoin.ts'
import { roomCode, roomPath } from '#client/features/join/roomCode.ts'
import { readDoor } from '#client/live/apiRoom.ts'
import { Field } from '#client/ui/Field.tsx'

const ScanDialog = lazy(async () => ({
  default: (await import('#client/features/join/ScanDialog.tsx')).ScanDialog,
}))

const sentences = {
  notFound: 'unknown',
  linkOver: 'unknown',
  forbidden: 'unknown',
  closed: 'unknown',
  tooMany: 'tooMany',
  unreachable: 'unreachable',
  unknown: 'unreachable',
} as const

export function CodeForm() {
  const { t } = useTranslation('join')
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<'missing' | 'unknown' | 'tooMany' | 'unreachable' | null>(null)
  const [busy, setBusy] = useState(false)
  const [scanning, setScanning] = useState(false)

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const code = roomCode(typed)
    if (code === '') return refuse('missing')
    setBusy(true)
    setProblem(null)
    try {
      await readDoor(code)
      await navigate(roomPath(code))
    } catch (error) {
      const found = doorProblem(error)
      // Without a line the copy on this device still opens; without a right the room's own page says so.
      if ((found === 'unreachable' && rememberedJoin(code)) || found === 'forbidden' || found === 'closed')
        await navigate(roomPath(code))
      else refuse(sentences[found])
    } finally {
      setBusy(false)
    }
  }
  const refuse = (why: NonNullable<typeof problem>): void => {
    setProblem(why)
    field.current?.focus()
  }

  return (
    <section className="card code-card" aria-labelledby="code-title">
      <h2 id="code-title">{t('code.title')}</h2>
      <p className="soft">{t('code.hint')}</p>
      <form onSubmit={(event) => void enter(event)} noValidate>
        <Field
          className="code-field"
          label={<span className="sr">{t('code.label')}</span>}
          inputRef={field}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t('code.placeholder')}
          error={problem ? t(`code.${problem}`) : undefined}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={300}
        />
        <button type="submit" className="btn primary lg" aria-disabled={busy ? 'true' : undefined}>
          {t('code.enter')}
        </button>
      </form>
      {canScan() && (
        <button type="button" className="btn quiet" onClick={() => setScanning(true)}>
          <QrCode className="i" aria-hidden="true" />
          {t('code.scan')}
        </button>
      )}
      {scanning && (
        <Suspense>
          <ScanDialog onClose={() => setScanning(false)} />
        </Suspense>
      )}
    </section>
  )
}
