/**
 * Calls `show` when stored data or the date may differ from what the page shows: the visitor returns to it, by history or
 * from another tab, or another tab stored something. Aborting the returned controller stops that.
 */
export function whenShownAgain(show: () => void): AbortController {
  const ending = new AbortController()
  const listen = (event: Event & { persisted?: boolean }) => {
    // A `pageshow` with `persisted: false` is the first load, which renders by itself.
    if (event.persisted !== false && !document.hidden) show()
  }
  // The controller serves as the options: only its `signal` is read.
  for (const type of ['pageshow', 'visibilitychange', 'storage']) addEventListener(type, listen, ending)
  return ending
}
