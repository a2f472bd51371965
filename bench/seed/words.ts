/** Common words and names, joined at random: nobody is meant. */
const starts = ['Al', 'Ba', 'Da', 'El', 'Fa', 'Ga', 'Ha', 'Ib', 'Ja', 'Ka', 'La', 'Ma', 'Na', 'Om', 'Pe', 'Ra', 'Sa', 'Ta', 'Um', 'Va', 'Wa', 'Ya', 'Za', 'Che', 'Sha', 'Kha', 'Bo', 'Mi', 'Lu', 'Te'];
const middles = ['ra', 'mi', 'la', 'de', 'ni', 'sho', 'ki', 'bu', 'za', 're', 'ma', 'hi', 'no', 'vi', 'sa'];
const ends = ['n', 'd', 'na', 'sh', 'ko', 'm', 'ri', 'h', 'wi', 'ma', 'r', 'l', 'ti', 'k', 'ev'];

function made(pattern: readonly (readonly string[])[]): string[] {
  return pattern.reduce<string[]>((heads, parts) => heads.flatMap((head) => parts.map((part) => head + part)), ['']);
}

export const givens: string[] = made([starts, middles.slice(0, 8), ends.slice(0, 6)]);
export const families: string[] = made([starts, middles, ends]);

export const noteWords = (
  'zoekt woning huur waarborg contract eigenaar school inschrijving kind opvang wachtlijst dokter afspraak ziekenfonds kaart attest mutualiteit werk sollicitatie diploma erkenning les nederlands ' +
  'cursus avond uitkering leefloon dossier brief factuur energie water meter afval zak sport club fiets bus abonnement rijbewijs gezin partner hereniging verblijf papier verlenging bijlage loket uitleg hulp ' +
  'formulier invullen bellen mail vertaling tolk aanmelden rekening bank schuld spreiding korting toelage studie internaat buddy'
).split(' ');
