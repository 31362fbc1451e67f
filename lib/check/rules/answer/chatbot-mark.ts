import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { hasOneOf } from '../../text/match-if-contains'

const mark =
  /[ ]?:?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?|[ ]?【\d{1,3}(?::\d{1,3})?†[^】\n]{0,80}】|[ ]?[[(]oaicite:\d{1,3}[\])]|<\/?think(?:ing)?>|<\/?antArtifact\b[^>\n]{0,200}>|<grok:render\b[^>\n]{0,200}>(?:\d{0,3}<\/grok:render>)?|(?<=^|[\n\0])[A-Za-z+#]{1,20}Copy code(?=[\n\0]|$)|[ ]?\[oai_citation:[^\]\n]{1,80}\]|oai_citation:\d{1,3}‡[^\n\0]{0,80}|\[cite_start\][ ]?|[ ]?\[cite(?:_end|: ?\d{1,3}(?:, ?\d{1,3}){0,20})\]|[ ]?(?:cite|filecite|navlist|image_group)?(?:turn\d{1,3}(?:search|view|news|image|file|fetch)\d{1,3})+|<\|(?:endoftext|im_start|im_end)\|>|[ ]?\[(?:attached_file|web|file):\d{1,3}\]|(?<=[.!?]["”’)]? ?[\n\0]+)[A-Z]{5,20}(?=\n*$)/g

const signs = ['oaicite', 'oai_citation', '†', '<', 'Copy code', 'turn', '[attached_file:', '[web:', '[file:', '[cite']

/** The label of a source as the last word of an answer; chatbots write it in capital letters. */
const label = /[A-Z]{5}\n*$/

/** What these enclose may be the answer or not meant for readers either: a person has to decide. */
const enclosing = /^<\/?(?:think|antArtifact)|^<grok:render[^>]*>$/

export const rule: Rule = {
  name: 'chatbot-mark',
  severity: 'error',
  fix: 'removes them',
  expects: 'No marks from a chatbot are left, such as contentReference[oaicite:0].',
  why: 'They refer to sources that only the chatbot knew, and mean nothing to readers.',
  wrong: 'Heat flows. :contentReference[oaicite:0]{index=0}',
  right: 'Heat flows.',

  *findInQuestion(file) {
    const { answer } = file
    const { prose } = answer
    if (!hasOneOf(prose, signs) && !label.test(prose)) return
    for (const { index, 0: found } of prose.matchAll(mark)) {
      const at = answer.toFile(index + (found.length - found.trimStart().length))
      if (enclosing.test(found)) {
        const message = `${found} is left over from a chatbot. Remove it, and what it encloses unless that is part of the answer.`
        yield { at, message }
        continue
      }
      const message = `${found.trim()} is left over from a chatbot. Remove it, and name the source if there is one.`
      // Of a link, nothing visible would be left.
      const isLink = found.startsWith('oai_citation')
      const fix = isLink ? undefined : toAllEdits([toPlainEdit(file, index, index + found.length, '')])
      yield { at, message, fix }
    }
  },
}
