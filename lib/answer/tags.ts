import type { Construct, Extension, State } from 'micromark-util-types'
import { emptyComment } from './comments'

/** The tags that work as on GitHub, without attributes; all other HTML is text. */
const tag = /^<(?:br\s*\/?|\/?(?:sub|sup|kbd|details|summary)\s*)>$/i
const blockTag = /^<\/?(?:details|summary)\s*>$/i

const longestTag = 16

/** Reads what matches `pattern` from `<` to `>` and gives it a type of token. */
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

/** A comment that is alone in its line. */
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

/** A line that begins with `<details>`, `<summary>` or their ends is a paragraph by itself; its text is parsed. */
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
      // What an underline looks for, which makes a heading of the line.
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

/** A text without the tags that work; a line break is a space. */
export const withoutTags = (text: string) =>
  text.includes('<')
    ? text.replace(/<br\s{0,9}\/?>/gi, ' ').replace(/<\/?(?:sub|sup|kbd|details|summary)\s{0,9}>/gi, '')
    : text
