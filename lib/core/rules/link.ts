import { defineFamily } from './rule'

export const linkRules = defineFamily({
  title: 'Links and images',
  rules: {
    'link-dead': {
      level: 'error',
      expects: 'A link within the site leads to a page that exists.',
      why: 'Readers would meet “not found”, and search engines lower a site with dead links.',
      wrong: '[heat](/learn/physics/questions/what-is-haet)',
      right: '[heat](/learn/physics/questions/what-is-heat)',
    },
    'link-anchor': {
      level: 'warning',
      expects: 'A link to a heading (#…) names a heading of that answer.',
      why: 'Otherwise it leads to the top of the page.',
      wrong: '[below](#exmaples)',
      right: '[below](#examples)',
    },
    'link-protocol': {
      level: 'error',
      expects: 'Links lead to https, mail (mailto:) or within the site.',
      why: 'Anything else is not let through, and the link would lead nowhere.',
      wrong: '[manual](ftp://example.org/manual)',
      right: '[manual](https://example.org/manual)',
    },
    'link-http': {
      level: 'warning',
      expects: 'Links use https.',
      why: 'With http, others in the network can read and change what comes. Nearly every site has https: try the address.',
      wrong: '[source](http://example.org/)',
      right: '[source](https://example.org/)',
    },
    'link-empty': {
      level: 'warning',
      expects: 'A link has words and an address.',
      why: 'Without words nobody can see it, without an address it leads nowhere.',
      wrong: '[](https://example.org/) [manual]()',
      right: '[manual](https://example.org/)',
    },
    'image-alt': {
      level: 'error',
      expects: 'An image has words that say what it shows.',
      why: 'They are what a screen reader reads, and what stands there until the image has come.',
      wrong: '![](/images/heat-flow.svg)',
      right: '![Heat flows from the warm plate to the cold one](/images/heat-flow.svg)',
    },
    'image-missing': {
      level: 'error',
      expects: 'The file of an image is in the folder public.',
      why: 'Otherwise readers see a broken image.',
      wrong: '![Heat flow](/images/haet-flow.svg)',
      right: '![Heat flow](/images/heat-flow.svg)',
    },
    'image-outside': {
      level: 'warning',
      expects: 'Images are files of this site.',
      why: 'An image of another site would tell it who reads what, so only its words are shown.',
      wrong: '![Heat flow](https://example.org/heat-flow.png)',
      right: '![Heat flow](/images/heat-flow.png)',
    },
    'image-size': {
      level: 'warning',
      expects: 'An image has at most 300 KiB.',
      why: 'Students read on phones and slow lines.',
      wrong: '![Heat flow](/images/photo.png)        (2.4 MiB)',
      right: '![Heat flow](/images/photo.webp)       (120 KiB)',
    },
    'image-script': {
      level: 'error',
      expects: 'An SVG image has no script, no event handler and nothing of other sites.',
      why: 'Opened by itself it would run in the reader’s browser, as a page of this site.',
      wrong: '<svg onload="…"><script>…</script></svg>',
      right: '<svg><path d="…"/></svg>',
    },
  },
})
