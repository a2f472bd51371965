export const running = {
  slug: 'beheer',
  title: 'Voor wie Wegwijs beheert',
  summary: 'Je maakt kopieën, kijkt het logboek na en laat mails vertrekken.',
  markdown: `
## Mail

Zonder mailserver vertrekt er niets: mails en sms'en blijven onder **Beheer**, **Berichten**, waar je ze kunt lezen. Met de instelling \`SMTP_URL\` vertrekken ze echt, bijvoorbeeld \`SMTP_URL=smtps://naam:wachtwoord@mail.voorbeeld.be\`.

## Een kopie maken en terugzetten

\`\`\`
bin/wegwijs backup wegwijs-2026-03-03.backup
bin/wegwijs restore wegwijs-2026-03-03.backup
\`\`\`

Een kopie maken kan terwijl iedereen verder werkt. Terugzetten kan alleen in een lege installatie. In het bestand staan gegevens van mensen en de sleutels: bewaar het even zorgvuldig als de computer zelf.

## Het logboek

Onder **Beheer**, **Logboek** zie je wie wat deed. Of niemand eraan geraakt heeft, kijk je na met:

\`\`\`
bin/wegwijs audit verify
\`\`\`

Klopt er iets niet, dan noemt het de eerste regel die niet meer is zoals ze geschreven werd.

## De schijf is vol

Wegwijs zegt dat er niets bewaard is en waarom. Maak plaats en probeer opnieuw: wat eerder bewaard was, staat er nog.
`,
};
