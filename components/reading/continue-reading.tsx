/** What the reader visited last. The browser fills it in; its space is reserved, so nothing shifts. */
export function ContinueReading() {
  return (
    <continue-reading>
      <section
        aria-labelledby="page:continue"
        className="continue mt-6 rounded-box border border-line bg-card p-4 pb-1 sm:px-5"
      >
        <h2 id="page:continue" className="subject-name">
          Continue
        </h2>
        <p className="line-clamp-2 min-h-[2lh] font-title text-xl leading-snug lg:line-clamp-1 lg:min-h-[1lh]" />
        <details className="invisible text-md">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">Visited before</summary>
          <ul className="links:block links:py-2" />
          <button type="button" className="button my-2">
            Forget these
          </button>
        </details>
      </section>
    </continue-reading>
  )
}
