import { TextLink } from '@/components/layout/text-link'
import { subjectsPath } from '@/lib/core/routes'

const box = 'mt-10 border-line border-t pt-5'

/** The row of a question in a list. */
const row = '<li><a></a><small></small><button type="button" value="remove">Remove</button></li>'

/**
 * The parts of the study page, which the browser fills; empty ones stay hidden. What follows them is invisible until they are
 * filled, so that nothing shifts.
 */
export function StudyList() {
  return (
    <div className="min-h-dvh max-w-reading">
      <noscript>
        <p className="mt-6">
          This page needs JavaScript: what you practise is kept in your browser, not on the server.
        </p>
      </noscript>
      <study-list>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
        <template dangerouslySetInnerHTML={{ __html: row }} />
        <p data-part="status" role="status" tabIndex={-1} className="mt-6 min-h-9 font-semibold" />
        <p data-part="empty" hidden className="mt-2">
          Open a question, choose “Test yourself”, and grade your answer to add it here.{' '}
          <TextLink href={subjectsPath}>Choose a subject</TextLink>
        </p>
        <section data-part="due" hidden aria-labelledby="page:due">
          <h2 id="page:due" className="mt-6">
            Due today
          </h2>
          <ol />
        </section>
        <section data-part="saved" hidden aria-labelledby="page:saved" className={box}>
          <h2 id="page:saved">Saved for later</h2>
          <ul />
        </section>
        <section data-part="gone" hidden aria-labelledby="page:gone" className={box}>
          <h2 id="page:gone">No longer on this site</h2>
          <p className="text-soft">They were removed from the site, so they are no longer due.</p>
          <ul />
        </section>
        <details data-part="others" hidden className={box}>
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">Practise anyway</summary>
          <p className="text-soft">Practising a question before it is due does not change its date.</p>
          <ul />
        </details>
        <div data-part="rest" className="invisible">
          <section aria-labelledby="page:plan" className={`${box} noscript:hidden`}>
            <h2 id="page:plan">Your plan</h2>
            <form className="mt-3 flex flex-wrap gap-x-8 gap-y-4">
              <label>
                Questions a day <input name="limit" type="number" min={1} max={500} required />
              </label>
              <label>
                Exam on <input name="exam" type="date" />
              </label>
            </form>
            <p className="mt-3 text-soft">If you set an exam date, no question you grade is scheduled after it.</p>
          </section>
          <section aria-labelledby="page:kept" className={`${box} noscript:hidden`}>
            <h2 id="page:kept">Back it up, or take it with you</h2>
            <p data-part="advice" hidden className="mt-3">
              Some browsers clear what a site has stored if you do not visit it for a week. A file is safe from that.
            </p>
            <p className="mt-3 flex flex-wrap gap-3">
              <button type="button" value="save" className="button">
                Save to a file
              </button>
              <label className="button focus-within:outline-3 focus-within:outline-accent">
                Load a file
                <input type="file" accept=".json,application/json" className="sr-only" />
              </label>
              <button type="button" value="forget" className="button">
                Forget everything
              </button>
            </p>
          </section>
        </div>
      </study-list>
    </div>
  )
}
