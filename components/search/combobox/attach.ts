import { toCount } from '@/lib/core/counted-noun'
import { escapeHtml } from '@/lib/core/escape-html'
import { toHighlightedPath, toSearchPath } from '@/lib/core/search-paths'
import { createListbox, type Option } from './listbox'
import { createSearcher, type SearchAnswer } from './newest-answer'
import { forgetSearches, listRecent, listRecentBegun, rememberSearch } from './recent-searches'

const fromCharacter = 2
const resultsShown = 6

/** Makes the form of a search field show results as the visitor types. */
export function attachCombobox(input: HTMLInputElement) {
  const form = input.form as HTMLFormElement
  const listbox = createListbox(form, input)
  const subject = form.querySelector<HTMLInputElement>('input[name=subject]')?.value
  const searcher = createSearcher(subject, show)

  function show(text: string, answer: SearchAnswer) {
    if (answer.error !== undefined) return listbox.open([], { line: answer.error, spoken: answer.error })
    const remember = () => rememberSearch(text)
    const subjects = answer.subjects.map(
      ({ title, url }): Option => ({
        html: `<b>${escapeHtml(title)}</b><small>Subject</small>`,
        href: url,
        choose: remember,
      }),
    )
    const topics = answer.topics.map(
      ({ title, subject, url }): Option => ({
        html: `<b>${escapeHtml(title)}</b><small>Topic in ${escapeHtml(subject)}</small>`,
        href: url,
        choose: remember,
      }),
    )
    const recent = subject ? [] : listRecentBegun(text).map(toRecent)
    const pages = [...recent, ...subjects, ...topics]
    const results = answer.results.slice(0, resultsShown).map(
      ({ title, subject, url, excerpt }): Option => ({
        html: `<b>${escapeHtml(title)}</b><small>${escapeHtml(subject)}</small><span>${excerpt}</span>`,
        href: toHighlightedPath(url, answer.words),
        choose: remember,
      }),
    )
    const all: Option = {
      html: `All results for “${escapeHtml(text)}”`,
      href: toSearchPath(text, subject),
      choose: remember,
    }
    const instead = answer.corrected === null ? '' : `Searched for “${answer.corrected}”`
    listbox.open(results.length > 0 ? [...pages, ...results, all] : pages, {
      line: results.length + pages.length > 0 ? instead : 'No questions found',
      spoken: `${instead ? `${instead}. ` : ''}${subjects.length > 0 ? `${toCount(subjects.length, 'subject')}. ` : ''}${toSpoken(answer, results.length)}`,
    })
  }

  function showRecent() {
    const recent = listRecent().map((text): Option => ({ html: escapeHtml(text), href: toSearchPath(text) }))
    const forget: Option = {
      html: '<small>Forget these searches</small>',
      choose: () => {
        forgetSearches()
        listbox.open([], { spoken: 'Forgotten' })
      },
    }
    if (recent.length === 0) return listbox.open([], { spoken: '' })
    listbox.open([...recent, forget], { line: 'Recent searches', spoken: `${recent.length} recent searches` })
  }

  function update() {
    const text = input.value.trim()
    if (text.length >= fromCharacter) searcher.search(text)
    else {
      searcher.stop()
      showRecent()
    }
  }

  input.addEventListener('input', () => {
    listbox.leave()
    update()
  })
  input.addEventListener('focus', update)
  input.addEventListener('click', () => !listbox.isOpen() && update())
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (listbox.isOpen()) listbox.move(event.key === 'ArrowDown' ? 1 : -1)
      else update()
    } else if (event.key === 'Enter') {
      const active = listbox.active()
      if (active) event.preventDefault()
      active?.click()
    } else if (event.key === 'Escape' && listbox.isOpen()) {
      event.preventDefault()
      close()
    }
  })
  form.addEventListener('submit', () => rememberSearch(input.value))
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close()
  })
  if (document.activeElement === input) update()

  function close() {
    searcher.stop()
    listbox.close()
  }
}

const toRecent = (text: string): Option => ({
  html: `${escapeHtml(text)} <small>Searched before</small>`,
  href: toSearchPath(text),
})

function toSpoken({ total, capped }: SearchAnswer, shown: number): string {
  if (total === 0) return 'No questions found'
  const count = `${capped ? 'More than ' : ''}${total} ${total === 1 ? 'question' : 'questions'} found`
  return total > shown ? `${count}, the first ${shown} are shown` : count
}
