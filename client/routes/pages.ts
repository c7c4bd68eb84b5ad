// Which addresses this product has a page for, so that no link leads nowhere.
export const pageExists = (path: string): boolean => path === '/' || /^\/r\/[^/]+(\/phone)?(#.*)?$/.test(path)
