import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

const biome = path.resolve('node_modules/.bin/biome')
const folder = mkdtempSync(path.join(tmpdir(), 'lint-'))
after(() => rmSync(folder, { recursive: true, force: true }))
for (const name of ['biome.json', 'lint']) cpSync(name, path.join(folder, name), { recursive: true })

/** The linter's output for a file with this text. */
function lint(file: string, text: string): string {
  const full = path.join(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
  const { stdout, stderr } = spawnSync(biome, ['lint', '--vcs-enabled=false', file], { cwd: folder, encoding: 'utf8' })
  assert.match(stdout, /Checked 1 file/)
  return stderr
}

for (const [what, text] of [
  ["'use client'", "'use client'\n\nexport const Answer = () => <p />\n"],
  ['a hook', "import { type ReactNode, useState } from 'react'\n\nexport const answer: ReactNode = useState('')[0]\n"],
  ['a hook by another name', "import { useEffect as effect } from 'react'\n\neffect(() => {})\n"],
  ['a hook of the React namespace', "import * as React from 'react'\n\nReact.useEffect(() => {})\n"],
  ['an event handler', 'export const Answer = () => <button type="button" onClick={() => {}} />\n'],
] as const) {
  test(`the linter refuses ${what} and says where behaviour belongs`, () => {
    const sentence = /React does not run in the browser: behaviour belongs in a custom element/
    for (const file of ['app/answer.tsx', 'components/question/answer.tsx', 'lib/seo/answer.tsx']) {
      assert.match(lint(file, text), sentence, file)
    }
    assert.doesNotMatch(lint('components/dev/answer.tsx', text), sentence)
  })
}
