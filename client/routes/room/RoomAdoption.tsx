// Consent and adoption in a room: lends what a merge still owes its parents to the bar, and finds the merge that a draft grew out of.
import { AdoptedOfGroup } from '#client/features/adoption/AdoptedOfGroup.tsx'
import { AdoptionBar } from '#client/features/adoption/AdoptionBar.tsx'
import { MergedIntoNote } from '#client/features/adoption/MergedIntoNote.tsx'
import { roomBase } from '#client/features/adoption/versionsApi.ts'
import { useMergeReading } from '#client/features/merge/useMergeReading.ts'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'

interface TextPlace {
  readonly spaceId: string
  readonly draftId: string
}

/** In a draft's text: where it went if it was merged, and the consents that it has or needs. */
export function DraftAdoption(place: TextPlace) {
  return (
    <>
      <MergedIntoNote {...place} />
      <TextAdoption {...place} />
    </>
  )
}

export function TextAdoption(place: TextPlace) {
  const merges = useSlice('merge')?.merges ?? {}
  const own = Object.values(merges).find(
    ({ spaceId, draftId, closed }) => spaceId === place.spaceId && draftId === place.draftId && !closed,
  )
  return own ? (
    <MergedAdoption {...place} mergeId={own.id} />
  ) : (
    <AdoptionBar {...place} open={0} isMerged={false} />
  )
}

function MergedAdoption({ mergeId, ...place }: TextPlace & { readonly mergeId: string }) {
  const counts = useMergeReading(mergeId)?.counts
  return <AdoptionBar {...place} open={counts ? counts.open + counts.proposed : null} isMerged />
}

/** At the head of a group's drafts in the list. */
export function GroupAdoptions({ groupId }: { groupId: string }) {
  const { code } = useLiveRoom().join.room
  const texts = useSlice('adoption')?.texts ?? {}
  const changes = Object.values(texts)
    .flatMap(({ adopted }) => adopted.map(({ id, withdrawn }) => `${id}${withdrawn ? '-' : ''}`))
    .join()
  return <AdoptedOfGroup base={roomBase(code)} groupId={groupId} changes={changes} look="line" />
}
