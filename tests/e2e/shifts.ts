import type { Page } from 'playwright-core'

type Shift = PerformanceEntry & { hadRecentInput: boolean; value: number }

/** Records layout shifts from now on; the returned function reads them (https://web.dev/articles/cls). */
export async function recordShifts(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const list: number[] = []
    Object.assign(window, { shifts: list })
    new PerformanceObserver((entries) => {
      for (const { hadRecentInput, value } of entries.getEntries() as Shift[]) if (!hadRecentInput) list.push(value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
}
