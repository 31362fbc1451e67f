/** Begins a round of questions that the page lists, and has those marked that were read. */
export function PractiseList() {
  return (
    <practise-list>
      <p className="mb-4 noscript:hidden print:hidden">
        <button type="button" className="button">
          Practise ten of these
        </button>
      </p>
    </practise-list>
  )
}
