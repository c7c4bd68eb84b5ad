// Close codes of the document sockets. 44xx is final (the stock provider stays away), 45xx means come back.

export const closeCode = {
  malformed: 4400,
  badTicket: 4401,
  notYours: 4403,
  tooLarge: 4413,
  rightsChanged: 4500,
  shuttingDown: 4503,
  slowDown: 4529,
} as const

export type CloseCode = (typeof closeCode)[keyof typeof closeCode]

/** Whether a provider should try again after this close code. */
export const mayComeBack = (code: number): boolean => code < 4400 || code >= 4500
