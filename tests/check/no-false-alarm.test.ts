import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { runCheck } from './run-check'

const raw = String.raw

/** What looks like a mistake but is not. */
const bodies = [
  'The class [^a-z] excludes letters, and ]0, 1[ or [0, 1) are intervals. A face :( or ;-( is no bracket.',
  'Write to a@example.org or see [the page](https://example.org/a_(b)) and http://localhost:3000/ on your machine.',
  raw`Prices of $5, $6.50 and US$7 (or $1,000) rise; in PHP a variable is $name, in a shell $HOME. An escaped \$ is one.`,
  raw`Dear [your name], the meeting is [to be] held. A to-do list has todo items. See C:\new\table and \\n there.`,
  'He had had enough, and that that was so. Vitamin A a day. "The The" is a band: `the the`.',
  'Use vector<int>, Map<K, V>, #include <iostream> and a < b > c. H2O, 2**3 is 8, f(**kwargs) and a * b * c.',
  'The address is 00000000 00000000 00000000 00000001, and ha-ha-ha, AAAA AAAA AAAA.',
  '1) one, 2) two, a) three. #hashtag and #5. `##x`, ~~gone~~ and snake_case_name or `__init__`.',
  raw`A formula $\frac{a}{b}$, $$x \\ y$$ and \(a\) or \[b\]; then $x$-axis, $n$th and $a_1$.`,
  'Cheap ($), moderate ($$) and expensive ($$$), 15$ and **28$**, $80/year, so a 2% gain = $160.',
  raw`Agreed \[4\], as \(Miller = x\) says, a\[i_1\], \(see below\) and [Qt](https://example.org/Qt_\(software\)).`,
  raw`It is $x \text{ if it costs $5$}$ or $\min \{ n : n \textrm{ is a sum of two cubes}\}$. Is \[n = 12\] so?`,
  'A table:\n\n| A | B |\n| --- | --- |\n| `a \\| b` | 2 |\n| | $5 |\n\nand --- no table | at all.',
  '- item (one\n  line further on)\n- item\n\n> quoted (text)\n\n## A heading (with brackets)\n\n### Next\n\n## Back',
  raw`About $95\%$ of $\ce{H2O}$, where $user\_id$ is a name; C:\temp\ref and \begin are words, as \def and \ref.`,
  'Take μm, Δt, λf and Москва; a flag 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}, a family 👨‍👩‍👧 and ภาษา\u200bไทย are whole.',
  'Chapter XXX, 47,XXX and Louis XXX; what??? A pre- and postwar house, two- to threefold, an int *p and a * b.',
  'An array a[1][2], x[i][j], a choice [A][B], “As an AI language model” it says, and the kets of physics.',
  'Drive C:\\theta\\alpha, ~ten, a~b, x^2 and 2 ** 3 and 4 ** 5; the _id field, __very__ bold and f(x) = ( a + b ).',
  '#include and #MeToo began it.\n\n– No, said he.\n\n-5 is less than\n-3 is, and 1.5 and\n2.5 are numbers.',
  '```python\nprint("It’s “so”")  # “quoted”\n```\n\n```text\nCopy code\n<<<<<<< HEAD\n>>>>>>> main\n```',
  '> [!NOTE]\n> Water is wet.\n\n> [!TIP] A title\n> and text.\n\n[1] Smith, 1999.\n\nAs he says.[1] See https://example.org/a?ref=b.',
  'A | B | C are letters,\nand so are D | E | F.\n\n## Ice\n\n### Uses\n\nOne.\n\n## Water\n\n### Uses\n\nTwo.',
  'See https://example.org/some%20page and [it](https://example.org/a%20b). `int`[] a and `char`[] b are arrays.\n\n- What it consists of\n- Whom it belongs to',
  '```python\n"""A range\n1 – 5"""\n```\n\n```bash\necho Done – bye\n```\n\n```js\nconst a = <p>Now – then</p>\n```\n\nPrices are x\\*\\*2 and y\\*\\*3.',
  '```js title="a.js" {1,3}\nlet a\n```\n\n```js src/a.js\n```\n\n>>> Three marks of a mail.\n\nThe *n*th, *word*s and *a*, *F* or 5 *m*.',
  'As [cite] and [Heat] say, THE END\n\nThe mnemonic of its letters is:\n\nROYGBIV',
  'A regex a{2}, `x^{2}`, path/a_{id}, user_{id} and {x}_{y} or $a_{ij}$.',
  '1. a\n1. b\n1. c\n\nThe rooms number\n14. The doors are 6.\n\n0. none\n1. one\n\n---\n\n1. One\n- two\n- three',
  'Heat is energy on its way from a warm\nbody to a cold one. When Joule found\nThis in Manchester, and Thomson in\nGlasgow heard of it, they met.',
  'Name: Ada<br>\nBorn: 1815<br>\nDied: 1852\n\nA rose<br>\nIs a rose<br>\nIs a rose\n\nThe causes\n---\n\nThe effects\n---',
  'Say go go go, ha-ha-ha-ha, 1-1-1-1 or B2B2B2, x = "" and print(""), so 5"" and no"" more.\n\nA: a letter.',
  'The mnemonic **C**an’t **H**andle, and **O**h **B**e **A** **F**ine **G**irl. The *rami terminales* are branches.',
  '- avoir + participe : j’ai fini, tu as vendu, il a eu\n\nThe types List<Object>, Map<K, Object> and Optional<Section>.',
  'The PID is $$. So $$ is it, and $$ for that; $_, $! and $@.\n\n| A | B |\n| --- | --- |\n| $$ | the PID |',
  'As in\n$$a = b$$\nand\n$$c = d$$\nor\n$$e = f$$\n\nSince $x$ is\n$y$ and $z$ is\n5, it is so.',
  'A note.[^1] And an image: nothing.\n\n[^1]: With its text.\n\n```text\nTODO the the <br> [^9] $x^2 (\n```',
]

test('no false alarm', async (context) => {
  const files = bodies.map((body, index) => {
    const words = Array.from({ length: 25 }, (_, word) => `${'abcdefghijklmnopqrstuvwxyz'[index]}${word}`).join(' ')
    return [`law/a${index}.md`, toQuestionFile(`What is ${index}?`, {}, `${words}\n\n${body}`)] as const
  })
  const { lines, stderr } = await runCheck(new TemporaryLibrary(Object.fromEntries(files)))
  assert.match(stderr, new RegExp(`^${bodies.length} files checked`, 'm'))
  for (const [index, body] of bodies.entries()) {
    await context.test(JSON.stringify(body.slice(0, 60)), () => {
      assert.deepEqual(
        lines.filter((line) => line.startsWith(`law/a${index}.md`)),
        [],
      )
    })
  }
})
