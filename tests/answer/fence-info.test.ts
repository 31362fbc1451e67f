import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFenceInfo } from '@/lib/answer/fence-info'
import { findLanguage } from '@/lib/answer/languages'
import { renderAnswer } from '@/lib/answer/render'

for (const [info, language, title = ''] of [
  ['', ''],
  ['python', 'python'],
  [' python ', 'python'],
  ['C++', 'C++'],
  ['c#', 'c#'],
  ['objective-c', 'objective-c'],
  ['js{1,3}', 'js'],
  ['js {1,3} showLineNumbers', 'js'],
  ['python:main.py', 'python', 'main.py'],
  ['rust,ignore', 'rust'],
  ['python=12', 'python'],
  ['py title="a b.py"', 'py', 'a b.py'],
  ["py title='a.py' linenos", 'py', 'a.py'],
  ['py linenos hl_lines="1 3"', 'py'],
  ['ts filename=src/a.ts', 'ts', 'src/a.ts'],
  ['rust src/main.rs', 'rust', 'src/main.rs'],
  ['{python}', 'python'],
  ['{.python .input}', 'python'],
  ['{.py title="a.py"}', 'py', 'a.py'],
  ['{r, echo=FALSE}', 'r'],
  ['{#id .haskell}', 'haskell'],
  ['{code-cell} ipython3', 'ipython3'],
  ['language-go', 'go'],
  ['.java', 'java'],
  ['title="a.py"', '', 'a.py'],
] as const) {
  test(`after a fence: ${info}`, () => assert.deepEqual(readFenceInfo(info), { language, title }))
}

for (const [info, bar] of [
  ['js{1,3}', '<span>JavaScript</span>'],
  ['python:main.py', '<span>Python</span><b>main.py</b>'],
  ['{python}', '<span>Python</span>'],
  ['py title="<a>.py"', '<span>Python</span><b>&lt;a&gt;.py</b>'],
  ['C++', '<span>C++</span>'],
  ['dockerfile', '<span>Dockerfile</span>'],
  ['fortran', '<span>Fortran (Free Form)</span>'],
  ['lisp', '<span>Common Lisp</span>'],
  ['mermaid', '<span>Mermaid</span>'],
  ['f#', '<span>F#</span>'],
  ['klingon', '<span>klingon</span>'],
] as const) {
  test(`the bar above a program: ${info}`, async () => {
    const { html } = await renderAnswer({ text: `\`\`\`${info}\nlet a = "b"\n\`\`\``, breaks: 'real' })
    assert.ok(html.includes(`<div class="code-bar">${bar}<copy-button>`), html)
    assert.equal(html.split('--shiki-light:#').length > 2, info !== 'klingon', html)
  })
}

test('names that authors write are known', () => {
  const names = ['assembly', 'vb.net', 'objectivec', 'html5', 'pl/sql', 'pseudo-code', 'shell-session', 'SystemVerilog']
  for (const name of names) assert.ok(findLanguage(name), name)
})

test('programs are highlighted even with more grammars than are kept at a time', { timeout: 120_000 }, async () => {
  const { bundledLanguagesInfo } = await import('shiki/langs')
  for (const { id } of bundledLanguagesInfo.slice(0, 100)) {
    const { html } = await renderAnswer({ text: `\`\`\`${id}\na\n\`\`\``, breaks: 'real' })
    assert.match(html, /<pre class="shiki /, id)
  }
  const { html } = await renderAnswer({ text: '```c\nint a = 1;\n```', breaks: 'real' })
  assert.ok(html.split('--shiki-light').length > 3, html)
})
