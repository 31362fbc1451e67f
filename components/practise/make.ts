/** Elements of a markup of ours, which holds no text of others. */
export function make<T extends HTMLElement>(markup: string): T {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content.firstElementChild as T
}
