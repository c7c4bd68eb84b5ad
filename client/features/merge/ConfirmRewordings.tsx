// « Ces phrases sont-elles bien reprises ? »: the source group's list before its consent, each sentence before and after.
import { Check, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Difference } from '#client/features/merge/Difference.tsx'
import { type MergeHands, useMergeHands } from '#client/features/merge/mergeContext.ts'
import { placeKey } from '#client/features/merge/ribbonPaths.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function ConfirmRewordings({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { parties, room, acts, blocked } = hands
  const own = parties.find(({ group }) => group && group.id === room.join.you.groupId)
  const [key, setKey] = useState((own ?? parties[0])?.key)
  const party = parties.find((one) => one.key === key)
  const waiting = key === undefined ? [] : proposedOf(hands, key)
  const speaks = party?.group === undefined || party.group.id === room.join.you.groupId
  return (
    <ModalDialog title={t('confirm.title')} width="wide" onClose={onClose}>
      <p className="soft">{t('confirm.text')}</p>
      {parties.length > 1 && (
        <Choice
          label={t('confirm.group')}
          look="segments"
          value={key ?? null}
          onChange={setKey}
          options={parties.map((one) => ({
            value: one.key,
            label: `${one.name} (${proposedOf(hands, one.key).length})`,
          }))}
        />
      )}
      {party && !speaks && waiting.length > 0 && (
        <p className="sm soft">{t('confirm.others', { place: party.name })}</p>
      )}
      {waiting.length === 0 && (
        <Empty icon={Check} title={t('confirm.none')}>
          {t('confirm.noneText')}
        </Empty>
      )}
      <ol className="mg-confirm">
        {waiting.map((passage) => (
          <Asked key={passage} passage={passage} onElsewhere={onClose} />
        ))}
      </ol>
      {waiting.length > 1 && blocked === undefined && (
        <div className="acts">
          <button
            type="button"
            className="btn primary"
            data-act="confirm-all"
            onClick={() => void acts.confirm(waiting)}
          >
            {t('confirm.all', { count: waiting.length })}
          </button>
        </div>
      )}
    </ModalDialog>
  )
}

export const proposedOf = ({ reading, names }: MergeHands, parentKey: string): readonly string[] =>
  [...reading.fates].flatMap(([id, { kind }]) =>
    kind === 'proposed' && names.get(id)?.parent.key === parentKey ? [id] : [],
  )

/** The joint sentences that say a passage, as one text. */
function saidNow({ reading }: MergeHands, passage: string): string {
  const fate = reading.fates.get(passage)
  const keys = new Set(fate && 'targets' in fate ? fate.targets.map(placeKey) : [])
  return reading.joint
    .filter((sentence) => keys.has(placeKey(sentence)))
    .map(({ text }) => text)
    .join(' ')
}

function Asked({ passage, onElsewhere }: { passage: string; onElsewhere: () => void }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const { names, acts, blocked } = hands
  const named = names.get(passage)
  const [before, after] = [named?.passage.text ?? '', saidNow(hands, passage)]
  return (
    <li data-confirm={passage}>
      <b className="sm">{named?.name}</b>
      <div className="mg-both-forms">
        <div>
          <span className="eyebrow">{t('confirm.before')}</span>
          <Difference before={before} after={after} show="before" />
        </div>
        <div>
          <span className="eyebrow">{t('confirm.after')}</span>
          <Difference before={before} after={after} show="after" />
        </div>
      </div>
      <div className="row wrap">
        <button
          type="button"
          className="btn sm"
          data-act="confirm"
          aria-disabled={blocked === undefined ? undefined : 'true'}
          title={blocked}
          onClick={() => blocked === undefined && void acts.confirm([passage])}
        >
          <Check className="i" aria-hidden="true" />
          {t('confirm.yes')}
          <span className="sr">, {named?.name}</span>
        </button>
        <button
          type="button"
          className="btn quiet sm"
          onClick={() => {
            onElsewhere()
            hands.showInJoint(passage)
          }}
        >
          <PenLine className="i" aria-hidden="true" />
          {t('confirm.no')}
          <span className="sr">, {named?.name}</span>
        </button>
      </div>
    </li>
  )
}
