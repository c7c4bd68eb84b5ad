// Which addresses this product has a page for, so that no link leads nowhere.
const addresses = [
  /^\/$/,
  /^\/r\/[^/]+(\/phone|\/aparte\/[^/]+)?(#.*)?$/,
  /^\/g\/[^/]+$/,
  /^\/cycle$/,
  /^\/cycle\/convergence$/,
  /^\/(search|notices)$/,
  /^\/instruction(\?.*)?$/,
  /^\/follow-up(\/[^/]+)?$/,
  /^\/assembly(\/(screen|desk|themes))?$/,
  /^\/consultation(\/(live\/|presenting\/)?[^/?#]+)?([?#].*)?$/,
  /^\/library(\/[^/?#]+)?([?#].*)?$/,
  /^\/(sign-in|me|admin)(#.*)?$/,
]

export const pageExists = (path: string): boolean => addresses.some((address) => address.test(path))
