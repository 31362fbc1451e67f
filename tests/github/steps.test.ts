import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { load } from 'js-yaml'
import { initRepository } from '../init-repository'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

type Workflow = { jobs: Record<string, { steps: { name?: string; run?: string }[] }> }

/** Runs a step of a workflow as GitHub does; returns what it printed and wrote for GitHub. */
function runStep(cwd: string, workflow: string, name: string, base: string) {
  const { jobs } = load(readFileSync(path.join('.github/workflows', workflow), 'utf8')) as Workflow
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((other) => other.name === name)
  const folder = mkdtempSync(path.join(tmpdir(), 'step-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const [output, summary] = [path.join(folder, 'output'), path.join(folder, 'summary')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step?.run ?? 'exit 99'], {
    cwd,
    env: { ...process.env, BASE: base, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    encoding: 'utf8',
  })
  return { status, stdout, stderr, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') }
}

const words = (word: string) => Array.from({ length: 30 }, (_, index) => `${word}${index}`).join(' ')
const torts = '/learn/law/questions/tort'

/** A repository with the site's code and content of its own. */
function createRepository() {
  const library = new TemporaryLibrary({
    'law/tort.md': toQuestionFile('What is tort?', {}, words('tort')),
    'law/old.md': toQuestionFile('What is TODO?', {}, `See [it](${torts}). ${words('old')}`),
    './subjects/law.yml': 'title: Law\n',
  })
  const { root } = library
  for (const name of [
    'contentlayer.config.ts',
    'lib',
    'node_modules',
    'package-lock.json',
    'package.json',
    'scripts',
    'tsconfig.json',
  ])
    symlinkSync(path.resolve(name), path.join(root, name))
  const git = initRepository(root)
  const commit = () => {
    git('add', '--all', '.')
    git('commit', '-q', '--allow-empty', '-m', 'A change')
  }
  writeFileSync(path.join(root, '.gitignore'), '.content\n.contentlayer\nclone-*\n')
  commit()
  let clones = 0
  /** A shallow clone of a branch, as GitHub checks it out. */
  const clone = (branch: string, depth = 2) => {
    clones += 1
    const folder = path.join(root, `clone-${clones}`)
    git('clone', '-q', '--depth', String(depth), '--branch', branch, `file://${root}`, folder)
    return folder
  }
  /** The merge of a branch into main, which is what GitHub checks. */
  const merge = (name: string, change: () => void) => {
    git('switch', '-q', '-c', name)
    change()
    commit()
    git('switch', '-q', 'main')
    // Main has moved on meanwhile.
    library.write(
      `law/before-${name}.md`,
      toQuestionFile(`What is before ${name}?`, {}, `TBD ${words(`before${name}`)}`),
    )
    commit()
    git('switch', '-q', '-c', `merge-${name}`)
    git('merge', '-q', '--no-ff', '--no-edit', name)
    return `merge-${name}`
  }
  return { root, library, git, commit, clone, merge }
}

test('a pull request: its changes and what they break, without known findings, from two commits', () => {
  const { root, library, git, commit, clone, merge } = createRepository()
  const known = execFileSync(
    'npm',
    ['run', '--silent', 'check', '--', '--baseline', 'check-baseline.txt', '--update-baseline'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  assert.equal(known, '')
  commit()
  const branch = merge('mine', () => {
    library.write('law/new.md', toQuestionFile('What is new?', {}, `TBD ${words('new')}`))
    git('rm', '-q', 'content/learn/law/tort.md')
  })
  const { status, stdout, summary } = runStep(clone(branch), 'check.yml', 'Check', 'HEAD^1')
  assert.equal(status, 1)
  const places = stdout
    .split('\n')
    .flatMap((line) => /^::(\w+) file=(.*),line=\d+.*title=(.*?)::/.exec(line)?.slice(1).join(' ') ?? [])
  assert.deepEqual(places.sort(), [
    'error content/learn/law/new.md placeholder',
    'error content/learn/law/old.md link-dead',
  ])
  assert.match(summary, /### error: 2\n\n {4}content\/learn\/law\/new\.md:6:1 error placeholder/)
})

test('a merge queue: all commits being merged are checked, even if there are several', () => {
  const { library, git, commit, clone } = createRepository()
  const base = git('rev-parse', 'HEAD')
  for (const name of ['one', 'two']) {
    library.write(`law/${name}.md`, toQuestionFile(`What is ${name}?`, {}, `TBD ${words(name)}`))
    commit()
  }
  const { status, stdout } = runStep(clone('main', 100), 'check.yml', 'Check', base)
  assert.equal(status, 1)
  assert.deepEqual(
    [...stdout.matchAll(/law\/(\w+)\.md/g)].map(([, name]) => name),
    ['one', 'two'],
  )
})

test('a push to main: all questions are checked', () => {
  const { clone } = createRepository()
  const { status, stdout } = runStep(clone('main'), 'check.yml', 'Check', '')
  assert.equal(status, 1)
  assert.match(stdout, /^::error file=content\/learn\/law\/old\.md,.*title=placeholder/)
})

const changes: [what: string, code: boolean, file: string | undefined][] = [
  ['a question', false, 'content/learn/law/new.md'],
  ['an image', false, 'public/images/new.svg'],
  ['the baseline', false, 'check-baseline.txt'],
  ['nothing', false, undefined],
  ['another static file', true, 'public/new.js'],
  ['code', true, 'app/new.ts'],
]

test('the tests run if more than questions and their images changed', () => {
  const { root, clone, merge, git } = createRepository()
  for (const [what, code, file] of changes) {
    const branch = merge(what.replaceAll(' ', '-'), () => {
      if (!file) return
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), what)
    })
    const { status, output } = runStep(clone(branch), 'test.yml', 'Detect code changes', 'HEAD^1')
    assert.deepEqual([what, status, output], [what, 0, `code=${code}\n`])
    git('switch', '-q', 'main')
  }
  // A push whose previous commit is unknown.
  const unknown = runStep(clone('main'), 'test.yml', 'Detect code changes', '0'.repeat(40))
  assert.deepEqual([unknown.status, unknown.output], [0, 'code=true\n'])
})
