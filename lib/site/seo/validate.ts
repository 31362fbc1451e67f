/** The properties each type must have, as search engines require (developers.google.com/search/docs/appearance). */
const required: Record<string, string[]> = {
  Answer: ['text'],
  Article: ['headline', 'author', 'publisher', 'datePublished', 'image', 'mainEntityOfPage'],
  BreadcrumbList: ['itemListElement'],
  CollectionPage: ['name', 'url', 'mainEntity'],
  InteractionCounter: ['interactionType', 'userInteractionCount'],
  ItemList: ['itemListElement', 'numberOfItems'],
  ListItem: ['position'],
  Organization: ['name', 'url'],
  Person: ['name', 'url'],
  ProfilePage: ['mainEntity'],
  QAPage: ['mainEntity'],
  Question: ['name', 'answerCount', 'acceptedAnswer'],
  WebSite: ['name', 'url'],
}

const addresses = new Set(['url', 'item', 'image', 'logo', 'mainEntityOfPage', 'interactionType'])
const dates = new Set(['datePublished', 'dateModified'])
const texts = new Set(['headline', 'name', 'description', 'text'])

/** What a page shows: its text, and the days of its `<time>` elements. */
export type Shown = { text: string; days: ReadonlySet<string> }

/** All problems of one structured data script on a page, a phrase each. */
export function validateData(json: string, shown: Shown): string[] {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    return [`is not valid JSON: ${(error as Error).message}`]
  }
  if (!isObject(data)) return ['is not an object']
  const problems = data['@context'] === 'https://schema.org' ? [] : ['has no @context of https://schema.org']
  return [...problems, ...validateObject(data, toLetters(shown.text), shown.days)]
}

type Data = Record<string, unknown>

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

function validateObject(data: Data, text: string, days: ReadonlySet<string>): string[] {
  const type = String(data['@type'])
  const needed = required[type]
  if (!needed) return [`has the type ${type}, which this site does not use`]
  const problems = needed.filter((name) => isEmpty(data[name])).map((name) => `${type} has no ${name}`)
  if (type === 'BreadcrumbList' || type === 'ItemList') problems.push(...validateItems(type, data.itemListElement))
  for (const [name, value] of Object.entries(data)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (isObject(part)) problems.push(...validateObject(part, text, days))
      else if (typeof part === 'string') {
        const problem = validateString(name, part, text, days)
        if (problem) problems.push(`${type}.${name} ${problem}: ${part.slice(0, 120)}`)
      }
    }
  }
  return problems
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

function validateString(name: string, value: string, text: string, days: ReadonlySet<string>): string | undefined {
  if (addresses.has(name) && !isAbsolute(value)) return 'is not an absolute address'
  if (dates.has(name)) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(Date.parse(value))) {
      return 'is not an ISO date with time and zone'
    }
    if (!days.has(value.slice(0, 10))) return 'is not a date that the page shows'
  }
  if (texts.has(name) && !isShown(name, value, text)) return 'is not shown on the page'
  return undefined
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\//.test(address) && URL.canParse(address)
}

function validateItems(type: 'BreadcrumbList' | 'ItemList', value: unknown): string[] {
  const items = Array.isArray(value) ? value.filter(isObject) : []
  const problems: string[] = []
  if (type === 'BreadcrumbList' && items.length < 2) problems.push('BreadcrumbList has fewer than two items')
  for (const [index, item] of items.entries()) {
    if (item.position !== index + 1) problems.push(`${type} item ${index + 1} has the position ${item.position}`)
    const last = index === items.length - 1
    const missing = type === 'ItemList' ? !item.url : !item.name || (!last && !item.item)
    if (missing) problems.push(`${type} item ${index + 1} lacks its name or address`)
  }
  return problems
}

/** An answer is compared word by word, as the page inserts language names of code blocks and, at the end, footnotes. */
const isShown = (name: string, value: string, text: string) =>
  (name === 'text' ? value.split(/\s+/) : [value]).every((part) => text.includes(toLetters(part)))

/**
 * Texts are compared by their letters and digits, regardless of line breaks and element boundaries; the data writes `mc²`
 * and `(a + b)/2` where the page has a formula.
 */
const toLetters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
