import type { Municipality } from '../../engines/directory/index.ts';

/**
 * A town that does not exist, with two neighbours that do not either. Their NIS codes have the form of real ones, five digits of
 * which the first is the province (3 is West Flanders) and the first two the arrondissement; the statistical office numbers
 * municipalities from 001 on, and no arrondissement has so many that it could come to these.
 */
export const town = { name: 'Leiedam', nis: '34990', postcode: '8999' } as const;

export const neighbours: readonly Municipality[] = [
  { nis: '34991', name: 'Bovenleie' },
  { nis: '34992', name: 'Meersdonk' },
];

export const area: readonly Municipality[] = [{ nis: town.nis, name: town.name }, ...neighbours];

export const streets = [
  'Lindekouter', 'Oude Veerweg', 'Vlaswaterstraat', 'Bleekmeers', 'Sluisplein', 'Tweebruggenlaan', 'Molenwindstraat', 'Kaaiwandeling', 'Roterijpad', 'Garenhof', 'Zwingelstraat', 'Leiezicht',
  'Wilgenkaai', 'Spoorkouter', 'Nieuwe Markt', 'Hekeldreef', 'Populierenweg', 'Damkouterstraat',
] as const;

/** Where questions are asked. */
export const placesOfQuestions = [
  { label: 'Onthaal Sluisplein', municipality: town.nis },
  { label: 'Stadhuis', municipality: town.nis },
  { label: 'Huis van het Kind', municipality: town.nis },
  { label: 'Bibliotheek', municipality: town.nis },
  { label: 'Zitdag Bovenleie', municipality: '34991' },
  { label: 'Zitdag Meersdonk', municipality: '34992' },
] as const;
