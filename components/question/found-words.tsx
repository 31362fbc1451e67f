/** On a page that somebody came to from a search: offers to stop highlighting the words. Style alone shows it. */
export function FoundWords() {
  return (
    <found-words>
      <search className="found-words" aria-label="Searched words">
        <p>
          <span /> × <b />
        </p>
        <button type="button" className="button">
          Turn off highlights
        </button>
      </search>
    </found-words>
  )
}
