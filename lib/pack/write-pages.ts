import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { toCount } from '@/lib/core/counted-noun'
import { toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import { escapeXml } from '@/lib/core/xml'
import type { PackSink } from './folder'
import { toHtmlPage, toLink, toLinkList, toRangeTitle } from './page'
import { type PackForm, renderQuestion } from './render-question'
import type { PackEntry, PackPart, PackQuestion, SubjectPack } from './subject-pack'
import { withNeighbours } from './with-neighbours'

export const packStyle = () => readFileSync(path.join('lib', 'pack', 'pack.css'), 'utf8')

const toPartName = (number: number) => `contents-${number}.html`

/** Writes a pack as plain linked pages: the contents at `index.html`, and one page per question. */
export async function writePages(pack: SubjectPack, sink: PackSink, publicDir: string, onPage: () => void) {
  const form: PackForm = { formulas: 'drawn', publicDir, images: '../images/', toPage: ({ slug }) => `${slug}.html` }
  await sink.add('style.css', packStyle())
  await addFormulaStyle(sink)
  await sink.add('index.html', toIndex(pack))
  if (pack.parts > 1)
    for (const part of withNeighbours(pack.listParts()))
      await sink.add(toPartName(part.current.number), toContents(pack, part))
  const added = new Set<string>()
  for (const question of withNeighbours(pack.listQuestions())) {
    const { html, images } = await renderQuestion(pack, question.current.card, form)
    for (const { name, file } of images) {
      if (!added.has(name)) await sink.addFile(`images/${name}`, file)
      added.add(name)
    }
    await sink.add(`questions/${question.current.slug}.html`, toQuestionPage(pack, question, html))
    onPage()
  }
}

/** Adds KaTeX's style sheet with its WOFF2 fonts only, which browsers prefer. */
async function addFormulaStyle(sink: PackSink) {
  const folder = path.join('node_modules', 'katex', 'dist')
  const style = readFileSync(path.join(folder, 'katex.min.css'), 'utf8')
  await sink.add('katex/katex.css', style.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ''))
  const fonts = readdirSync(path.join(folder, 'fonts')).filter((name) => name.endsWith('.woff2'))
  for (const name of fonts.sort()) await sink.addFile(`katex/fonts/${name}`, path.join(folder, 'fonts', name))
}

/** A page with its neighbours. */
type Placed<Item> = { before: Item | undefined; current: Item; after: Item | undefined }

function toIndex(pack: SubjectPack): string {
  const { subject, questions, modified } = pack
  const list = Array.from(pack.listParts(), (part) =>
    pack.parts > 1
      ? [{ href: toPartName(part.number), title: toRangeTitle(part.entries) }]
      : toQuestionLinks(part.entries),
  ).flat()
  const body = `<main>
<h1>${escapeXml(subject.title)}</h1>
${subject.description ? `<p>${escapeXml(subject.description)}</p>` : ''}
<p>${toCount(questions, 'question')} from A to Z, the last changed on ${escapeXml(modified)}.</p>
${toLinkList('Contents', list)}
</main>
<footer class="around"><p>From ${toLink(toAbsoluteUrl(toSubjectPath(subject.slug)), site.name)}</p></footer>`
  return toHtmlPage({ title: `${subject.title} – ${site.name}`, body, up: '', styles: ['style.css'] })
}

const toQuestionLinks = (entries: readonly PackEntry[]) =>
  entries.map(({ slug, title }) => ({ href: `questions/${slug}.html`, title }))

function toContents({ subject }: SubjectPack, { before, current, after }: Placed<PackPart>): string {
  const toHref = ({ number }: PackPart) => toPartName(number)
  const body = `<nav class="around" aria-label="Breadcrumb">${toLink('index.html', subject.title)}</nav>
<main>
<h1>${escapeXml(subject.title)}, part ${current.number}</h1>
${toLinkList('', toQuestionLinks(current.entries))}
</main>
<footer class="around">${toSteps(before && toLink(toHref(before), toRangeTitle(before.entries)), after && toLink(toHref(after), toRangeTitle(after.entries)))}</footer>`
  return toHtmlPage({ title: `${subject.title}, part ${current.number}`, body, up: '', styles: ['style.css'] })
}

function toQuestionPage(pack: SubjectPack, { before, current, after }: Placed<PackQuestion>, html: string): string {
  const { subject, parts } = pack
  const { card, part } = current
  const up = [{ href: '../index.html', title: subject.title }]
  if (parts > 1) up.push({ href: `../${toPartName(part)}`, title: `Part ${part}` })
  const toStep = (question: PackEntry) => toLink(`${question.slug}.html`, question.title)
  const related = pack.listRelated(card).map(({ slug, title }) => ({ href: `${slug}.html`, title }))
  const heading = toHeading(card)
  const body = `<nav class="around" aria-label="Breadcrumb">${up.map(({ href, title }) => toLink(href, title)).join(' › ')}</nav>
<main>
<h1>${escapeXml(heading)}</h1>
${html}
${toLinkList('Read next', related)}
</main>
<footer class="around">
${toSteps(before && toStep(before), after && toStep(after))}
<p>This question on ${toLink(toAbsoluteUrl(toQuestionPath(card.subject, card.slug)), site.name)}</p>
</footer>`
  const styles = html.includes('class="katex"') ? ['style.css', 'katex/katex.css'] : ['style.css']
  return toHtmlPage({ title: heading, body, up: '../', styles })
}

const toSteps = (before: string | undefined, after: string | undefined) =>
  `<p class="steps"><span>${before ? `← ${before}` : ''}</span> <span>${after ? `${after} →` : ''}</span></p>`
