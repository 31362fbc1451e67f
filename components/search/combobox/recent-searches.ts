import { readStored, store } from '@/components/browser/storage'

/** Recent searches stay in the browser, and are never sent. */
const key = 'recent-searches'
const maxRecent = 6

export function listRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(readStored(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, maxRecent) : []
  } catch {
    // Something else was stored here.
    return []
  }
}

/** The latest searches that continue a text. */
export const listRecentBegun = (text: string) =>
  listRecent()
    .filter((other) => other.length > text.length && other.toLowerCase().startsWith(text.toLowerCase()))
    .slice(0, 2)

export function rememberSearch(text: string) {
  if (text.trim().length > 1) keep([text.trim(), ...listRecent().filter((other) => other !== text.trim())])
}

export const forgetSearches = () => keep([])

const keep = (texts: string[]) => store(key, JSON.stringify(texts.slice(0, maxRecent)))
