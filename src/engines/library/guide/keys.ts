export const keys = {
  slug: 'sneltoetsen',
  title: 'Sneltoetsen',
  summary: 'Je werkt sneller zonder muis.',
  markdown: `
| toets | wat ze doet |
| --- | --- |
| \`/\` | zet de cursor in het zoekveld |
| \`n\` | kiest de belangrijkste knop van de pagina |
| \`g\` en dan een letter | gaat naar een onderdeel links; \`?\` toont welke letter |
| \`Ctrl\` + \`Enter\` | verstuurt het formulier |
| \`?\` | toont de sneltoetsen van deze pagina |

Alles werkt ook zonder sneltoetsen, en zonder JavaScript.
`,
};
