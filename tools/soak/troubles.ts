import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/tools/corpus/random'
import { compileAll, startCompile } from './compiles'
import { breaks, type SoakLibrary } from './soak-library'
import type { SoakedSite } from './soaked-site'

/** What troubles act on. */
export type SoakTarget = { library: SoakLibrary; site: SoakedSite; random: Random }

/** Something that happens to servers. Throws an error if the site does not survive it as promised. */
export type Trouble = { name: string; make: (soaked: SoakTarget) => Promise<void> }

/** How many files one edit changes. */
const someFiles = 20

/** How long a compile runs at most before it is killed, in ms, so that it is caught reading, writing or just finished. */
const longestCompile = 1_500

/** Every trouble ends with this: an edit is compiled, and shown. */
async function publishEdit({ library, site }: SoakTarget) {
  const edit = library.edit(someFiles)
  await compileAll(library)
  await site.waitUntilShown(edit)
}

const killedCompile: Trouble = {
  name: 'a compile killed midway',
  async make(soaked) {
    soaked.library.edit(someFiles)
    const { child, ended } = startCompile(soaked.library)
    await Promise.race([ended, sleep(soaked.random.below(longestCompile))])
    child.kill('SIGKILL')
    await ended
    await publishEdit(soaked)
  },
}

const fullDisk: Trouble = {
  name: 'a full disk',
  async make(soaked) {
    const { library, site } = soaked
    const before = library.edit(someFiles)
    await compileAll(library)
    library.edit(someFiles)
    const { code, said } = await startCompile(library, 'full').ended
    if (code !== 2 || !said.includes('Free some disk space.')) {
      throw new Error(`A compile on a full disk ended with status ${code}: ${said}`)
    }
    await site.waitUntilShown(before)
    await publishEdit(soaked)
  },
}

const olderStore: Trouble = {
  name: 'an older store in its place',
  async make(soaked) {
    const { library, site } = soaked
    const kept = library.edit(someFiles)
    await compileAll(library)
    library.keepStore()
    await publishEdit(soaked)
    library.putBack()
    await site.waitUntilShown(kept)
    await publishEdit(soaked)
  },
}

const brokenStores = Object.entries(breaks).map(
  ([name, breakStore]): Trouble => ({
    name: `a store in its place that is ${name}`,
    async make(soaked) {
      soaked.library.keepStore()
      soaked.library.putBack(breakStore)
      // The server keeps using the store it has open; it checks for a new one every half second.
      await sleep(1_000)
      await publishEdit(soaked)
    },
  }),
)

const killedServer: Trouble = {
  name: 'the server killed',
  async make(soaked) {
    await soaked.site.killServer()
    await publishEdit(soaked)
  },
}

const killedOnBrokenStore: Trouble = {
  name: 'the server killed with a truncated store in place',
  async make(soaked) {
    soaked.library.keepStore()
    soaked.library.putBack(breaks.truncated)
    await soaked.site.killServer()
    await publishEdit(soaked)
  },
}

/** All kinds. The two that kill the server come last, so that it runs long enough before the next round. */
export const troubles: readonly Trouble[] = [
  { name: 'an edit', make: publishEdit },
  killedCompile,
  fullDisk,
  olderStore,
  ...brokenStores,
  killedServer,
  killedOnBrokenStore,
]
