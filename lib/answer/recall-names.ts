import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { getFirstWords, withoutColon } from './points'
import { areOfSolution } from './solutions'

/** A number that a heading begins with: a list of points has its own. */
export const leadingNumber = /^\d+[.)]\s+/

/** What frames an answer and is no part of it. */
const frame =
  /^(?:(?:in |final |brief |quick |key |further |additional )?(?:introduction|overview|background|conclusions?|concluding remarks|summary(?: table| of .+)?|recap|takeaways?|notes?|references?|sources?|reading|resources|see also|answer|solution|thoughts)|hints?(?: \d+)?|(?:exercise|problem)s? \d+\w?|footnotes|check yourself|yes|no|true|false|warning|important|tip)$/i
const example = /^(?:worked |practical )?examples?(?: \S+|:.*)?$/i

/** What is beside the point in most answers: an example of something, a mistake. */
const aside =
  /^(?:examples? (?:of|with|for|in|using|from)\b|(?:an?|the|one|two|three) (?:worked )?(?:example|mistake|error|caution)s?$|(?:an? |the |two |three )?(?:common|usual) (?:mistake|error|misconception|pitfall)s?$)|\bof the example$/i

/** What says only that points follow. */
const lead = /^(?:final |key |further |additional )?(?:steps|points)$/i

/** How a paragraph begins that says again what was said. */
const closing = /^(?:in (?:summary|conclusion|short|essence)|overall|ultimately|to (?:summarize|sum up|conclude))\b/i

const exampleLead = /^(?:for|as an) (?:example|instance)\b.*:$/is

/** Bold words that name no thing. */
const label =
  /^(?:(?:step|part|point|stage|phase|case|reason|option|row|column|rule|method|level|premise)\s)?(?:\d+|[a-z]|[ivx]+)?[.):]?$/i

/** What an answer to any question may have. */
const common =
  /^(?:definitions?|meaning|properties|characteristics|features|types|examples?|uses|applications?|importance|significance|purpose|history|description|explanation|formulas?|notation|advantages|disadvantages|benefits)$/i

/** Pictures that some begin a heading with, such as ✅. */
const leadingPicture = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d|\ufe0f)+\s*/u

/** What a heading, an item or a paragraph is called: its bold words, or all. */
const toName = (element: Element) =>
  withoutColon(
    toText(getFirstWords(element) ?? element)
      .trim()
      .replace(leadingPicture, '')
      .replace(leadingNumber, ''),
  )

export const isExample = (element: Element) => example.test(toName(element))

/** Whether a heading is no point among others. */
export const isAside = (heading: Element) => aside.test(toName(heading))

export const isLead = (element: Element) => lead.test(toName(element))

/** Whether something is no part of an answer by its name, but introduces, shows or ends it. */
export const isFrame = (element: Element) =>
  isLead(element) || isExample(element) || frame.test(toName(element)) || areOfSolution(toName(element))

export const isClosing = (paragraph: Element) => closing.test(toText(paragraph).trim())

/** Whether the list after a paragraph is of an example. */
export const leadsToExample = (paragraph: Element) =>
  paragraph.tagName === 'p' && exampleLead.test(toText(paragraph).trim())

/** Whether bold words are a label such as “Step 1”, which does not say what it labels. */
export const isLabel = (words: Element) => label.test(toText(words).trim())

/** Whether a name says nothing of the question, such as “Definition”. */
export const isCommon = (name: string) => common.test(name)
