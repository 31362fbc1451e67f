import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { initRepository } from '../init-repository'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { runCheck } from './run-check'

const words = (word: string) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' ')
const toFile = (title: string, fields = {}, body = '') =>
  toQuestionFile(title, fields, `${body}\n\n${words(title.split(' ').at(-1)?.replace(/\W/g, '') ?? '')}`)

const heat = '/learn/physics/questions/heat'
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>'
const heatFile = (title = 'What is heat?', fields = {}, heading = 'How it flows') =>
  toFile(title, fields, `## ${heading}\n\nIt flows.`)

/** A library with nothing wrong, in which other files refer to heat.md, to its heading, to an image and to a subject. */
function commitLibrary() {
  const library = new TemporaryLibrary({
    'physics/heat.md': heatFile(),
    'physics/related.md': toFile('What is related heat?', {
      related_article1: { url: heat, title: 'What is heat?' },
    }),
    'physics/linking.md': toFile('What is linking?', {}, `See [heat](${heat}) and [more](${heat}#how-it-flows).`),
    'physics/copy.md': toFile('What is copied?', { canonical: heat }),
    'law/picture.md': toFile(
      'What is shown?',
      {},
      '![A line](/images/a%20line.svg) and [the file](/images/a%20line.svg).',
    ),
    'law/older.md': toFile('What is older?', { aliases: ['/learn/law/questions/early'] }),
    'art/only.md': toFile('What is art?'),
    'law/on-art.md': toFile('What is painted?', {}, 'See [all of it](/learn/art).'),
    './subjects/physics.yml': 'title: Physics\n',
    './subjects/law.yml': 'title: Law\n',
    './subjects/art.yml': 'title: Art\n',
  })
  const publicDir = path.join(library.root, 'public')
  mkdirSync(path.join(publicDir, 'images'), { recursive: true })
  writeFileSync(path.join(publicDir, 'images/a line.svg'), svg)
  const git = initRepository(library.root)
  git('add', 'content', 'public')
  git('commit', '-q', '-m', 'All')
  const check = async (...args: string[]) => {
    const { lines } = await runCheck(library, '--public', publicDir, ...args)
    return lines.map((line) => line.replace(/ {2}.*/, '').replace(/:\d+ /, ' ')).sort()
  }
  return { library, publicDir, git, check }
}

type Library = ReturnType<typeof commitLibrary>

const cases: Record<string, { change: (made: Library) => void; found: string[] }> = {
  'the words of an answer': {
    change: ({ library }) => library.write('physics/heat.md', `${heatFile()}\nAnd more of it.\n`),
    found: [],
  },
  'a new heading': {
    change: ({ library }) => library.write('physics/heat.md', `${heatFile()}\n## Another one\n\nMore.\n`),
    found: [],
  },
  'another heading': {
    change: ({ library }) => library.write('physics/heat.md', heatFile(undefined, {}, 'Where it flows')),
    found: ['physics/linking.md:6 warning link-anchor'],
  },
  'another title': {
    change: ({ library }) => library.write('physics/heat.md', heatFile('What is warmth?')),
    found: ['physics/related.md:4 warning related-title'],
  },
  'a title in other capitals': {
    change: ({ library }) => library.write('physics/heat.md', heatFile('What is Heat?')),
    found: [],
  },
  no_index: {
    change: ({ library }) => library.write('physics/heat.md', heatFile(undefined, { no_index: true })),
    found: ['physics/copy.md:4 error canonical', 'physics/related.md:4 warning related-no-index'],
  },
  'a canonical': {
    change: ({ library }) =>
      library.write('physics/heat.md', heatFile(undefined, { canonical: '/learn/physics/questions/linking' })),
    found: ['physics/copy.md:4 error canonical'],
  },
  'a removed question': {
    change: ({ library }) => library.remove('physics/heat.md'),
    found: [
      'physics/copy.md:4 error canonical',
      'physics/linking.md:6 error link-dead',
      'physics/linking.md:6 error link-dead',
      'physics/related.md:4 error related-dead',
    ],
  },
  'a removed image': {
    change: ({ publicDir }) => rmSync(path.join(publicDir, 'images/a line.svg')),
    found: ['law/picture.md:6 error image-missing', 'law/picture.md:6 error link-dead'],
  },
  'an image that does something': {
    change: ({ publicDir }) =>
      writeFileSync(path.join(publicDir, 'images/a line.svg'), svg.replace('<path', '<path onload="x"')),
    found: ['law/picture.md:6 error image-script'],
  },
  'a new image': {
    change: ({ publicDir }) => writeFileSync(path.join(publicDir, 'images/other.svg'), svg),
    found: [],
  },
  'a removed subject file': {
    change: ({ library }) => library.remove('./subjects/physics.yml'),
    found: ['copy', 'heat', 'linking', 'related'].map((name) => `physics/${name}.md:1 warning subject-unknown`),
  },
  'the last question of a subject': {
    change: ({ library }) => rmSync(library.toPath('art'), { recursive: true }),
    found: ['law/on-art.md:6 error link-dead'],
  },
  'a question where another one has an alias': {
    change: ({ library }) => library.write('law/early.md', toFile('What is early?')),
    found: ['law/older.md:4 error alias-unique'],
  },
  'a question at the address of another one': {
    change: ({ library }) => library.write('law/deeper/older.md', toFile('What is deep?')),
    found: ['law/older.md:1 error address-unique'],
  },
}

