import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'
import { toLine, toPhrases } from '../../text/wording'

export const rule: Rule = {
  name: 'chatbot-phrase',
  severity: 'error',
  expects:
    'An answer speaks to its readers, not like a chatbot to the person who asked it. (content/check.yml can add phrases.)',
  why: 'Such sentences, and the labels of a chatbot’s buttons, say nothing about the question; they show that nobody read the answer.',
  wrong: 'Sure! Here is an explanation. I hope this helps!',
  right: 'Heat is energy on its way from a warm body to a cold one.',

  *findInQuestion({ answer }, _rules, wording) {
    const { anywhere, lines } = toPhrases(wording)
    for (const { index, 0: found } of answer.prose.matchAll(anywhere)) {
      yield { at: answer.toFile(index), message: `“${found}” is what a chatbot says. Remove the sentence.` }
    }
    for (const { line, start } of listLines(answer)) {
      if (!lines.has(toLine(line))) continue
      yield {
        at: answer.toFile(start),
        message: `“${line.trim()}” is left over from a chatbot’s page. Remove it.`,
      }
    }
  },
}

function* listLines(answer: AnswerText) {
  for (const { position } of answer.list('paragraph')) {
    let start = position?.start.offset ?? 0
    for (const line of answer.prose.slice(start, position?.end.offset).split('\n')) {
      yield { line, start: start + line.search(/\S|$/) }
      start += line.length + 1
    }
  }
}
