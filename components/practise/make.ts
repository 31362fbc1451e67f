/** An element from our own markup, which must not contain anybody else's text. */
export function make<T extends HTMLElement>(markup: string): T {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content.firstElementChild as T
}
