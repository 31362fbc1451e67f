import { readFileSync } from 'node:fs'
import path from 'node:path'
import { renderAnswer } from '@/lib/answer/render'
import { parseFrontMatter } from '@/lib/compiler/source/front-matter'
import { readText } from '@/lib/compiler/source/read-text'
import { walkContent } from '@/lib/compiler/source/walk'
import { type Finding, toFinding, toProblem } from '@/lib/core/finding'
import { QuestionFile } from './question-file'
import { checkTex } from './rules/formulas'

/** Renders every answer of a content folder and gives each formula that KaTeX refuses, with its place in the file. */
export async function verifyAnswers(options: {
  contentDir: string
  onProgress?: (files: number) => void
}): Promise<Finding[]> {
  const findings: Finding[] = []
  let files = 0
  for (const { dir, files: entries } of walkContent(options.contentDir)) {
    if (dir === 'subjects') continue
    for (const { name } of entries) {
      findings.push(...(await verifyFile(options.contentDir, `${dir}/${name}`)))
      files += 1
      options.onProgress?.(files)
    }
  }
  return findings
}

async function verifyFile(contentDir: string, name: string): Promise<Finding[]> {
  const file = path.join(contentDir, name)
  const text = readText(readFileSync(file))
  const frontMatter = typeof text === 'string' ? parseFrontMatter(text) : text
  if (typeof text !== 'string' || 'rule' in frontMatter) return []
  const question = new QuestionFile(name, text, frontMatter)
  await renderAnswer(question.answer.source)
  return [...checkTex(question)].map((mistake) => toFinding(path.relative('', file), toProblem(text, mistake)))
}
