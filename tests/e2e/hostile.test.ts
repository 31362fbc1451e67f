import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toSlug } from '@/lib/core/names'
import { hostile } from '../site/seo/hostile'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

/** The same page twice: once with harmless words, once with everything that could break out of its context. */
const toFiles = (word: string) => ({
  './subjects/law.yml': `title: ${JSON.stringify(word)}\ndescription: ${JSON.stringify(word)}\n`,
  'law/asked.md': toQuestionFile(
    word,
    {
      question: `${word}?`,
      author: `${word} b`,
      seo: { page_description: word, page_keywords: word },
      asked_by_student: true,
      reviewed_by: word,
      sources: [word],
    },
    `${word}\n`,
  ),
})

const sites = await Promise.all(
  ['word', hostile].map((word) => startSite(new TemporaryLibrary(toFiles(word)).contentDir)),
)
const browser = await launchBrowser()

const pages = ['/', '/learn', '/learn/law', '/learn/law/questions/asked', 'author'] as const

for (const [name, javaScriptEnabled] of [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const) {
  for (const page of pages) {
    test(`${page}, ${name}: hostile words run nothing and change no element`, async () => {
      const trees: string[] = []
      for (const [index, site] of sites.entries()) {
        const author = toSlug(`${index === 0 ? 'word' : hostile} b`)
        const opened = await openPage(browser, site.url + (page === 'author' ? `/authors/${author}` : page), {
          javaScriptEnabled,
        })
        assert.equal(opened.status, 200)
        if (javaScriptEnabled) assert.deepEqual(opened.complaints, [])
        const found = await opened.page.evaluate(() => ({
          tree: [...document.querySelectorAll('body, body *')]
            .filter((element) => !element.closest('script:not([type="application/ld+json"])'))
            .map((element) => `${element.parentElement?.tagName} > ${element.tagName}`),
          data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
            (script) => script.textContent,
          ),
          attacked: 'attack' in window || document.querySelector('[onerror]') !== null,
        }))
        assert.equal(found.attacked, false)
        trees.push(found.tree.join('\n'))
        const texts = found.data.map((text) => JSON.stringify(JSON.parse(text ?? '')))
        assert.ok(texts.length > 0)
        if (index === 1 && page !== '/' && page !== '/learn') {
          assert.ok(texts.join().includes(JSON.stringify(hostile).slice(1, -1)), 'the JSON has the same words')
        }
        await opened.close()
      }
      assert.equal(trees[1], trees[0])
    })
  }
}
