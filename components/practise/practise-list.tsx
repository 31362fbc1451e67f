/** Starts a round of questions from the page's list, and marks those that were read. */
export function PractiseList() {
  return (
    <practise-list>
      <button type="button" className="button noscript:hidden">
        Practise ten of these
      </button>
    </practise-list>
  )
}
