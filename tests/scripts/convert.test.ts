import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { main } from '@/scripts/convert'
import { runOn } from '../run-command'
import { TemporaryLibrary } from '../temporary-library'

const bytes = (library: TemporaryLibrary, file: string) => readFileSync(library.toPath(file), 'utf8')
const toOld = (answer: string, body = '\n&nbsp;\n', rest = 'score: -1.0 # not yet\n') =>
  `---\ntitle: 'A?'\nanswer: >-\n    ${answer}\ndate: 2026-01-15\n${rest}---\n${body}`
const toNew = (body: string) => `---\ntitle: 'A?'\ndate: 2026-01-15\nscore: -1.0 # not yet\n---\n\n${body}\n`

test('an answer becomes a body with real lines; every other byte and the page stay the same', async () => {
  const program = '```c\\nprintf("a\\n");\\n```'
  const library = new TemporaryLibrary({
    'law/a.md': toOld(`Forces:\\n\\n- $\\nu = 1$\\n- \\( \\nabla f \\)\\n\\n${program}`),
    'law/crlf.md': toOld('One.\\n\\nTwo.').replaceAll('\n', '\r\n'),
    'law/body.md': toNew('Text\\n'),
  })
  const { status, stderr, stdout } = await runOn(library, main, library.toPath('law'))
  assert.equal(status, 0, stderr)
  assert.match(stdout, /2 files changed, 0 files left/)
  assert.equal(
    bytes(library, 'law/a.md'),
    toNew('Forces:\n\n- $\\nu = 1$\n- $\\nabla f$\n\n```c\nprintf("a\\n");\n```'),
  )
  assert.equal(bytes(library, 'law/crlf.md'), toNew('One.\n\nTwo.').replaceAll('\n', '\r\n'))
  assert.equal(bytes(library, 'law/body.md'), toNew('Text\\n'))
})

test('answers that would render differently as a body are named and left as they are', async () => {
  const left = {
    'law/code.md': toOld('Sum:\\n\\n    2 apples\\n\\nEnd.'),
    'law/line.md': toOld('12\\n---\\nEnd.'),
    'law/both.md': toOld('One.', '\nUnseen.\n'),
    'law/broken.md': 'x',
  }
  const library = new TemporaryLibrary({ ...left, 'law/good.md': toOld('One.') })
  const { status, stderr } = await runOn(library, main, library.toPath('law'))
  assert.equal(status, 1)
  for (const [file, text] of Object.entries(left)) {
    assert.equal(bytes(library, file), text)
    assert.ok(stderr.includes(`${file} was left as it is. `), stderr)
  }
  assert.match(stderr, /code\.md was left as it is\. Its page would change: /)
  assert.equal(bytes(library, 'law/good.md'), toNew('One.'))
})

test('authors’ comments are kept', async () => {
  const library = new TemporaryLibrary({
    'law/a.md': toOld('One. <!-- TODO: check -->\\n\\n<!-- source:\\na book -->\\n\\nTwo.'),
  })
  assert.equal((await runOn(library, main, library.toPath('law/a.md'))).status, 0)
  assert.equal(bytes(library, 'law/a.md'), toNew('One. <!-- TODO: check -->\n\n<!-- source:\na book -->\n\nTwo.'))
})

test('--dry-run names the files and changes nothing; no path is wrong use', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toOld('One.') })
  const { status, stdout } = await runOn(library, main, library.toPath('law/a.md'), '--dry-run')
  assert.equal(status, 0)
  assert.match(stdout, /law\/a\.md:\d+:\d+\n1 file changed.*\nNothing was changed/)
  assert.equal(bytes(library, 'law/a.md'), toOld('One.'))
  assert.equal((await runOn(library, main)).status, 2)
})
