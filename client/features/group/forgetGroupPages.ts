// At sign-out: personal links and the words that wait go with the other copies on this device.
import { boxFamilies } from '#client/features/group/contributionBox.ts'
import { forgetAllLinks, forgetFamily } from '#client/features/group/personalLink.ts'

export function forgetGroupPages(): void {
  forgetAllLinks()
  for (const family of boxFamilies) forgetFamily(family)
}
