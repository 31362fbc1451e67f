import { listFencedCode } from '../../question/fences'
import type { Rule } from '../../rule'

const languages = new Set(['mermaid', 'mmd', 'plantuml', 'puml', 'graphviz', 'flowchart'])

export const rule: Rule = {
  name: 'diagram',
  severity: 'warning',
  expects: 'A diagram is an image.',
  why: 'The site does not draw diagrams from their source (Mermaid, PlantUML): readers see the source.',
  wrong: '```mermaid\ngraph TD; A-->B\n```',
  right: '![A leads to B](/images/a-to-b.svg)',

  *findInQuestion({ answer }) {
    for (const { at, language } of listFencedCode(answer)) {
      if (!languages.has(language.toLowerCase())) continue
      const message =
        'Readers see the source of this diagram: the site does not draw it. Put a picture of it into public/images, and write ![what it shows](/images/…).'
      yield { at, message }
    }
  },
}
