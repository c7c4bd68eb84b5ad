// While the texts are sorted by whom they are asked of, the columns lie in the board's place.
import { AddresseeColumns } from '#client/features/addressee/AddresseeColumns.tsx'

export const SortingStage = () => (
  <div className="sorting-stage">
    <AddresseeColumns />
  </div>
)
