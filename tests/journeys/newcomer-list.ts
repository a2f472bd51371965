const header = ['Dossier', 'Rol', 'Voornaam', 'Naam', 'Noemt zich', 'Naam in eigen schrift', 'Geb.', 'Geslacht', 'Nationaliteit', 'Contacttaal', 'Tolk', 'Aankomst', 'Straat', 'Nr', 'Postcode', 'Gemeente', 'GSM', 'Opmerking'];

const rows = [
  // A couple with a child, one of them born on 1 January as far as anyone knows, one on a day that nobody knows.
  ['K-1', 'referentiepersoon', 'Yara', 'Al-Denkbeeld', '', 'يارا الدنكبيلد', '01/01/1990', 'v', 'Syrië', 'Arabisch', 'ja', '12/01/2026', 'Denkstraat', '4', '8500', 'Kortrijk', '0470 00 00 11', 'ingang achteraan'],
  ['K-1', 'partner', 'Sami', 'Al-Denkbeeld', '', '', '00/00/1986', 'm', 'Syrië', 'Arabisch', 'ja', '12/01/2026', 'Denkstraat', '4', '8500', 'Kortrijk', '', ''],
  ['K-1', 'kind', 'Nour', 'Al-Denkbeeld', '', '', '09/05/2018', 'v', 'Syrië', 'Arabisch', '', '12/01/2026', 'Denkstraat', '4', '8500', 'Kortrijk', '', ''],
  // One name only.
  ['K-2', 'alleenstaande', '', '', 'Temur', '', '1998', 'm', 'Afghanistan', 'Dari', 'ja', '20/01/2026', 'Verzonnenplein', '12', '8500', 'Kortrijk', '0470 00 00 12', ''],
  // A row of patronymics.
  ['K-3', 'alleenstaande', '', '', 'Selamawit Tesfay Gebremodel', '', '00/09/1992', 'v', 'Eritrea', 'Tigrinya', 'ja', '02/02/2026', 'Verzonnenplein', '14', '8500', 'Kortrijk', '', ''],
  // A day that does not exist, and a telephone number with letters.
  ['K-4', 'alleenstaande', 'Dovid', 'Voorbeeldko', '', '', '31/02/1984', 'm', 'Oekraïne', 'Oekraïens', 'nee', '09/02/2026', 'Denkstraat', '30', '8500', 'Kortrijk', '0470 OO 00 13', ''],
  // Spelled another way than who is registered already.
  ['K-5', 'alleenstaande', 'Mohamed', 'Al-Modelli', '', '', '15/06/1979', 'm', 'Irak', 'Arabisch', 'ja', '10/02/2026', 'Modellaan', '7', '8500', 'Kortrijk', '', ''],
];

/** A list as a population office makes it, with the names, days and mistakes that real lists have. */
export const newcomerList = { name: 'nieuwe-inwoners.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].map((cells) => cells.join(';')).join('\r\n')) };
