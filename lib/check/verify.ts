import path from 'node:path'
import { renderAnswer } from '@/lib/answer/render'
import { walkContent } from '@/lib/compiler/source/walk'
import { type ReportedFinding, toFinding } from '@/lib/core/finding'
import { openQuestion } from './question/open-question'
import * as tex from './rules/answer/tex'

/** Renders every answer of a content folder and gives each formula that KaTeX refuses, with its place in the file. */
export async function verifyAnswers(options: {
  contentDir: string
  onProgress?: (files: number) => void
}): Promise<ReportedFinding[]> {
  const findings: ReportedFinding[] = []
  let files = 0
  for (const { dir, files: entries } of walkContent(options.contentDir)) {
    if (dir === '' || dir === 'subjects') continue
    for (const { name } of entries) {
      findings.push(...(await verifyFile(options.contentDir, `${dir}/${name}`)))
      files += 1
      options.onProgress?.(files)
    }
  }
  return findings
}

async function verifyFile(contentDir: string, file: string): Promise<ReportedFinding[]> {
  const question = openQuestion(contentDir, file)
  if (!question) return []
  await renderAnswer(question.answer.source)
  const shown = path.relative('', path.join(contentDir, file))
  return [...tex.findWrongTex(question.answer)].map((match) => ({
    path: shown,
    ...toFinding(tex.rule, match, question.text),
  }))
}
