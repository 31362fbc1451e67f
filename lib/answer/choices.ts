import type { Element, ElementContent, Root } from 'hast'
import { walkElements } from './walk'

/**
 * Turns each task list with exactly one ticked item into a multiple-choice question: opening a choice shows whether it is
 * right.
 */
export function makeChoices(tree: Root) {
  walkElements(tree, (list) => {
    if (!isChoiceList(list)) return
    list.tagName = 'ol'
    list.properties = { className: ['choices'] }
    for (const item of listItems(list)) makeChoice(item)
  })
}

/** Whether a list has several items, all with checkboxes, exactly one of them ticked. */
export function isChoiceList(list: Element): boolean {
  if (list.tagName !== 'ul' && list.tagName !== 'ol') return false
  const boxes = listItems(list).map(getBox)
  return boxes.length > 1 && boxes.every(Boolean) && boxes.filter((box) => box?.properties.checked).length === 1
}

const listItems = ({ children }: Element) => children.filter((item): item is Element => item.type === 'element')

/** The checkbox that an item begins with; in a loose list it is in the item's first paragraph. */
function getBox(item: Element): Element | undefined {
  const [first] = listItems(item)
  if (first?.tagName === 'p') return getBox(first)
  return first?.tagName === 'input' ? first : undefined
}

const blocks = new Set(['p', 'ul', 'ol', 'pre', 'blockquote', 'table'])

function makeChoice(item: Element) {
  const isRight = getBox(item)?.properties.checked === true
  const [first] = listItems(item)
  const children =
    first?.tagName === 'p'
      ? [...first.children, ...item.children.slice(item.children.indexOf(first) + 1)]
      : item.children
  const words = children.slice(children.findIndex((node) => node.type === 'element' && node.tagName === 'input') + 1)
  const end = words.findIndex((node) => node.type === 'element' && blocks.has(node.tagName))
  const choice = end === -1 ? words : words.slice(0, end)
  const reason = end === -1 ? [] : words.slice(end)
  item.properties = {}
  item.children = [
    toElement('details', isRight ? 'right' : 'wrong', [
      toElement('summary', undefined, choice),
      toElement('p', 'verdict', [{ type: 'text', value: isRight ? 'Right.' : 'Not right.' }]),
      ...reason,
    ]),
  ]
}

const toElement = (tagName: string, name: string | undefined, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: name === undefined ? {} : { className: [name] },
  children,
})
