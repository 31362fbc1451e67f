export const codeOwnersFile = '.github/CODEOWNERS'

const head = `# Who is asked to review what: a team for each subject, named like it, and developers for everything else.
# Written by “npm run codeowners -- ORGANIZATION”: run it again when a subject is added. Without an organization the
# lines are comments, because GitHub would look for teams that do not exist.
`

/** The file by which GitHub requests reviews. The last matching line wins, so general ones come first. */
export function toCodeOwners(subjects: readonly string[], organization: string | undefined): string {
  const owner = organization ?? 'ORGANIZATION'
  const lines = [
    `* @${owner}/developers`,
    `/content/ @${owner}/authors`,
    `/public/images/ @${owner}/authors`,
    ...subjects.flatMap((subject) => [
      `/content/learn/${subject}/ @${owner}/${subject}`,
      `/content/subjects/${subject}.yml @${owner}/${subject}`,
      `/public/images/${subject}/ @${owner}/${subject}`,
    ]),
  ]
  return head + lines.map((line) => `${organization ? '' : '# '}${line}\n`).join('')
}

/**
 * Whether a text can be the name of an organization
 * (https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication).
 */
export const isOrganization = (name: string) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(name)
