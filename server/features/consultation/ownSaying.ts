// What a browser said of a text today, as it is shown to that browser alone.
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { KeptRessenti } from '#shared/consultation/consultationEntries.ts'

export const sayingOf = ({
  comment,
  entityId,
  feeling,
  groupId,
  inGroup,
}: KeptRessenti): NonNullable<TextAnswer['own']> => ({ comment, entityId, feeling, groupId, inGroup })
