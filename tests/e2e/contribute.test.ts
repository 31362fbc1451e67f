import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { load } from 'js-yaml'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const library = new TemporaryLibrary({ 'law/part-1/a.md': toQuestionFile('Is “a & b” = c?') })
const repository = { REPOSITORY_URL: 'https://github.com/owner/name.git', SITE_URL: 'https://learn.example.org' }

test('a question links to its file and to a form with page and file filled in', async () => {
  const site = await startSite(library.contentDir, repository)
  const { page, complaints } = await openPage(await launchBrowser(), `${site.url}/learn/law/questions/a`)
  const hrefOf = (name: string) => page.getByRole('link', { name }).getAttribute('href')
  assert.equal(await hrefOf('Edit this page'), 'https://github.com/owner/name/edit/main/content/learn/law/part-1/a.md')
  const report = new URL((await hrefOf('Report a mistake')) ?? '')
  assert.equal(report.origin + report.pathname, 'https://github.com/owner/name/issues/new')
  assert.deepEqual(Object.fromEntries(report.searchParams), {
    template: 'mistake.yml',
    title: 'Mistake in “Is “a & b” = c?”',
    address: 'https://learn.example.org/learn/law/questions/a',
    file: 'content/learn/law/part-1/a.md',
  })
  assert.deepEqual(complaints, [])

  const form = load(readFileSync('.github/ISSUE_TEMPLATE/mistake.yml', 'utf8')) as { body: { id: string }[] }
  const fields = new Set(form.body.map(({ id }) => id))
  assert.ok(fields.has('address') && fields.has('file'))
})

test('without a repository there is neither link', async () => {
  const site = await startSite(library.contentDir)
  const html = await (await fetch(`${site.url}/learn/law/questions/a`)).text()
  assert.match(html, /<h1/)
  assert.doesNotMatch(html, /Edit this page|Report a mistake/)
})
