/** What somebody searched for lately stays in the browser, and is sent nowhere. */
const key = 'recent-searches'
const mostKept = 6

export function listRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, mostKept) : []
  } catch {
    // A browser that keeps nothing, or something else that was kept here.
    return []
  }
}

export function rememberSearch(text: string) {
  if (text.trim().length > 1) keep([text.trim(), ...listRecent().filter((other) => other !== text.trim())])
}

export const forgetSearches = () => keep([])

function keep(texts: string[]) {
  try {
    localStorage.setItem(key, JSON.stringify(texts.slice(0, mostKept)))
  } catch {
    // Then there are none.
  }
}
