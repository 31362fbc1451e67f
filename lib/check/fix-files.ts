import path from 'node:path'
import { applyFixes } from './apply-fixes'
import { type CheckOptions, checkLibrary } from './check-library'
import { applyLevel, type Levels } from './levels'

/** One mending can bring another one to light, or two touch the same place; more rounds than this none needs. */
const mostRounds = 5

/** Mends what has one right answer in the files to be checked, and tells how many findings that were. */
export async function fixFiles(options: CheckOptions, levels: Levels): Promise<number> {
  let mended = 0
  let scope = options.scope
  for (let round = 0; round < mostRounds; round += 1) {
    const fixable: { file: string; problems: Parameters<typeof applyFixes>[1] }[] = []
    for await (const { path: file, problems } of checkLibrary({ ...options, ...(scope && { scope }) })) {
      const wanted = problems.filter((problem) => problem.fix && applyLevel(levels, file, problem))
      const isAsked = !options.scope || options.scope.includes(file)
      if (wanted.length > 0 && isAsked) fixable.push({ file, problems: wanted })
    }
    if (fixable.length === 0) break
    for (const { file, problems } of fixable) mended += applyFixes(path.join(options.contentDir, file), problems)
    scope = fixable.map(({ file }) => file)
  }
  return mended
}
