import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Names of the main branch, of which the first that exists is used: the remote's default, then the usual ones. */
const mainBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

const isContent = (file: string) => /^(?:(?:learn|subjects)\/|gone\.yml$)/.test(file) && !/(?:^|\/)[._]/.test(file)

/**
 * The content files that differ from the point where this branch left `base` (a branch, tag or commit; the main branch
 * if absent), by their paths below the content folder: committed, staged, edited, new and removed ones. Throws a
 * message for the author if git fails. `base` is never passed to a shell or taken for an option.
 */
export async function listChangedFiles(
  contentDir: string,
  base?: string,
): Promise<{ commit: string; files: string[] }> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', contentDir, ...args], { maxBuffer: 256 * 1024 * 1024 })
    return stdout
  }
  const resolve = (name: string) =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).then(
      (commit) => commit.trim(),
      () => undefined,
    )

  await git('rev-parse', '--git-dir').catch(() => {
    throw new Error(`--changed needs git, and ${contentDir} is in no repository. Name files instead.`)
  })
  const commit = base === undefined ? await findFirst(mainBranches, resolve) : await resolve(base)
  if (!commit) throw new Error(toUnknownBase(base))
  const fork = await git('merge-base', 'HEAD', commit).catch(() => {
    throw new Error(`git knows no common ancestor of HEAD and ${base ?? 'the main branch'}. Fetch the whole history.`)
  })
  const [changed, created] = await Promise.all([
    git('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative', fork.trim(), '--', '.'),
    git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
  ])
  const files = `${changed}${created}`.split('\0').filter(isContent)
  return { commit: fork.trim(), files: [...new Set(files)].sort() }
}

/** The text of a file in a commit; undefined if the commit has no such file. */
export async function readFileAt(commit: string, file: string): Promise<string | undefined> {
  const { dir, base } = path.parse(path.resolve(file))
  return run('git', ['-C', dir, 'show', `${commit}:./${base}`], { maxBuffer: 256 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  )
}

async function findFirst<Found>(names: string[], find: (name: string) => Promise<Found | undefined>) {
  for (const name of names) {
    const found = await find(name)
    if (found !== undefined) return found
  }
  return undefined
}

const toUnknownBase = (base: string | undefined) =>
  base === undefined
    ? `git knows no main branch (looked for ${mainBranches.join(', ')}). Name the base: --changed BASE.`
    : `git knows no branch, tag or commit “${base}”.`
