// While the texts are sorted by whom they are asked of, the columns lie over the board, which stays as it is underneath.
import { AddresseeColumns } from '#client/features/addressee/AddresseeColumns.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'

export function SortingStage() {
  const sorting = useSlice('decision')?.sorting === true
  return sorting ? (
    <div className="sorting-stage">
      <AddresseeColumns />
    </div>
  ) : null
}
