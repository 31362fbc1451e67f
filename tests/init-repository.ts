import { execFileSync } from 'node:child_process'

/** Makes a folder a Git repository with the branch main; the result runs Git in it and returns what it prints. */
export function initRepository(cwd: string) {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  git('init', '-q', '-b', 'main')
  return git
}
