/** Begins a round of questions that the page lists, and has those marked that were read. */
export function PractiseList() {
  return (
    <practise-list>
      <button type="button" className="button noscript:hidden">
        Practise ten of these
      </button>
    </practise-list>
  )
}
