import { highlightKey } from '@/lib/core/routes'

/** On a page that somebody came to from a search: highlights the words, and offers to stop. */
export function showFoundWords() {
  let clear = () => {}
  async function update() {
    clear()
    const words = readWords(location.hash)
    if (words.length === 0) return
    const { highlightWords } = await import('./highlight-words')
    clear()
    const highlighted = highlightWords(words)
    if (highlighted.places === 0) return
    const bar = createBar(`${highlighted.places} × `, words.join(' '), () => {
      clear()
      history.replaceState(history.state, '', location.pathname)
    })
    document.querySelector('main')?.append(bar)
    clear = () => {
      highlighted.clear()
      bar.remove()
    }
  }
  update()
  addEventListener('hashchange', update)
}

function createBar(count: string, words: string, stop: () => void): HTMLElement {
  const bar = document.createElement('search')
  bar.className = 'found-words'
  bar.ariaLabel = 'Searched words'
  const line = document.createElement('p')
  const bold = document.createElement('b')
  bold.textContent = words
  line.append(count, bold)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = 'Turn off highlights'
  button.addEventListener('click', stop)
  bar.append(line, button)
  return bar
}

/** The words of `#find=first+second`; none for every other fragment. */
function readWords(hash: string): string[] {
  if (!hash.startsWith(`#${highlightKey}=`)) return []
  try {
    return hash
      .slice(highlightKey.length + 2)
      .split('+')
      .map(decodeURIComponent)
      .filter(Boolean)
  } catch {
    return []
  }
}
