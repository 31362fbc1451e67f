import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const maxBuffer = 256 * 1024 * 1024

/** Names of the main branch; the first that exists is used: the remote's default, then the usual ones. */
const mainBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

const isContent = (file: string) => /^(?:(?:learn|subjects)\/|gone\.yml$)/.test(file) && !/(?:^|\/)[._]/.test(file)

/** What differs from a commit. */
export type ChangedFiles = { commit: string; files: string[]; publicFiles: string[] }

/**
 * The content files that differ from the point where this branch left `base` (a branch, tag or commit; the main branch
 * if absent), by their paths below the content folder: committed, staged, edited, new and removed ones. Likewise the
 * files of the folder `publicDir`, by their addresses, if it is in the same repository. Throws a message for the author
 * if git fails. `base` is never passed to a shell or taken for an option.
 */
export async function listChangedFiles(contentDir: string, publicDir: string, base?: string): Promise<ChangedFiles> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', contentDir, ...args], { maxBuffer })
    return stdout
  }
  const resolve = (name: string) =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).then(
      (commit) => commit.trim(),
      () => undefined,
    )

  const root = await git('rev-parse', '--show-toplevel').catch(() => {
    throw new Error(`--changed needs git, but ${contentDir} is not in a repository. Name files instead.`)
  })
  const commit = base === undefined ? await findFirst(mainBranches, resolve) : await resolve(base)
  if (!commit) throw new Error(toUnknownBase(base))
  const fork = await git('merge-base', 'HEAD', commit).catch(() => {
    throw new Error(`git finds no common ancestor of HEAD and ${base ?? 'the main branch'}. Fetch the whole history.`)
  })
  const listBelow = async (folder: string) => {
    const listed = await Promise.all([
      git('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', fork.trim(), '--', folder),
      git('ls-files', '--full-name', '--others', '--exclude-standard', '-z', '--', folder),
    ])
    const prefix = toPrefix(root.trim(), folder)
    const names = listed.flatMap((names) => names.split('\0')).filter((name) => name.startsWith(prefix))
    return [...new Set(names.map((name) => name.slice(prefix.length)))].sort()
  }
  const files = (await listBelow(contentDir)).filter(isContent)
  // Git refuses a folder outside this repository.
  const publicFiles = await listBelow(publicDir).catch(() => [])
  return { commit: fork.trim(), files, publicFiles: publicFiles.map((file) => `/${file}`) }
}

/** What git puts before the paths of a folder: empty for the whole repository. */
function toPrefix(root: string, folder: string): string {
  const real = path.join(realpathSync(path.dirname(folder)), path.basename(folder))
  const inside = path.relative(root, real).split(path.sep).join('/')
  return inside === '' ? '' : `${inside}/`
}

/** The bytes of those files that a commit has, as it has them, by their paths below the content folder. */
export async function readFilesAt(
  commit: string,
  contentDir: string,
  files: readonly string[],
): Promise<[file: string, bytes: Buffer][]> {
  const reading = run('git', ['-C', contentDir, 'cat-file', '--batch'], { maxBuffer, encoding: 'buffer' })
  reading.child.stdin?.end(files.map((file) => `${commit}:./${file}\n`).join(''))
  const { stdout } = await reading
  const read: [string, Buffer][] = []
  let at = 0
  for (const file of files) {
    const lineEnd = stdout.indexOf('\n', at)
    const size = / blob (\d+)$/.exec(stdout.toString('latin1', at, lineEnd))?.[1]
    at = lineEnd + 1
    if (size === undefined) continue
    read.push([file, stdout.subarray(at, at + Number(size))])
    at += Number(size) + 1
  }
  return read
}

/** The text of a file in a commit; undefined if the commit has no such file. */
export async function readFileAt(commit: string, file: string): Promise<string | undefined> {
  const { dir, base } = path.parse(path.resolve(file))
  return run('git', ['-C', dir, 'show', `${commit}:./${base}`], { maxBuffer }).then(
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
    ? `git finds no main branch (looked for ${mainBranches.join(', ')}). Name the base: --changed BASE.`
    : `git finds no branch, tag or commit “${base}”.`
