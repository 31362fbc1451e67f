import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { parseTree } from '@/lib/answer/markdown'
import { TemporaryLibrary } from '../temporary-library'
import { runCheck } from './run-check'

/** What is written, and what `--fix` makes of it; null where a person must choose. */
const cases: [string, string | null][] = [
  [
    'The **mass ** of a body and the ** weight** of it differ',
    'The **mass** of a body and the **weight** of it differ',
  ],
  ['**Note: ** text. ** not bold**', '**Note:** text. **not bold**'],
  ['This is ** very ** important.', 'This is **very** important.'],
  ['** Heat ** flows, and **cold ** does not.', '**Heat** flows, and **cold** does not.'],
  ['- ** Heat** flows', '- **Heat** flows'],
  ['* **Heat ** flows', '* **Heat** flows'],
  ['See (** heat **) and “**cold **”.', 'See (**heat**) and “**cold**”.'],
  ['Of **heat **, **cold ** and **ice **.', 'Of **heat**, **cold** and **ice**.'],
  ['The ** `code` of it ** is seen.', null],
  ['**heat **flows', null],
  ['Warm** heat ** flows', null],
  ['The ** heat flows ** and **cold', null],
  ['The **heat ** flows and\n** cold ** too.', 'The **heat** flows and\n**cold** too.'],
  ['The ** heat flows\nand ** cold too.', null],
  ['It is base ** exponent here.', null],
  ['Then 2 ** heat ** 3 is a power.', null],
  ['One ** of the **two** words ** is bold.', null],
  ['The ***heat ** is** one.', null],
]

const words = Array.from({ length: 25 }, (_, index) => `q${index}x`).join(' ')
const toFile = (name: string, answer: string) =>
  `---\ntitle: What is ${name}?\ndate: 2026-01-15\n---\n\n${words} ${name}.\n\n${answer}\n`

async function fixAnswer(answer: string): Promise<string> {
  const library = new TemporaryLibrary({ 'law/a.md': toFile('a', answer) })
  await runCheck(library, '--only', 'unclosed-emphasis', '--fix')
  return readFileSync(library.toPath('law/a.md'), 'utf8').split('\n\n').slice(2).join('\n\n').trimEnd()
}

describe('unclosed-emphasis fixes stars that can be paired in one way', () => {
  for (const [written, fixed] of cases) {
    test(JSON.stringify(written), async () => assert.equal(await fixAnswer(written), fixed ?? written))
  }
})

/** What is around bold words: a text before, one between them and one after. */
const surroundings: [string, string, string][] = [
  ['', ' ', ''],
  ['The ', ' of it and the ', ' differ.'],
  ['The ', ', the ', '. It'],
  ['(', ') or (', ')'],
  ['- ', ': a or ', ' b'],
  ['* ', ' *so* ', '!'],
  ['A ', '\n', ' b'],
  ['水是', '和', '。'],
  ['水 ', '，', ' 火'],
  ['Of `c ** d` ', ' and ~~e~~ ', ' `f`'],
  ['“', '” – “', '”?'],
  ['A_b ', ' 2 ** 3 ', ' c'],
]
const marks = ['**', '*', '__', '~~']
const spaces = [
  ['', ''],
  [' ', ''],
  ['', ' '],
  [' ', ' '],
]
const bolds = [
  ['mass', 'heat'],
  ['Note:', 'not cold'],
  ['重点', '水'],
]

type Generated = { written: string; intended: string[] }

function* generate(): Generator<Generated> {
  for (const [before, between, after] of surroundings)
    for (const mark of marks)
      for (const [first = '', second = ''] of bolds)
        for (const [a, b] of spaces)
          for (const [c, d] of spaces)
            yield {
              written: `${before}${mark}${a}${first}${b}${mark}${between}${mark}${c}${second}${d}${mark}${after}`,
              intended: mark.length === 2 && mark !== '~~' ? [first, second] : [],
            }
}

const listBold = (node: Nodes): string[] => [
  ...(node.type === 'strong' ? [toText(node)] : []),
  ...('children' in node ? node.children.flatMap(listBold) : []),
]

test('after a fix exactly the intended words are bold, and no stars are left', async () => {
  const generated = [...generate()]
  const perFile = 300
  let fixes = 0
  const library = new TemporaryLibrary()
  const toAnswer = (from: number) =>
    generated
      .slice(from, from + perFile)
      .map(({ written }) => `${written}\n\n***\n\n`)
      .join('')
  for (let from = 0; from < generated.length; from += perFile)
    library.write(`law/a${from}.md`, toFile(`a${from}`, toAnswer(from)))
  await runCheck(library, '--only', 'unclosed-emphasis', '--fix')
  for (let from = 0; from < generated.length; from += perFile) {
    const text = readFileSync(library.toPath(`law/a${from}.md`), 'utf8')
    const parts = text.split(/\n\n/).slice(2).join('\n\n').split('\n\n***\n\n')
    for (const [index, { written, intended }] of generated.slice(from, from + perFile).entries()) {
      const part = parts[index] ?? ''
      if (part === written) continue
      fixes += 1
      const tree = parseTree(part)
      assert.ok(tree)
      assert.deepEqual(listBold(tree), intended, `${written} → ${part}`)
      assert.doesNotMatch(toText(tree).replace('c ** d', '').replace('2 ** 3', ''), /\*/, `${written} → ${part}`)
      assert.equal(part.replace(/[* ]/g, ''), written.replace(/[* ]/g, ''))
    }
  }
  assert.ok(fixes > 150, `${fixes}`)
})
