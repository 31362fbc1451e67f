import assert from 'node:assert/strict'
import { test } from 'node:test'
import { costlyAnswers } from '../answer/costly-answers'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const costly = costlyAnswers.get('marks that open and close in each other') ?? ''
const library = new TemporaryLibrary({
  'law/costly.md': toQuestionFile('What costs?', {}, costly),
  'law/cheap.md': toQuestionFile('What does not?', {}, 'An answer with a formula, $x^2$.'),
})
const site = await startSite(library.contentDir)
const at = (slug: string) => `${site.url}/learn/law/questions/${slug}`

test('an expensive answer is shown as its source, and does not block other pages', async () => {
  const [source, cheap] = await Promise.all(['costly', 'cheap'].map(async (slug) => (await fetch(at(slug))).text()))
  assert.match(source ?? '', /<p class="source-note">.*<pre class="source"[^>]*>\s*_a\*\*_a/)
  assert.match(cheap ?? '', /An answer with a formula, <span/)
})
