import { readFileSync } from 'node:fs'
import path from 'node:path'
import { renderAnswer } from '@/lib/answer/render'
import { scanAnswer } from '@/lib/answer/scan'
import { toAnswerSource } from '@/lib/answer/source'
import { renderTex } from '@/lib/answer/tex'
import { type Finding, toFinding, toPosition } from './finding'
import { type FrontMatter, locateFields, parseFrontMatter, toYamlOffset } from './source/front-matter'
import { readText } from './source/read-text'
import { walkContent } from './source/walk'

/** Renders every answer of a content folder and gives each formula that KaTeX refuses, with its place in the file. */
export async function verifyAnswers(options: {
  contentDir: string
  onProgress?: (files: number) => void
}): Promise<Finding[]> {
  const findings: Finding[] = []
  let files = 0
  for (const { dir, files: entries } of walkContent(options.contentDir)) {
    if (!dir.startsWith('learn')) continue
    for (const { name } of entries) {
      const file = path.join(options.contentDir, dir, name)
      const text = readText(readFileSync(file))
      const frontMatter = typeof text === 'string' ? parseFrontMatter(text) : text
      if (typeof text === 'string' && !('rule' in frontMatter)) {
        findings.push(...(await verifyAnswer(path.relative(process.cwd(), file), text, frontMatter)))
      }
      files += 1
      options.onProgress?.(files)
    }
  }
  return findings
}

async function verifyAnswer(file: string, text: string, frontMatter: FrontMatter): Promise<Finding[]> {
  const written = typeof frontMatter.fields.answer === 'string' ? frontMatter.fields.answer : ''
  const source = written.trim() === '' ? ({ text: frontMatter.body, breaks: 'real' } as const) : toAnswerSource(written)
  await renderAnswer(source)
  return scanAnswer(source).flatMap((segment): Finding[] => {
    if (segment.kind !== 'math') return []
    const rendered = renderTex(segment.formula)
    if ('html' in rendered) return []
    const { tex, offset } = segment.formula
    const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex
    const message = `This formula does not compile: ${rendered.error.message}. It reads ${shown.replaceAll('\n', ' ')}`
    const place = toPosition(text, toFileOffset(frontMatter, written.trim() !== '', offset))
    return [toFinding(file, { ...place, rule: 'tex', message })]
  })
}

/** The offset in the file of a character of the answer. */
function toFileOffset(frontMatter: FrontMatter, inField: boolean, offset: number): number {
  if (!inField) return frontMatter.bodyStart + offset
  const place = locateFields(frontMatter.yaml).get('answer')
  return frontMatter.yamlStart + (place ? toYamlOffset(frontMatter.yaml, place, offset) : 0)
}
