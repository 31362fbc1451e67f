import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { getFirstWords, withoutColon } from './points'
import { areOfSolution } from './solutions'

/** The number that a heading begins with: a list of points has its own numbers. */
export const leadingNumber = /^\d+[.)]\s+/

/** Names of parts that frame an answer without being part of it. */
const frame =
  /^(?:(?:in |final |brief |quick |key |further |additional )?(?:introduction|overview|background|conclusions?|concluding remarks|summary(?: table| of .+)?|recap|takeaways?|notes?|references?|sources?|reading|resources|see also|answer|solution|thoughts)|hints?(?: \d+)?|(?:exercise|problem)s? \d+\w?|footnotes|check yourself|yes|no|true|false|warning|important|tip)$/i
const example = /^(?:worked |practical )?examples?(?: \S+|:.*)?$/i

/** Names of parts that are beside the point in most answers: an example of something, a mistake. */
const aside =
  /^(?:examples? (?:of|with|for|in|using|from)\b|(?:an?|the|one|two|three) (?:worked )?(?:example|mistake|error|caution)s?$|(?:an? |the |two |three )?(?:common|usual) (?:mistake|error|misconception|pitfall)s?$)|\bof the example$/i

/** A name that only says that points follow. */
const lead = /^(?:final |key |further |additional )?(?:steps|points)$/i

/** The beginning of a paragraph that repeats what was said. */
const closing = /^(?:in (?:summary|conclusion|short|essence)|overall|ultimately|to (?:summarize|sum up|conclude))\b/i

const exampleLead = /^(?:for|as an) (?:example|instance)\b.*:$/is

/** Bold words that label something without naming it. */
const label =
  /^(?:(?:step|part|point|stage|phase|case|reason|option|row|column|rule|method|level|premise)\s)?(?:\d+|[a-z]|[ivx]+)?[.):]?$/i

/** Names that may occur in the answer to any question. */
const common =
  /^(?:definitions?|meaning|properties|characteristics|features|types|examples?|uses|applications?|importance|significance|purpose|history|description|explanation|formulas?|notation|advantages|disadvantages|benefits)$/i

/** Emoji at the beginning of a heading, such as ✅. */
const leadingPicture = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d|\ufe0f)+\s*/u

/** The name of a heading, an item or a paragraph: its bold words, or all of it. */
const toName = (element: Element) =>
  withoutColon(
    toText(getFirstWords(element) ?? element)
      .trim()
      .replace(leadingPicture, '')
      .replace(leadingNumber, ''),
  )

export const isExample = (element: Element) => example.test(toName(element))

/** Whether a heading is an aside, and not one of the points. */
export const isAside = (heading: Element) => aside.test(toName(heading))

export const isLead = (element: Element) => lead.test(toName(element))

/** Whether, by its name, something only introduces, illustrates or ends an answer. */
export const isFrame = (element: Element) =>
  isLead(element) || isExample(element) || frame.test(toName(element)) || areOfSolution(toName(element))

export const isClosing = (paragraph: Element) => closing.test(toText(paragraph).trim())

/** Whether the list after a paragraph belongs to an example. */
export const leadsToExample = (paragraph: Element) =>
  paragraph.tagName === 'p' && exampleLead.test(toText(paragraph).trim())

/** Whether bold words are a label such as “Step 1”, which says nothing by itself. */
export const isLabel = (words: Element) => label.test(toText(words).trim())

/** Whether a name says nothing about the question, such as “Definition”. */
export const isCommon = (name: string) => common.test(name)
