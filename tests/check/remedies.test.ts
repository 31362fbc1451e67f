import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { TemporaryLibrary } from '../temporary-library'
import { runCheck } from './run-check'

/**
 * A mistake, what the message says, and the file after `--fix` has followed the remedy: null if a person must choose.
 */
type Remedy = { wrong: string; said: RegExp; right: string | null }

const raw = String.raw
const words = Array.from({ length: 25 }, (_, index) => `q${index}x`).join(' ')

function toFile(name: string, head: string, answer: string): string {
  const title = /^title/im.test(head) ? '' : `title: What is ${name}?\n`
  return `---\n${title}date: 2026-01-15\n${head}${head && '\n'}---\n${answer}`
}

const heads: Remedy[] = [
  { wrong: 'title: *What* is heat?', said: /:3:8 error text-quotes /, right: 'title: "*What* is heat?"' },
  { wrong: 'title: [Solved] What is heat?', said: /:3:8 error text-quotes /, right: 'title: "[Solved] What is heat?"' },
  { wrong: "title: 'What's heat?'", said: /:3:8 .*the next ' as the end/, right: `title: "What's heat?"` },
  { wrong: "title: 'The students' rights?'", said: /:3:8 .*the next '/, right: `title: "The students' rights?"` },
  { wrong: 'title: "What is "heat" here?"', said: /:3:8 .*the next "/, right: `title: 'What is "heat" here?'` },
  { wrong: 'title: "What is heat?".', said: /:3:8 .*the next "/, right: 'title: "What is heat?"' },
  { wrong: 'title: "Heat" is what?', said: /:3:8 .*a meaning here/, right: `title: '"Heat" is what?'` },
  { wrong: "title: 'A' or 'B'?", said: /:3:8 .*a meaning here/, right: `title: "'A' or 'B'?"` },
  {
    wrong: "title: '90s music: what was it?",
    said: /:3:8 .*a meaning here/,
    right: `title: "'90s music: what was it?"`,
  },
  { wrong: 'title: "What is heat?', said: /:3:8 .*opens “title” here is not closed/, right: 'title: "What is heat?"' },
  { wrong: "title: 'What is heat?", said: /:3:8 .*is not closed/, right: 'title: "What is heat?"' },
  { wrong: `title: "What is heat?'`, said: /:3:8 .*is not closed/, right: 'title: "What is heat?"' },
  {
    wrong: 'title: "What is heat?\nauthor: "Ada"',
    said: /:3:8 .*not closed/,
    right: 'title: "What is heat?"\nauthor: "Ada"',
  },
  {
    wrong: "canonical: '/learn/a/questions/b\nauthor: Ada",
    said: /:4:12 error yaml .*' that opens/,
    right: "canonical: '/learn/a/questions/b'\nauthor: Ada",
  },
  {
    wrong: 'sources: [a, b\nauthor: Ada',
    said: /:4:10 error yaml .*\[ that opens/,
    right: 'sources: [a, b]\nauthor: Ada',
  },
  { wrong: 'title:What is heat?', said: /:3:7 error yaml .*space/, right: 'title: What is heat?' },
  { wrong: 'title:\u00a0What is heat?', said: /:3:7 error yaml .*space/, right: 'title: What is heat?' },
  { wrong: 'title：What is heat?', said: /:3:6 error yaml .*colon/, right: 'title: What is heat?' },
  { wrong: 'title = What is heat?', said: /:3:6 error yaml .*colon/, right: 'title: What is heat?' },
  { wrong: 'seo:\n\tpage_keywords: heat', said: /:5:1 error yaml .*tab/, right: 'seo:\n  page_keywords: heat' },
  { wrong: 'author: Ada\n  origin: ai', said: /:5:3 error yaml .*part of “author”/, right: 'author: Ada\norigin: ai' },
  { wrong: 'author: Ada\nThis is the answer.', said: /:5:1 error yaml .*not a field/, right: null },
  {
    wrong: 'Title: What is heat?',
    said: /“title” is missing: write it instead of “Title”/,
    right: 'title: What is heat?',
  },
  {
    wrong: 'page_keywords: heat, cold',
    said: /:4:1 warning field-unknown .*below “seo”/,
    right: 'seo:\n  page_keywords: heat, cold',
  },
  { wrong: 'page_keywords: [heat, cold]', said: /below “seo”/, right: 'seo:\n  page_keywords: "heat, cold"' },
  {
    wrong: 'page_keywords: >-\n  heat,\n  cold\nauthor: A',
    said: /below “seo”/,
    right: 'seo:\n  page_keywords: >-\n    heat,\n    cold\nauthor: A',
  },
  {
    wrong: 'seo:\n   title: x\npage_keywords: heat',
    said: /:6:1 .*Move it below “seo:”/,
    right: 'seo:\n   title: x\n   page_keywords: heat',
  },
  {
    wrong: 'page_keywords: heat\nseo:\n  title: x',
    said: /:4:1 .*Move it below “seo:”/,
    right: 'seo:\n  title: x\n  page_keywords: heat',
  },
  { wrong: 'description: Of heat and cold.', said: /:4:1 .*“page_description: …”/, right: null },
  { wrong: 'tags: [heat, cold]', said: /:4:1 .*“page_keywords: …”/, right: null },
  { wrong: 'seo:\n  author: Ada', said: /:5:3 .*“author: …” at the beginning of a line/, right: null },
]

const answers: Remedy[] = [
  {
    wrong: '![A](/public/images/heat.png)',
    said: /:8:6 error image-missing .*public is not part/,
    right: '![A](/images/heat.png)',
  },
  { wrong: '![A](../../public/images/heat.png)', said: /:8:6 .*public is not part/, right: '![A](/images/heat.png)' },
  { wrong: '![A](/images/Heat.PNG)', said: /:8:6 .*write \/images\/heat\.png/, right: '![A](/images/heat.png)' },
  { wrong: '![A](/images/heat.jpg)', said: /:8:6 .*write \/images\/heat\.png/, right: '![A](/images/heat.png)' },
  { wrong: raw`![A](C:\Users\Ada\heat.png)`, said: /:8:6 .*your own computer/, right: '![A](/images/heat.png)' },
  {
    wrong: '[plan](/public/images/heat.png)',
    said: /:8:8 error link-dead .*at \/images\/heat\.png/,
    right: '[plan](/images/heat.png)',
  },
  { wrong: '![A](/images/figure-2.png)', said: /:8:6 .*Did you mean \/images\/figure-1\.png/, right: null },
  { wrong: '![A](/public/images/cold.png)', said: /:8:6 .*write \/images\/cold\.png/, right: null },
  { wrong: '![A](./cold.png)', said: /:8:6 .*into public\/images, and write \/images\/cold\.png/, right: null },
  { wrong: 'On Hawai`i it rains.', said: /:8:9 warning unclosed-code .*ʻokina/, right: 'On Hawaiʻi it rains.' },
  { wrong: 'On Hawai`i and O`ahu too.', said: /:8:9 .*ʻokina/, right: 'On Hawaiʻi and Oʻahu too.' },
  { wrong: 'Ka`ahumanu and `Iolani are names.', said: /:8:3 .*ʻokina/, right: 'Kaʻahumanu and ʻIolani are names.' },
  { wrong: 'They don`t float.', said: /:8:9 .*Write don't/, right: "They don't float." },
  { wrong: "He said ``yes'' then.", said: /:8:9 .*TeX quotation marks/, right: 'He said “yes” then.' },
  { wrong: 'Of the Qur`an then.', said: /:8:11 .*Write ' for an apostrophe/, right: null },
  { wrong: 'The ‘amakihi and `amakihi bird.', said: /:8:18 .*write ʻamakihi/, right: null },
  { wrong: 'Call `malloc for memory.', said: /:8:6 .*where the code ends/, right: null },
  { wrong: '###Causes###', said: /:8:1 warning heading-space .*a space is missing/, right: '### Causes' },
  { wrong: '## Causes of it##', said: /:8:16 warning heading-space .*after this heading/, right: '## Causes of it' },
  { wrong: '##In F##', said: /:8:1 warning heading-space /, right: '## In F##' },
  { wrong: 'Then the **most impor', said: /:8:10 warning unclosed-emphasis .*cut off/, right: null },
  { wrong: '- one\n- **Second la', said: /:9:3 warning unclosed-emphasis .*cut off/, right: null },
  { wrong: 'Then (as we', said: /:8:6 warning unclosed-bracket .*cut off/, right: null },
  { wrong: 'Then `mall', said: /:8:6 warning unclosed-code .*cut off/, right: null },
  { wrong: 'Then $$ x =', said: /:8:6 error unclosed-formula .*cut off/, right: null },
  { wrong: 'A **bold one. Then it ends.', said: /:8:3 .*Put \*\* directly before/, right: null },
  { wrong: 'It is $x^2 + 1$2 here.', said: /:8:7 error unclosed-formula .*Put a space between/, right: null },
  {
    wrong: '![A](/images/heat.png =200x100)',
    said: /:8:6 error link-space .*size cannot be given here\. Remove =200x100/,
    right: '![A](/images/heat.png)',
  },
  { wrong: '<think>\nOf heat.\n</think>', said: /:8:1 error chatbot-mark .*what it encloses/, right: null },
  { wrong: '[cite_start]It flows [cite: 1, 2].', said: /:8:22 error chatbot-mark /, right: 'It flows.' },
  { wrong: 'It [oai_citation:1‡ice](https://a.org).', said: /:8:5 error chatbot-mark /, right: null },
  { wrong: 'It flows.\n\nWIKIPEDIA', said: /:10:1 error chatbot-mark /, right: 'It flows.\n\n' },
  {
    wrong: '| A | B |\n\n| --- | --- |\n\n| 1 | 2 |',
    said: /:10:1 warning table-columns .*directly above/,
    right: null,
  },
  { wrong: '- one\n| A | B |\n| - | - |\n| 1 | 2 |', said: /:10:1 warning table-columns .*of the item/, right: null },
  { wrong: '| A | B |\n| - | - |\n| 1 | 2 |\nThen it', said: /:11:1 warning table-columns .*blank line/, right: null },
  { wrong: '| A | B |\n| - | - |\n| 1 | - a\n- b |', said: /:10:1 warning table-columns .*<br>/, right: null },
  {
    wrong: '| A | B |\n|---+---|\n| 1 | 2 |',
    said: /:9:1 error table-delimiter /,
    right: '| A | B |\n|---|---|\n| 1 | 2 |',
  },
  {
    wrong: '| A | B |\n| : -- : | ==== |\n| 1 | 2 |',
    said: /:9:1 error table-delimiter /,
    right: '| A | B |\n| :--: | --- |\n| 1 | 2 |',
  },
  { wrong: '```python print(1)\n```', said: /:8:11 error fence-marks .*on the next line/, right: null },
  { wrong: '- a\n\n  ```js const a = 1\n  log(a)\n  ```', said: /:10:9 error fence-marks /, right: null },
  { wrong: '>>> x = 1\n>>> x\n1', said: /:8:1 error fence-marks .*quotes inside quotes/, right: null },
  { wrong: 'Call obj.__init__() first.', said: /:8:10 warning lost-star /, right: 'Call `obj.__init__()` first.' },
  { wrong: 'If a*b > 3, COUNT(*) it.', said: /:8:5 warning lost-star /, right: raw`If a\*b > 3, COUNT(\*) it.` },
  {
    wrong: 'Schüler*innen und Lehrer*innen.',
    said: /:8:8 warning lost-star /,
    right: raw`Schüler\*innen und Lehrer\*innen.`,
  },
  { wrong: 'Set *p = *q, so a*b*c.', said: /:8:5 warning lost-star /, right: raw`Set \*p = \*q, so a\*b\*c.` },
  { wrong: '1. a\n2. b\n4. c', said: /:10:1 warning list-number .*see 3 here, not 4/, right: null },
  { wrong: '3. a\n2. b\n1. c', said: /:9:1 warning list-number .*see 4 here, not 2/, right: null },
  { wrong: 'They are:\n2. a\n3. b', said: /:9:1 warning list-number .*blank line before 2/, right: null },
  { wrong: '1. a\n\nx\n\n1. b\n\ny\n\n1. c', said: /:12:1 warning list-number .*1 again/, right: null },
  {
    wrong: '1. a\n  - b\n\n    c\n2. d',
    said: /:9:3 warning list-indent /,
    right: '1. a\n   - b\n\n     c\n2. d',
  },
  { wrong: '> 10. a\n>    - b', said: /:9:6 warning list-indent /, right: '> 10. a\n>     - b' },
  { wrong: 'Name: Ada\nBorn: 1815\nDied: 1852', said: /:8:1 warning lines-joined .*These 3 lines/, right: null },
  { wrong: '**Step 1:** Let $u = x^2$.\nStep 2: So $u$.\nStep 3', said: /:8:1 warning lines-joined /, right: null },
  { wrong: '4x + 6 = 18\n4x = 12\nx = 3', said: /:8:1 warning lines-joined /, right: null },
  { wrong: '$4x + 6 = 18$\n$4x = 12$\n$x = 3$', said: /:8:1 warning lines-joined /, right: null },
  { wrong: '—¿Cómo estás?\n—Bien.\n—¡Yo también!', said: /:8:1 warning lines-joined /, right: null },
  { wrong: '私は田中です。\nあなたは誰ですか。\n彼は学生です。', said: /:8:1 warning lines-joined /, right: null },
  { wrong: 'app/\n├── a.ts\n│   └── b.ts\n└── c.ts', said: /:9:1 warning lines-joined .*```/, right: null },
  {
    wrong: 'Shall I compare thee to\nA summer’s day?\nThou art more lovely and more temperate.',
    said: /:8:1 warning lines-joined /,
    right: null,
  },
  { wrong: 'The ""law"" and "so" on.', said: /:8:5 warning doubled-quote /, right: 'The "law" and "so" on.' },
  { wrong: 'In CSV it is ""so"".', said: /:8:14 warning doubled-quote .*in code/, right: null },
  { wrong: 'So E=mc2E = mc^2E=mc2 is.', said: /:8:4 error formula-thrice .*Write \$E = mc\^2\$/, right: null },
  { wrong: 'So (ana_nan) is.', said: /:8:5 error formula-thrice .*Write \$a_n\$/, right: null },
  { wrong: 'Each a_{ij} and (b)^{2} is.', said: /:8:6 error formula-missing .*source of a_\{ij\}/, right: null },
  { wrong: 'So $C = $500$ is.', said: /:8:4 error unclosed-formula .*Write \\\$500 /, right: null },
  { wrong: 'In PHP $$name is.', said: /:8:8 error unclosed-formula .*in code/, right: null },
  { wrong: '---\ntitle: A\ndate: B\n---', said: /:11:1 warning heading-underlined /, right: null },
  { wrong: '<ruby>字<rt>じ</rt></ruby>', said: /:8:1 warning html .*<ruby>/, right: null },
  { wrong: 'It ends here.\n---\nThen', said: /:9:1 warning heading-underlined .*blank line/, right: null },
  { wrong: 'A.[^1] B [^no].\n\n[^1]: So.', said: /:8:10 warning footnote /, right: null },
  { wrong: '・one\n・two', said: /:8:1 warning list-bullet /, right: '- one\n- two' },
  { wrong: '[a](https://a.org){target=_blank}', said: /:8:19 warning dialect /, right: null },
  { wrong: 'So it is ^a1b2c3', said: /:8:10 warning dialect .*Obsidian/, right: null },
  { wrong: raw`One.\n\nTwo.`, said: /:8:5 error literal-break .*only the field/, right: 'One.\n\nTwo.' },
]

const fields: Remedy[] = [
  {
    wrong: raw`>-${'\n'}  One.\n\nTwo.${'\n\n'}  Three.\n- item`,
    said: /:6:1 error literal-break .*This blank line/,
    right: raw`>-${'\n'}  One.\n\nTwo.\n\nThree.\n- item`,
  },
  {
    wrong: raw`>-${'\n'}  One.\n\n${'\n\n'}  Two.`,
    said: /:6:1 .*This blank line/,
    right: raw`>-${'\n'}  One.\n\nTwo.`,
  },
  {
    wrong: raw`>-${'\n'}  One.\n\nTwo${'\n'}    further`,
    said: /:6:1 .*indented further/,
    right: raw`>-${'\n'}  One.\n\nTwo\n  further`,
  },
  { wrong: raw`One.\n\nTwo.${'\n\n'}  Three.`, said: /:5:1 .*This blank line/, right: raw`One.\n\nTwo.\n\nThree.` },
  {
    wrong: raw`|-${'\n'}  One.\n\nTwo${'\n'}  more.`,
    said: /:5:\d+ .*real line breaks/,
    right: '|-\n  One.\n  \n  Two\n  more.',
  },
]

type Kind = { remedies: Remedy[]; toText: (name: string, written: string) => string }

const kinds: Record<string, Kind> = {
  'front matter': { remedies: heads, toText: (name, written) => toFile(name, written, `\n${words} ${name}.\n`) },
  'an answer': {
    remedies: answers,
    toText: (name, written) => toFile(name, '', `\n${words} ${name}.\n\n${written}\n`),
  },
  'the field “answer”': {
    remedies: fields,
    toText: (name, written) => toFile(name, `answer: ${written.replace('One', `${words} ${name}. One`)}`, ''),
  },
}

for (const [kind, { remedies, toText }] of Object.entries(kinds)) {
  describe(`remedies for ${kind}`, async () => {
    const library = new TemporaryLibrary()
    const images = path.join(library.root, 'public', 'images')
    mkdirSync(images, { recursive: true })
    for (const name of ['heat.png', 'figure-1.png']) writeFileSync(path.join(images, name), 'x')
    const toName = (index: number) => `law/a${index}.md`
    const read = () => remedies.map((_, index) => readFileSync(library.toPath(toName(index)), 'utf8'))
    for (const [index, { wrong }] of remedies.entries()) library.write(toName(index), toText(`a${index}`, wrong))
    const publicDir = path.dirname(images)
    const said = await runCheck(library, '--public', publicDir)
    const fixed = await runCheck(library, '--public', publicDir, '--fix')
    const once = read()
    await runCheck(library, '--public', publicDir, '--fix')
    const twice = read()

    for (const [index, { wrong, said: expected, right }] of remedies.entries()) {
      test(JSON.stringify(wrong), () => {
        const linesOf = (lines: string[]) => lines.filter((line) => line.startsWith(toName(index))).join('\n')
        assert.match(linesOf(said.lines), expected)
        assert.equal(once[index], toText(`a${index}`, right ?? wrong))
        assert.equal(twice[index], once[index])
        if (right !== null) assert.doesNotMatch(linesOf(fixed.lines), expected)
      })
    }
  })
}
