/**
 * Which room may import which: docs/architecture.md draws it. Each room imports itself, what is listed here, and
 * packages; nothing else. `npm run arrows`, part of `npm run lint`, enforces it.
 */
/** @type {Record<string, string[]>} */
const rooms = {
  'lib/core': [],
  'lib/answer': ['lib/core'],
  'lib/search': ['lib/core'],
  'lib/library': ['lib/core'],
  'lib/store/schema': ['lib/core'],
  'lib/store/read': ['lib/core', 'lib/answer', 'lib/search', 'lib/library', 'lib/store/schema'],
  'lib/store/write': ['lib/core', 'lib/answer', 'lib/search', 'lib/library', 'lib/store/schema'],
  'lib/postgres': ['lib/core', 'lib/answer', 'lib/search', 'lib/library', 'lib/store/schema'],
  'lib/engine': ['lib/core', 'lib/search', 'lib/library', 'lib/store/read', 'lib/postgres'],
  'lib/compiler': ['lib/core', 'lib/answer', 'lib/search', 'lib/store/schema', 'lib/store/write'],
  'lib/check': [
    'lib/core',
    'lib/answer',
    'lib/search',
    'lib/compiler',
    'lib/store/schema',
    'lib/store/read',
    'lib/store/write',
  ],
  'lib/authoring': ['lib/core', 'lib/answer', 'lib/compiler', 'lib/store/schema', 'lib/store/read', 'lib/store/write'],
  'lib/anki': ['lib/core', 'lib/answer'],
  'lib/pack': ['lib/core', 'lib/answer', 'lib/anki', 'lib/store/schema', 'lib/store/read'],
  'lib/site': ['lib/core', 'lib/answer', 'lib/search', 'lib/library', 'lib/anki'],
  'lib/server': ['lib/core', 'lib/library'],
  components: ['lib/core'],
  app: ['components', 'lib/site', 'lib/core'],
  scripts: ['lib', 'contentlayer.config'],
  tools: ['lib', 'scripts', 'components'],
  tests: ['lib', 'scripts', 'tools', 'components', 'app'],
}

/** Where code belongs that a room may not import: shown with each refused import. */
/** @type {Record<string, string>} */
const advice = {
  'lib/core': 'lib/core imports nothing of ours: what needs another room belongs there.',
  'lib/answer': 'lib/answer turns text into HTML and knows no library: pass in what it needs, or move it to lib/site.',
  'lib/search': 'lib/search is only words and ranking: what queries a store belongs in its engine.',
  'lib/library':
    'lib/library is the interface: what implements it belongs in lib/store/read, what uses it in lib/site.',
  'lib/store/schema': 'Tables and keys know neither readers nor writers: queries belong in lib/store/read or write.',
  'lib/store/read': 'Reading never writes or compiles: what both need belongs in lib/store/schema or lib/core.',
  'lib/store/write': 'Writing takes records and knows no files: what reads files belongs in lib/compiler.',
  'lib/postgres':
    'PostgreSQL is a second engine: what both engines need belongs in lib/search, lib/library or store/schema.',
  'lib/engine':
    'lib/engine chooses an engine, and has what is common to both: queries belong in lib/store/read or lib/postgres.',
  'lib/compiler': 'The compiler turns files into records: what pages read belongs in lib/site, rules in lib/check.',
  'lib/check': 'The check reads files and the store: what it shares with lib/authoring belongs in lib/compiler.',
  'lib/authoring': 'Authoring changes files: what it shares with lib/check belongs in lib/compiler.',
  'lib/anki': 'Notes become a deck here: choosing its questions belongs in lib/site or a tool.',
  'lib/pack': 'A command makes packs from a store: what pages show of packs belongs in lib/core or lib/site.',
  'lib/site': 'Pages read the library through its interface: SQL belongs in lib/store/read, HTTP in lib/server.',
  'lib/server': 'The server is HTTP around the pages: what a page shows belongs in lib/site.',
  components: 'A component takes plain props: what it shows is read in lib/site and passed by app.',
  app: 'A page gets its data from lib/site and composes components: move the reading to lib/site.',
  scripts: 'Scripts are commands over lib.',
  tools: 'Tools use lib, scripts and components.',
  tests: 'Tests use everything but other tests’ files.',
}

/** @param {string} room */
const toPattern = (room) => `^${room.replaceAll('/', '\\/')}(/|\\.|$)`

/**
 * Types cost nothing at run time, so components may import the types of the data that they show, and search the types of
 * what it finds.
 *
 * @type {Record<string, string[]>}
 */
const typesFrom = { components: ['lib/site', 'lib/answer', 'lib/library'], 'lib/search': ['lib/library'] }

const roomRules = Object.entries(rooms).flatMap(([room, allowed]) => {
  const own = [room, ...allowed].map(toPattern)
  const comment = `${room} may import ${allowed.join(', ') || 'nothing of ours'}. ${advice[room]}`
  const from = { path: toPattern(room) }
  const ours = '^(app|components|lib|scripts|tools|tests)/'
  const types = typesFrom[room]?.map(toPattern) ?? []
  return [
    {
      name: `arrows-of-${room}`,
      comment,
      severity: 'error',
      from,
      to: { path: ours, pathNot: [...own, ...types] },
    },
    ...(types.length > 0
      ? [
          {
            name: `types-only-into-${room}`,
            comment: `${comment} Types alone (import type) may come from ${typesFrom[room]?.join(', ')}.`,
            severity: 'error',
            from,
            to: { path: types, dependencyTypesNot: ['type-only'] },
          },
        ]
      : []),
  ]
})

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'no-cycle-between-files',
      comment: 'Files that import each other can only be understood together: move what both need into a third.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-stores-touch-sqlite',
      comment: 'SQL belongs in lib/store, the check’s index, a deck for Anki, or what a tool keeps for itself.',
      severity: 'error',
      from: { pathNot: '^(lib/store|lib/check/index|lib/anki|tools|tests)/' },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'only-the-engine-touches-postgresql',
      comment: 'SQL for PostgreSQL belongs in lib/postgres.',
      severity: 'error',
      from: { pathNot: '^(lib/postgres|tools|tests)/' },
      to: { path: 'node_modules/(@types/)?pg(-copy-streams)?/' },
    },
    {
      name: 'every-file-in-a-room',
      comment: 'This folder is not a room of rooms.config.mjs: put the file into one, or add the room with its arrows.',
      severity: 'error',
      from: {},
      to: { path: '^lib/', pathNot: Object.keys(rooms).map(toPattern) },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|node_modules|\\.contentlayer)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
}
