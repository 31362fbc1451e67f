import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser, openPage } from './browser'
import { startSite } from './site'

const formulas = {
  number: '$5 + 7$',
  letters: '$x + y$',
  bold: '$\\mathbf{v} = 1$',
  'slanted text': '$1\\,\\textit{kg}$',
  'bold symbol': '$\\boldsymbol{\\alpha}$',
  blackboard: '$1 \\in \\mathbb{R}$',
  calligraphic: '$\\mathcal{L} = 1$',
  'other alphabets': '$\\mathfrak{g}\\mathsf{A}\\mathscr{F}\\mathtt{b}$',
  'small sum': '$\\sum 1$',
  'large sum': '$$\\int_0^1 2$$',
  fraction: '$\\left(\\frac12\\right)$',
  'high brackets':
    '$$\\left[\\frac{1}{\\frac{1}{2}}\\right] \\left(\\frac{\\frac12}{\\frac{1}{\\frac{1}{2}}}\\right)$$',
  matrix: '$$\\begin{pmatrix}1\\\\2\\\\3\\\\4\\end{pmatrix}$$',
  root: '$\\sqrt{\\frac{1}{2}}$',
  cases: '$$\\begin{cases}1\\\\2\\\\3\\\\4\\end{cases}$$',
}
const names = Object.keys(formulas)
const library = new TemporaryLibrary(
  Object.fromEntries(
    Object.entries(formulas).map(([name, formula], index) => [
      `law/q${index}.md`,
      toQuestionFile(`What is ${name}?`, {}, `${formula}\n`),
    ]),
  ),
)
const site = await startSite(library.contentDir)
const browser = await launchBrowser()

for (const [index, name] of names.entries()) {
  test(`a page with formulas loads exactly the fonts that they are drawn with: ${name}`, async () => {
    const address = `${site.url}/learn/law/questions/q${index}`
    const html = await (await fetch(address)).text()
    const head = html.slice(0, html.indexOf('</head>'))
    const preloaded = [...head.matchAll(/<link rel="preload"[^>]*KaTeX_([\w-]+)\.[^>]*as="font"/g)].map(
      ([, font]) => font,
    )
    const { page, close } = await openPage(browser, address)
    const { loaded, fetched } = await page.evaluate(async () => {
      await document.fonts.ready
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => /KaTeX_([\w-]+)\..*woff2$/.exec(name)?.[1])
      const faces = [...document.fonts].filter(({ family, status }) => family.includes('KaTeX') && status === 'loaded')
      return { loaded: faces.length, fetched: files.filter((file) => file !== undefined) }
    })
    await close()
    assert.deepEqual(fetched.sort(), preloaded.sort())
    assert.equal(loaded, preloaded.length)
  })
}
