import type { Construct, Extension, State } from 'micromark-util-types'
import { emptyComment } from './comments'

/** The tags that work as on GitHub, but without attributes; all other HTML is text. */
const tag = /^<(?:br\s*\/?|\/?(?:sub|sup|kbd|details|summary)\s*)>$/i
const blockTag = /^<\/?(?:details|summary)\s*>$/i

const longestTag = 16

/** A construct for text from `<` to `>` that matches `pattern`; `type` is the type of its token. */
const createTag = (name: string, pattern: RegExp, type: 'htmlText' | 'htmlFlow'): Construct => ({
  name,
  tokenize(effects, ok, nok) {
    let written = ''
    const inside: State = (code) => {
      if (code === null || code < 0 || written.length === longestTag) return nok(code)
      effects.consume(code)
      written += String.fromCharCode(code)
      return code === 62 ? after : inside
    }
    const after: State = (code) => {
      if (!pattern.test(written)) return nok(code)
      effects.exit(`${type}Data`)
      effects.exit(type)
      return ok(code)
    }
    return (code) => {
      effects.enter(type)
      effects.enter(`${type}Data`)
      return inside(code)
    }
  },
})

const inText = createTag('harmlessTag', tag, 'htmlText')
const lineBegin = createTag('blockTag', blockTag, 'htmlFlow')
const comment = createTag('emptyComment', new RegExp(`^${emptyComment}$`), 'htmlFlow')

/** A comment that is alone on its line. */
const commentLine: Construct = {
  name: 'commentLine',
  tokenize(effects, ok, nok) {
    const after: State = (code) => {
      if (code === null || (code > -6 && code < -2)) return ok(code)
      return nok(code)
    }
    return effects.attempt(comment, after, nok)
  },
}

/** A line that begins with a `<details>` or `<summary>` tag is a paragraph of its own; its text is parsed. */
const tagLine: Construct = {
  name: 'tagLine',
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (code !== null && !(code > -6 && code < -2)) {
        effects.consume(code)
        return inside
      }
      effects.exit('chunkText')
      effects.exit('paragraph')
      effects.exit('content')
      return ok(code)
    }
    const open: State = (code) => {
      // The setext underline, which turns a line into a heading, expects these tokens.
      effects.enter('content')
      effects.enter('paragraph')
      effects.enter('chunkText', { contentType: 'text' })
      return inside(code)
    }
    return effects.check(lineBegin, open, nok)
  },
}

/** Markdown with the tags that work as on GitHub, and with empty comments, as `html` nodes. */
export const harmlessTags = (): Extension => ({ text: { 60: inText }, flow: { 60: [commentLine, tagLine] } })

/** A text without these tags; `<br>` becomes a space. */
export const withoutTags = (text: string) =>
  text.includes('<')
    ? text.replace(/<br\s{0,9}\/?>/gi, ' ').replace(/<\/?(?:sub|sup|kbd|details|summary)\s{0,9}>/gi, '')
    : text
