import { existsSync, readFileSync } from 'node:fs'
import { UsageError } from '@/scripts/run-script'

/** A query as a student types it, and the addresses (subject/slug) of all questions that answer it. */
export type JudgedQuery = { kind: string; query: string; answers: string[] }

/** The judged queries for the project's own content. */
export const ownSet = 'tools/bench/judged/own.tsv'

/** Reads a judged set: a line for each query with its kind, text and answers, separated by tabs. */
export function readJudgedSet(file: string): JudgedQuery[] {
  if (!existsSync(file)) throw new UsageError(`There is no judged set at ${file}.`)
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const [kind, query, answers, ...more] = line.split('\t')
    if (!kind || !query || !answers || more.length > 0)
      throw new UsageError(
        `${file}:${index + 1} must have a kind, a query and its answers (subject/slug,…), separated by tabs.`,
      )
    return [{ kind, query, answers: answers.split(',') }]
  })
}
