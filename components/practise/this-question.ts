import { putEntries, readEntry } from '@/components/browser/database'
import type { Card } from './cards'

/** The address of the question on this page: that of its canonical page. */
function getPath(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return canonical ? new URL(canonical.href).pathname : location.pathname
}

/** The card of the question on this page; a new one where none is kept. */
export async function getCard(): Promise<Card> {
  const path = getPath()
  const title = document.querySelector('h1')?.textContent?.trim() ?? path
  const kept = await readEntry<Card>('cards', path)
  return { ...kept, path, title, at: kept?.at ?? 0 }
}

/** Notes that somebody read the answer to its end. */
export const noteRead = () => putEntries('read', [{ path: getPath() }])

/** Keeps the question on this page, without a schedule. */
export async function saveForLater(button: HTMLButtonElement) {
  const card = await getCard()
  const stored = card.at > 0 || (await putEntries('cards', [{ ...card, at: Date.now() }]))
  button.textContent = stored ? 'Saved for later' : 'This browser keeps nothing for this site'
  button.disabled = true
}
