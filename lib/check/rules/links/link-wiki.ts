import GithubSlugger from 'github-slugger'
import { toPlainLine } from '@/lib/answer/title'
import type { Match } from '@/lib/core/finding'
import { toAddress } from '../../library/addresses'
import type { CheckedFiles, KnownQuestion } from '../../library/checked-files'
import type { Reference } from '../../question/cross-file-facts'
import { readWikiLink } from '../../question/wiki-links'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'link-wiki',
  severity: 'warning',
  fix: 'writes a link, if only one question has that title or name',
  expects: 'Links and images are written in Markdown, not as [[name]] or ![[image]].',
  why: 'Readers see the brackets.',
  wrong: 'See [[What is heat?]] and [[what-is-heat|the basics]].',
  right: 'See [What is heat?](/learn/physics/questions/what-is-heat).',

  *findInLibrary({ facts }, files) {
    for (const link of facts.wikiLinks) yield { at: link, ...toRemedy(link, files) }
  },
}

function toRemedy({ text, start, end }: Reference, files: CheckedFiles): Omit<Match, 'at'> {
  if (text.startsWith('!')) {
    const message = `${text} is shown as it is. Put an image into public/images, and write ![what it shows](/images/…).`
    return { message }
  }
  const { target, anchor, words } = readWikiLink(text)
  const [found, ...others] = findQuestions(target, files)
  if (!found || others.length > 0) {
    const many = others.length > 0 ? `${others.length + 1} questions go by this name` : 'no question goes by this name'
    const message = `${text} is shown as it is, and ${many}. Write [words](/learn/<subject>/questions/<name>), or the words alone.`
    return { message }
  }
  const heading = anchor === '' ? '' : `#${new GithubSlugger().slug(anchor)}`
  const link = `[${words ?? escapeMarks(toPlainLine(found.facts.title))}](${toAddress(found)}${heading})`
  const message = `${text} is shown as it is. Write ${link}.`
  return { message, ...(end !== undefined && { fix: [{ start, end, text: link }] }) }
}

/** The questions with a name or, if there are none, with a title. */
function findQuestions(target: string, files: CheckedFiles): KnownQuestion[] {
  const name = target.replace(/\.md$/, '').replace(/^.*\//, '')
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
  const named = slug === '' ? [] : files.listBySlug(slug)
  return named.length > 0 ? named : files.listTitled(name)
}

const escapeMarks = (title: string) => title.replace(/[\\[\]*_`<>]/g, '\\$&')
