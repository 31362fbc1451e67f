import path from 'node:path'
import { walkContent } from '@/lib/compiler/source/walk'
import { type ReportedFinding, toFinding } from '@/lib/core/finding'
import { findExcess } from './question/find-excess'
import { openQuestion } from './question/open-question'
import * as answerCost from './rules/answer/answer-cost'
import * as tex from './rules/answer/tex'

/**
 * Renders every answer of a content folder, and yields each formula that KaTeX rejects and each answer beyond the
 * budget, with its place in the file.
 */
export function verifyAnswers(options: {
  contentDir: string
  onProgress?: (files: number) => void
}): ReportedFinding[] {
  const findings: ReportedFinding[] = []
  let files = 0
  for (const { dir, files: entries } of walkContent(options.contentDir)) {
    if (dir === '' || dir === 'subjects') continue
    for (const { name } of entries) {
      findings.push(...verifyFile(options.contentDir, `${dir}/${name}`))
      files += 1
      options.onProgress?.(files)
    }
  }
  return findings
}

function verifyFile(contentDir: string, file: string): ReportedFinding[] {
  const question = openQuestion(contentDir, file)
  if (!question) return []
  const { answer, text } = question
  const shown = path.relative('', path.join(contentDir, file))
  const excess = answer.excess ?? findExcess(answer.source)
  if (excess) return [{ path: shown, ...toFinding(answerCost.rule, answerCost.toCostMatch(answer, excess), text) }]
  return [...tex.findWrongTex(answer)].map((match) => ({ path: shown, ...toFinding(tex.rule, match, text) }))
}
