/** On a page opened from a search: offers to turn off the highlights. CSS alone shows it. */
export function FoundWords() {
  return (
    <found-words>
      <search className="found-words" aria-label="Search words">
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
