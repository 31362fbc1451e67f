import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

/** A body, and the marks in it that are reported, each with its column. */
const cases: [body: string, found: string[]][] = [
  ['See {% include a.html %} and {{< youtube abc >}}.', ['5 dialect', '30 dialect']],
  ['See {{% note %}} and {{ site.baseurl }}.', ['5 dialect', '22 dialect']],
  ['## Causes {#causes}', ['11 dialect']],
  ['## Causes {.no-number}', ['11 dialect']],
  ['A [link](https://example.org){:target="_blank"}.', ['30 dialect']],
  ['Term\n: its meaning', ['1 dialect']],
  ['It is hot :smile: and :warning: :+1:', ['11 dialect', '23 dialect', '33 dialect']],
  ['At 10:30:00, a::b::c, std::vector, a:b:c and key:value: no.', []],
  ['Emoji 🙂, :( and a ratio of 1:2:3 or :a.', []],
  ['!!! note\n    Hot.', ['1 dialect']],
  ['::: tip\nHot.\n:::', ['1 dialect']],
  ['This is ==important== here, a == b and c == d.', ['9 dialect']],
  ['Words %%mine%% and 5 % or 6 %.', ['7 dialect']],
  ['A claim.^[A source.] And x^2.', ['9 dialect']],
  ['It matches ^[A-Z]\\w*, (^[a-z]+) and x^[2].', []],
  ['[[toc]]', ['1 dialect']],
  ['<aside>\n💡 Hot.\n</aside>', ['1 html']],
  ['In code: `{% a %}`, `:smile:`, `[[a]]` and `==b==`.', []],
  ['A set {a, b} and f{x}, an array [[1, 2], [3, 4]] and x[[1]].', []],
  ['See [[Genes]] and ![[helix.png]].', ['5 link-wiki', '19 link-wiki']],
  ['A [b]bold[/b] word.', ['10 dialect']],
  ['Matrix entries [b][/c] and a path a[/b](/learn).', []],
  ['.. note:: Hot.', ['1 dialect']],
  ["A '''bold''' word, it's 5'''.", ['3 dialect']],
  ['== Causes ==\n\nHot.', ['1 dialect']],
  ['Hot {{cite web|url=a}} and {{a}}.', ['5 dialect']],
  ['*[HTML]: a language', ['1 dialect']],
  ['Hot.[1][2]', ['5 footnote']],
  ['Causes[edit] are many.', ['7 footnote']],
  ['What follows is ???', ['17 placeholder']],
  ['See [Image of a cell].', ['5 placeholder']],
  ['→ Ice\n→ Steam', ['1 list-bullet']],
  ['o   Ice\no   Steam', ['1 list-bullet']],
  ['✓ Ice\n✓ Steam', ['1 list-bullet']],
  ['-[ ] Ice\n-[x] Steam', ['1 list-space']],
  ['Hot.[oaicite:3]', ['5 chatbot-mark']],
  ['pythonCopy code\nprint(1)', ['1 chatbot-mark']],
  ['<think>Hot.</think>', ['1 chatbot-mark', '12 chatbot-mark']],
  ['Was this response better or worse?', ['1 chatbot-phrase']],
  ['See [a](https:///example.org) and [b](https://http://example.org).', ['9 link-protocol', '39 link-protocol']],
  ['See [a](https://www.google.com/url?q=https://example.org/a&sa=D).', ['9 link-tracking']],
  ['! [A wave](https://example.org/wave.png)', ['1 link-gap']],
  ['> [! NOTE]\n> Hot.', ['3 callout']],
  ['> \\[!TIP\\]\n> Hot.', ['3 callout']],
  ['Heat __flows here.', ['6 unclosed-emphasis']],
  ['The method __init__ is called first.', ['12 lost-star']],
  ['| A | B |\n| - |\n| 1 | 2 |', ['1 table-columns']],
  ['Note.[^a] Again.\n\n[^a]: One.\n\n[^b]: Two.', ['1 footnote-unused']],
  ['Note.[^a] Again.\n\n[^a]: One.\n\n[^a]: Two.', ['1 footnote-unused']],
]

const words = (index: number) => Array.from({ length: 25 }, (_, word) => `w${index}x${word}`).join(' ')
const files = cases.map(
  ([body], index) =>
    [`law/a${index}.md`, toQuestionFile(`What is ${index}?`, {}, `${body}\n\n${words(index)}`)] as const,
)
const { lines } = await runCheck(new TemporaryLibrary(Object.fromEntries(files)))

for (const [index, [body, expected]] of cases.entries()) {
  test(`marks of other programs: ${JSON.stringify(body)}`, () => {
    const found = lines.filter((line) => line.startsWith(`law/a${index}.md`))
    assert.deepEqual(
      found.map((line) => line.replace(/^.*?:\d+:(\d+) \w+ (\S+) .*/, '$1 $2')),
      expected,
    )
  })
}

test('--fix turns [[…]] into links if one question has the name or the title, and removes attributes after headings', async () => {
  const body =
    'See [[what-is-heat]], [[what is HEAT|warmth]], [[What-is-heat#The law]], [[Twice]] and [[Nowhere]].\n\n## A {#b}\n'
  const library = new TemporaryLibrary({
    'physics/what-is-heat.md': toQuestionFile('What is heat?', {}, `${words(1)}\n\n## The law`),
    'law/twice.md': toQuestionFile('Twice?', {}, words(2)),
    'physics/twice.md': toQuestionFile('Twice more?', {}, words(3)),
    'law/a.md': toQuestionFile('What is a?', {}, `${words(4)}\n\n${body}`),
  })
  await runCheck(library, '--fix')
  const heat = '/learn/physics/questions/what-is-heat'
  const fixed = `See [What is heat?](${heat}), [warmth](${heat}), [What is heat?](${heat}#the-law), [[Twice]] and [[Nowhere]].\n\n## A\n`
  const written = readFileSync(library.toPath('law/a.md'), 'utf8')
  assert.ok(written.trimEnd().endsWith(fixed.trimEnd()), written)
})
