import Database from 'libsql'

const db = new Database('/tmp/wt/benchnew/.content/bench/36000.db', { readonly: true })
const n = +process.argv[3] || 1000,
  conc = +process.argv[4] || 4,
  skip = +process.argv[5] || 0
const rows = db
  .prepare('SELECT subject, slug FROM question ORDER BY (id * 7919) % 1000003 LIMIT ? OFFSET ?')
  .all(n, skip)
const base = process.argv[2]
let i = 0
const t = performance.now()
await Promise.all(
  Array.from({ length: conc }, async () => {
    for (;;) {
      const r = rows[i++]
      if (!r) return
      const x = await fetch(`${base}/learn/${r.subject}/questions/${r.slug}`)
      await x.arrayBuffer()
      if (x.status !== 200 && !globalThis.bad) {
        globalThis.bad = 1
        console.log(x.status)
      }
    }
  }),
)
console.log(n, 'pages', ((n * 1000) / (performance.now() - t)).toFixed(1), '/s')
process.exit(0)
