import type { Taxonomy } from './taxonomy.ts';

/**
 * The list that all authorities share and by which they compare. Data, and nothing else: codes are kept for good, since
 * figures of years rest on them. A theme that goes gets the day from which it is no longer chosen (`until`), and a change
 * that says as what its figures go on; a theme that comes gets its first day. Either is a new version.
 */
export const baseTaxonomy = {
  version: '1.0',
  from: '2015-01-01',
  source: 'Welkomstgesprekken van de regio Halle-Vilvoorde: de negen thema’s van de onthaalmap, in hun volgorde; verblijf en overige toegevoegd voor de vragen aan een loket.',
  lifeDomains: ['living', 'working', 'learning', 'health', 'belonging', 'rights', 'money', 'other'],
  themes: [
    { code: 'housing', lifeDomain: 'living', icon: 'house', from: '2015-01-01', until: null },
    { code: 'work', lifeDomain: 'working', icon: 'briefcase', from: '2015-01-01', until: null },
    { code: 'dutch', lifeDomain: 'learning', icon: 'languages', from: '2015-01-01', until: null },
    { code: 'civic-integration', lifeDomain: 'belonging', icon: 'handshake', from: '2015-01-01', until: null },
    { code: 'school-childcare', lifeDomain: 'learning', icon: 'school', from: '2015-01-01', until: null },
    { code: 'leisure', lifeDomain: 'belonging', icon: 'bike', from: '2015-01-01', until: null },
    { code: 'health-wellbeing', lifeDomain: 'health', icon: 'heart-pulse', from: '2015-01-01', until: null },
    { code: 'money-administration', lifeDomain: 'money', icon: 'wallet', from: '2015-01-01', until: null },
    { code: 'waste-environment', lifeDomain: 'living', icon: 'recycle', from: '2015-01-01', until: null },
    { code: 'residence', lifeDomain: 'rights', icon: 'file-text', from: '2015-01-01', until: null },
    { code: 'other', lifeDomain: 'other', icon: 'ellipsis', from: '2015-01-01', until: null },
  ],
  changes: [],
} as const satisfies Taxonomy;
