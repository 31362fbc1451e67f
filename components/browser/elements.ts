/** The site's custom elements by tag. Each module defines its element when it is loaded. */
const elements = {
  'add-cards': () => import('@/components/sheet/add-cards.element'),
  'continue-reading': () => import('@/components/reading/continue-reading.element'),
  'copy-button': () => import('@/components/question/copy-button.element'),
  'found-words': () => import('@/components/question/found-words.element'),
  'practise-list': () => import('@/components/practise/practise-list.element'),
  'reading-settings': () => import('@/components/layout/reading-settings.element'),
  'search-field': () => import('@/components/search/search-field.element'),
  'self-test': () => import('@/components/practise/self-test.element'),
  'study-list': () => import('@/components/practise/practise'),
  'table-of-contents': () => import('@/components/question/table-of-contents.element'),
}

export type ElementTag = keyof typeof elements

/** Loads the custom elements whose tags are on the page. */
export function loadElements() {
  for (const [tag, load] of Object.entries(elements)) if (document.querySelector(tag)) load()
}
