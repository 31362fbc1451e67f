import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { pack, toCard } from './make-deck'

/** Where Debian's package installs Mnemosyne, or where `dpkg -x` put it without the desktop that it depends on. */
const folders = ['/usr/lib/python3/dist-packages', '/opt/mnemosyne/usr/lib/python3/dist-packages']
const mnemosyne = folders.find((folder) => existsSync(path.join(folder, 'mnemosyne/libmnemosyne')))
const skip = mnemosyne ? false : 'Mnemosyne, which imports decks, is not installed: see .ci/run'

const folder = mkdtempSync(path.join(tmpdir(), 'import-deck-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Imported = { id: string; tags: string; front: string; back: string }

/** Imports decks into another program one after another, and lists its cards after each. */
async function importDecks(...decks: Uint8Array[]): Promise<Imported[][]> {
  const files = decks.map((bytes, index) => {
    const file = path.join(folder, `deck-${index}.apkg`)
    writeFileSync(file, bytes)
    return file
  })
  const library = path.join(folder, 'library')
  mkdirSync(library)
  const script = fileURLToPath(new URL('import-decks.py', import.meta.url))
  const environment = { ...process.env, HOME: folder }
  const printed = execFileSync('/usr/bin/python3', [script, mnemosyne ?? '', library, ...files], { env: environment })
  return String(printed)
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line))
}

test('another program imports a deck, and a corrected one replaces it', { skip }, async () => {
  const heat = '1. **One $x<y$**: a\n2. **Two**: b\n3. **Three**: c\n\n```js\nlet a = b < c && "[latex]"\n```\n'
  const [first = [], second = []] = await importDecks(
    await pack([toCard('heat', heat), toCard('mass', 'It is $m$.')]),
    await pack([toCard('heat', heat.replace('Three', 'Third'), '2026-02-01'), toCard('mass', 'It is $m$.')]),
  )
  assert.deepEqual(
    first.map(({ front }) => /What is \w+\?/.exec(front)?.[0]),
    ['What is heat?', 'What is mass?'],
  )
  const [before, after] = [first, second].map(([card]) => card as Imported)
  assert.ok(before?.tags.includes('Physics'))
  assert.ok(before?.back.includes('\\(x&lt;y\\)'), before?.back)
  assert.ok(before?.back.includes('let a = b &#x3C; c &#x26;&#x26;'), before?.back)
  assert.ok(before?.back.includes('Three'))
  assert.deepEqual(
    second.map(({ id }) => id),
    first.map(({ id }) => id),
  )
  assert.ok(after?.back.includes('Third') && !after.back.includes('Three'), after?.back)
})
