// Handing over in a group's own room: lends the list the group's way of consenting, and the look of a frozen text.
import { useState } from 'react'
import { GroupCard } from '#client/features/adoption/GroupCard.tsx'
import { GroupDialog } from '#client/features/adoption/GroupDialog.tsx'
import { readable, useTextConsent } from '#client/features/adoption/useAdoption.ts'
import { HandoverButton } from '#client/features/handover/HandoverButton.tsx'
import { HandoverDialog } from '#client/features/handover/HandoverDialog.tsx'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { frozenWords } from '#client/routes/frozenWords.tsx'
import { consentState } from '#shared/adoption/heldConsent.ts'
import { listPlace } from '#shared/handover/handoverState.ts'

/** At the head of the group's texts; nothing in a room of several groups, or of none. */
export function GroupHandover({ groupId }: { groupId: string }) {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const [open, setOpen] = useState(false)
  const spaceId = join.documents
    .find((document) => document.kind === 'drafts' && document.groupId === groupId)
    ?.name.replace(/^drafts\//, '')
  if (join.room.kind !== 'group' || spaceId === undefined) return null
  return (
    <>
      <HandoverButton onOpen={() => setOpen(true)} />
      {open && <Handover spaceId={spaceId} onClose={() => setOpen(false)} />}
    </>
  )
}

function Handover({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const place = { spaceId, draftId: listPlace }
  const text = useTextConsent(place)
  return (
    <HandoverDialog
      onClose={onClose}
      renderText={frozenWords}
      isConsented={({ groupId, fingerprint }) => {
        const state = consentState(readable(text), groupId, fingerprint)
        return state === 'consented' || state === 'with-reservations'
      }}
      consent={(list) => <ListConsent {...place} {...list} />}
    />
  )
}

interface ListConsentProps {
  readonly spaceId: string
  readonly draftId: string
  readonly groupId: string
  readonly fingerprint: string
}

function ListConsent({ groupId, fingerprint, ...place }: ListConsentProps) {
  const { join } = useLiveRoom()
  const text = useTextConsent(place)
  const [open, setOpen] = useState(false)
  const group = join.room.groups.find(({ id }) => id === groupId)
  if (!group) return null
  return (
    <div className="adoption-row">
      <GroupCard group={group} text={text} fingerprint={fingerprint} onOpen={() => setOpen(true)} />
      {open && (
        <GroupDialog
          {...place}
          group={group}
          text={text}
          present={{ fingerprint }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
