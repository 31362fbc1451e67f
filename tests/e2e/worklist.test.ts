import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chooseFormat } from '@/lib/check/formats/choose'
import type { ReportedFinding } from '@/lib/core/finding'
import { launchBrowser } from './browser'

const attack = `</script><script>document.title='run'</script><img src=x onerror="document.title='run'"><!--`

const toFinding = (index: number): ReportedFinding => ({
  path: `content/learn/law/q${index}.md`,
  line: index,
  column: 1,
  rule: index % 3 ? 'link-http' : 'yaml',
  severity: index % 3 ? 'warning' : 'error',
  message: index === 4 ? attack : `Message ${index}.`,
})

test('the worklist sorts, filters, shows all findings, and runs nothing of their texts', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'worklist-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'worklist.html')
  const format = chooseFormat('html')
  assert.ok(format)
  const findings = Array.from({ length: 450 }, (_, index) =>
    format.finding(toFinding(index), index % 2 ? 'law' : 'art'),
  )
  writeFileSync(file, format.begin() + findings.join('') + format.end())

  const browser = await launchBrowser()
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(file).href)
  const rows = page.locator('tbody tr')
  const status = page.getByRole('status')
  assert.equal(await status.textContent(), '450 of 450 findings')
  assert.equal(await rows.count(), 200)
  assert.match((await rows.first().textContent()) ?? '', /^erroryamlartcontent\/learn\/law\/q0\.md:0:1Message 0\.$/)
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByRole('button', { name: 'Show more' }).click()
  assert.equal(await rows.count(), 450)

  await page.getByRole('button', { name: 'Level' }).click()
  assert.match((await rows.first().textContent()) ?? '', /^warning/)
  await page.getByRole('button', { name: 'Place' }).click()
  await page.getByRole('button', { name: 'Place' }).click()
  assert.match((await rows.first().textContent()) ?? '', /q449\.md/)

  await page.getByLabel('Rule').selectOption('link-http')
  await page.getByLabel('Subject').selectOption('art')
  assert.equal(await status.textContent(), '150 of 450 findings')
  await page.getByLabel('Words').fill('onerror script')
  assert.equal(await rows.count(), 1)
  assert.equal(await rows.locator('td').last().textContent(), attack)
  assert.equal(await page.title(), 'What the check found')
  assert.deepEqual(complaints, [])
  await context.close()
})
