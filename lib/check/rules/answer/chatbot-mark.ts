import { toAllEdits, toPlainEdit } from '../../question/plain-edit'
import type { Rule } from '../../rule'
import { matchSigned } from '../../text/match-signed'

const mark =
  /[ ]?:?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?|[ ]?【\d{1,3}(?::\d{1,3})?†[^】\n]{0,80}】|[ ]?\[oaicite:\d{1,3}\]|<\/?think(?:ing)?>|(?<=^|[\n\0])[A-Za-z+#]{1,20}Copy code(?=[\n\0]|$)|[ ]?\[oai_citation:[^\]\n]{1,80}\]|[ ]?(?:cite|filecite|navlist|image_group)?(?:turn\d{1,3}(?:search|view|news|image|file|fetch)\d{1,3})+|<\|(?:endoftext|im_start|im_end)\|>|[ ]?\[(?:attached_file|web|file):\d{1,3}\]/g

const signs = ['oaicite', 'oai_citation', '†', '<', 'Copy code', 'turn', '[attached_file:', '[web:', '[file:']

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
    for (const { index, 0: found } of matchSigned(answer.prose, signs, mark)) {
      const at = answer.toFile(index + (found.length - found.trimStart().length))
      const message = `${found.trim()} is left over from a chatbot. Remove it, and name the source if there is one.`
      yield { at, message, fix: toAllEdits([toPlainEdit(file, index, index + found.length, '')]) }
    }
  },
}
