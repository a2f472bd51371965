export const signingIn = {
  slug: 'aanmelden',
  title: 'Aanmelden en je account',
  summary: 'Je meldt je veilig aan en regelt je eigen account.',
  markdown: `
## Je eerste keer

Je krijgt een mail met een link die zeven dagen werkt. Kies daar hoe je je voortaan aanmeldt:

- met een **passkey**: je vinger, je gezicht of de pincode van je toestel. Dat is het snelst en het veiligst;
- of met een **wachtwoord en een app die codes maakt**. Je hebt dan altijd allebei nodig.

Maak daarna onder **Mijn account** je **herstelcodes**, en leg ze thuis op een veilige plek. Daarmee kom je binnen als je telefoon weg of stuk is.

## Het lukt niet

- *Te vaak geprobeerd*: wacht een kwartier, of gebruik je passkey.
- *Wachtwoord vergeten*: kies die link onder het aanmelden. Je hebt ook een code of een herstelcode nodig.
- Alles kwijt: je beheerder stuurt je een nieuwe uitnodiging.

## Mijn account

Rechtsboven, onder je naam. Je vindt er je passkeys, je wachtwoord en app, je herstelcodes, de taal van de schermen, en waar je aangemeld bent. Herken je een toestel niet? Meld het daar af.

## Wat mensen over zich laten zien

Elke keer dat iemand een dossier opent, komt dat in het logboek: wie, wanneer en in welke rol. Schrijf in nota's geen namen of adressen.
`,
};
