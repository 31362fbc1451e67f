import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Axe's findings on a page, one line for each violation and element. */
export async function listFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    await page.evaluate(axe)
    // Axe takes a cell with only a formula for empty: it does not count MathML as text.
    await page.evaluate('axe.configure({ rules: [{ id: "empty-table-header", selector: "th:not(:has(math))" }] })')
  }
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })')
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}
