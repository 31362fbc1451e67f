/** Saves all questions of the page for later. */
export function AddCards() {
  return (
    <add-cards>
      <button type="button" className="button noscript:hidden">
        Add all to Study
      </button>
      <span role="status" />
    </add-cards>
  )
}
