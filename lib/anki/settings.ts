import { site } from '@/lib/core/site'

/** The day from which Anki counts, and the value of all other times: fixed, so that the same deck has the same bytes. */
export const begin = 1_600_000_000

/** The id of the note type, which all decks of the site share. */
export const modelId = begin * 1_000 + 11

const fields = ['Question', 'Points', 'Answer', 'Link']

const css = `.card { font-family: Georgia, serif; font-size: 19px; line-height: 1.5; max-width: 42em; margin: 0 auto; padding: 0 1em; }
.question { font-weight: 600; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: 0.2em 0.5em; }
summary { cursor: pointer; margin: 1em 0; }
.link { margin-top: 1.5em; font-size: 14px; }`

const question = '<div class="question">{{Question}}</div>'

const answer = `{{FrontSide}}<hr id="answer">
{{#Points}}{{Points}}<details><summary>Whole answer</summary>{{Answer}}</details>{{/Points}}
{{^Points}}{{Answer}}{{/Points}}
<div class="link">{{Link}}</div>`

/** The settings of a collection as JSON, by the columns of its only row. */
export const toSettings = (deck: { id: number; name: string }) => ({
  conf: JSON.stringify({
    ...{ activeDecks: [deck.id], curDeck: deck.id, curModel: modelId, newSpread: 0, collapseTime: 1200, timeLim: 0 },
    ...{ estTimes: true, dueCounts: true, nextPos: 1, sortType: 'noteFld', sortBackwards: false, addToCur: true },
    dayLearnFirst: false,
  }),
  models: JSON.stringify({
    [modelId]: {
      ...{ id: modelId, name: `${site.name} question`, type: 0, mod: begin, usn: -1, sortf: 0, did: deck.id, css },
      ...{ latexPre: '', latexPost: '', tags: [], vers: [], req: [[0, 'all', [0]]] },
      flds: fields.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
      tmpls: [{ name: 'Recall', ord: 0, qfmt: question, afmt: answer, did: null, bqfmt: '', bafmt: '' }],
    },
  }),
  decks: JSON.stringify({ 1: toDeck(1, 'Default'), [deck.id]: toDeck(deck.id, deck.name) }),
  dconf: JSON.stringify({ 1: options }),
})

const toDeck = (id: number, name: string) => ({
  ...{ id, name, mod: begin, usn: -1, desc: '', dyn: 0, conf: 1, collapsed: false, browserCollapsed: false },
  ...{ extendNew: 10, extendRev: 50, newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] },
})

/** Anki's defaults: an import does not change a learner's own. */
const options = {
  ...{ id: 1, name: 'Default', mod: 0, usn: 0, maxTaken: 60, autoplay: true, timer: 0, replayq: true, dyn: false },
  new: { delays: [1, 10], ints: [1, 4, 7], initialFactor: 2500, order: 1, perDay: 20, bury: false, separate: true },
  rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, minSpace: 1, ivlFct: 1, maxIvl: 36500, bury: false },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
}
