import assert from 'node:assert/strict'
import type { TemporaryLibrary } from '../temporary-library'
import { publish, type Site } from './site'

/** A page as a visitor gets it; `cache` is HIT if it was cached by an earlier visit. */
export async function getPage({ url }: Site, address: string) {
  const response = await fetch(url + address)
  return { status: response.status, html: await response.text(), cache: response.headers.get('x-cache') }
}

/** Visits pages, publishes a change to their library, and returns those that were rendered again on the next visit. */
export async function listRendered(
  site: Site,
  library: TemporaryLibrary,
  pages: readonly string[],
  change: () => void,
): Promise<string[]> {
  for (const page of pages) await getPage(site, page)
  change()
  assert.equal((await publish(library, site)).published, true)
  const rendered: string[] = []
  for (const page of pages) if ((await getPage(site, page)).cache !== 'HIT') rendered.push(page)
  return rendered
}
