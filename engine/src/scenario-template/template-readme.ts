/** The guide that goes with a new scenario. */
import type { TemplateOptions } from './template-options.js';

/** @param folder the scenario’s folder, as one would type it */
export function templateReadme(options: TemplateOptions, folder: string): string {
  const { title, parties, teamsPerParty, modules, minutes, languages } = options;
  const file = `${folder}/scenario.json`;
  return `# ${title}

Guide for facilitators. **Not for players.**

- **Who:** ${parties.map(({ name }) => name.en).join(', ')}; ${teamsPerParty} team${teamsPerParty === 1 ? '' : 's'} each.
- **How long:** ${minutes} minutes of play in ${modules} module${modules === 1 ? '' : 's'}. The director ends the last one.
- **Languages:** ${languages.join(', ')}.

## What is in it

A starting point that can be run as it stands: a shared service slows down, its supplier sends one team a note with a sanitised form, the others need it, and everybody is asked for one line to the public. Each module is a day of the story; one minute of play is ten minutes of it.

## Making it yours

1. Write your own \`title\`, \`summary\`, names, injects and briefings. Editors complete the fields from the schema named in \`$schema\`.
2. Keep the banner EXERCISE EXERCISE EXERCISE in every inject, use addresses from 192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24 and names under .example, and write hours with their offset: 08:00 (UTC+8, Manila).
3. Give every text in every language of the scenario.
4. Look at what you have:

\`\`\`
trilogue check ${file}
trilogue rehearse ${file}
\`\`\`
`;
}
