import { toSlug } from '@/lib/core/names'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'subject-name',
  severity: 'warning',
  expects: '“subject” is the name of the subject in whose folder the file is.',
  why: 'The folder is what counts. A different name means that the file is in the wrong folder or was copied.',
  wrong: 'subject: Chemistry                (in content/learn/physics)',
  right: 'subject: Physics',

  *findInQuestion(file) {
    const subject = file.getText('subject')
    if (!subject || toSlug(subject) === file.key.subject) return
    const message = `“subject” says ${subject}, but the file is in the folder ${file.key.subject}. Change the field or move the file.`
    yield { at: file.startOf('subject'), message }
  },
}