for (const [what, { change, found }] of Object.entries(cases)) {
  test(`--changed: ${what}: ${found.length === 0 ? 'nothing is broken' : 'found where it is referred to'}`, async () => {
    const made = commitLibrary()
    assert.deepEqual(await made.check(), [])
    change(made)
    assert.deepEqual(await made.check('--changed'), found)
    // The whole library has no other findings, so none was missed; and it makes no difference that it was committed.
    assert.deepEqual(await made.check(), found)
    made.git('checkout', '-q', '-b', 'mine')
    made.git('add', '--all', 'content', 'public')
    made.git('commit', '-q', '--allow-empty', '-m', 'Change')
    assert.deepEqual(await made.check('--changed'), found)
  })
}

test('--changed: what was wrong before, and what others refer to elsewhere, is not reported', async () => {
  const { library, git, check } = commitLibrary()
  library.write(
    'physics/wrong.md',
    toFile('What is wrong?', toRelated(heat), `[gone](/learn/law/questions/gone) the the [heat](${heat}).`),
  )
  git('add', 'content')
  git('commit', '-q', '-m', 'Wrong')
  library.write('physics/heat.md', heatFile(undefined, { no_index: true }))
  const found = await check('--changed')
  assert.deepEqual(
    found.filter((line) => line.startsWith('physics/wrong')),
    ['physics/wrong.md:4 warning related-no-index'],
  )
})

test('--changed: a content folder that is a repository of its own', async () => {
  const { library } = commitLibrary()
  rmSync(path.join(library.root, '.git'), { recursive: true })
  const git = initRepository(library.contentDir)
  git('add', '.')
  git('commit', '-q', '-m', 'All')
  library.write('physics/heat.md', heatFile('What is warmth?'))
  const { lines } = await runCheck(library, '--public', path.join(library.root, 'public'), '--changed')
  assert.deepEqual(
    lines.map((line) => line.replace(/ {2}.*/, '')),
    ['physics/related.md:4:67 warning related-title'],
  )
})

test('--changed: many files, some of them new: none is missed', async () => {
  const { library, git, check } = commitLibrary()
  const numbers = Array.from({ length: 210 }, (_, index) => index)
  for (const number of numbers) {
    library.write(`art/q${number}.md`, toFile(`What is q${number}?`, {}, `## Head ${number}`))
    library.write(
      `law/on-q${number}.md`,
      toFile(`What is on${number}?`, {}, `See [it](/learn/art/questions/q${number}#head-${number}).`),
    )
  }
  git('add', 'content')
  git('commit', '-q', '-m', 'Many')
  for (const number of numbers)
    library.write(`art/q${number}.md`, toFile(`What is q${number}?`, {}, `## Other ${number}`))
  library.write('art/new.md', toFile('What is new?'))
  const found = await check('--changed')
  assert.equal(found.filter((line) => line.endsWith('link-anchor')).length, numbers.length)
})
