import { settings } from './settings'

/** The site's name and address; `url` has no trailing slash. */
export const site = {
  name: settings.siteName,
  url: settings.siteUrl,
  tagline: 'Clear answers to the questions students ask',
  description:
    'A library of questions and answers for students: short, plain explanations in mathematics, science, code, medicine, law and more.',
  language: 'en',
}

/** The absolute URL of a path, as search engines and structured data require it. */
export const toAbsoluteUrl = (path: string) => (path === '/' ? site.url : `${site.url}${path}`)
