/**
 * Calls back when what is stored, or the day, may be another than what the page shows: somebody comes back to it, by
 * history or from another tab, or another tab stored something. Gives what ends that.
 */
export function whenShownAgain(show: () => void): AbortController {
  const ending = new AbortController()
  const listen = (event: Event & { persisted?: boolean }) => {
    // A page that is only now loaded shows itself.
    if (event.persisted !== false && !document.hidden) show()
  }
  // The options are the controller, whose signal is all that is read of them.
  for (const type of ['pageshow', 'visibilitychange', 'storage']) addEventListener(type, listen, ending)
  return ending
}
