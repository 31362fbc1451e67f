import type { Page } from 'playwright-core'
import { settle } from './browser'

export async function compare(page: Page) {
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.locator('.grades :is(small, [role=status]):not(:empty)').first().waitFor()
}

/** Grades the question at an address, and waits until the grade is stored. */
export async function gradeAt(page: Page, url: string, name: RegExp) {
  await page.goto('about:blank')
  await page.goto(`${url}#page:test`)
  await compare(page)
  await page.getByRole('button', { name }).click()
  await page.locator('.next a').waitFor()
}

/** Opens the study page of a site, and waits until it is filled in. */
export async function openStudyOf(page: Page, url: string) {
  await page.goto(`${url}/study`)
  await settle(page)
  await page.waitForFunction(() => document.querySelector('study-list [role=status]')?.textContent !== '')
}

/** All entries of one of the practice stores. */
export const listKept = <T>(page: Page, store: string): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((resolve) => {
        const opening = indexedDB.open('practise')
        opening.onsuccess = () => {
          const { result } = opening
          const asking = result.transaction(name).objectStore(name).getAll()
          asking.onsuccess = () => resolve(asking.result)
          result.close()
        }
      }),
    store,
  )

/** Puts an entry into one of the practice stores, which must exist. */
export const keep = (page: Page, store: string, entry: object) =>
  page.evaluate(
    ([name, kept]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('practise')
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, 'readwrite')
          writing.objectStore(name).put(kept)
          writing.oncomplete = () => resolve()
          opening.result.close()
        }
      }),
    [store, entry] as const,
  )
