import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AnswerText } from '@/lib/check/question/answer-text'

const raw = String.raw

/** Answers with a word that occurs once in the source; its offset must map to that place. */
const answers: [text: string, breaks: 'literal' | 'real', word: string][] = [
  [raw`One.\n\nTwo\nthree`, 'literal', 'three'],
  [raw`$\nabla x$\n\n- item\n- target`, 'literal', 'target'],
  [raw`A row \\n then target`, 'literal', 'target'],
  ['```c\\nprintf("a\\n");\\nreturn 0;\\n```\\n\\ntarget', 'literal', 'target'],
  [raw`$$\n\nu(t) = 1\n$$\n\ntarget`, 'literal', 'target'],
  ['One.\n\n$x$ and `code` target', 'real', 'target'],
  [raw`> quoted\n> target`, 'literal', 'target'],
]

for (const [text, breaks, word] of answers) {
  test(`maps the offset of “${word}” in ${JSON.stringify(text)}`, () => {
    const answer = new AnswerText({ text, breaks }, (offset) => offset)
    assert.equal(answer.toFile(answer.prose.indexOf(word)), text.indexOf(word))
  })
}

test('maps offsets in a formula', () => {
  const text = raw`Text.\n\n$$\n\frac{a}{b}\n + \oops\n$$\n\nEnd $ \alpha y$`
  const answer = new AnswerText({ text, breaks: 'literal' }, (offset) => offset)
  const [display, inline] = answer.segments.flatMap((segment) => (segment.kind === 'math' ? [segment.formula] : []))
  assert.ok(display && inline)
  assert.equal(answer.toFileInFormula(display, display.tex.indexOf('\\oops')), text.indexOf('\\oops'))
  assert.equal(answer.toFileInFormula(inline, inline.tex.indexOf('y')), text.indexOf('y$'))
})

test('prose blanks out code, formulas and addresses, and keeps offsets', () => {
  const text = 'See [words](/address) and `code`, $x^2$ **bold**.\n\n```c\nint x;\n```\n'
  const { prose, markdown } = new AnswerText({ text, breaks: 'real' }, (offset) => offset)
  assert.doesNotMatch(prose, /address|code|int|[$*`]/)
  for (const word of ['See', 'words', 'bold']) assert.equal(prose.indexOf(word), markdown.indexOf(word))
})
