import { describe, expect, it } from 'vitest';
import { readNeed, slipsBetween } from './read-need.ts';

const area = [{ nis: '34041', name: 'Wevelgem' }, { nis: '46021', name: 'Sint-Niklaas' }, { nis: '34022', name: 'Kortrijk' }];
const read = (typed: string) => readNeed(typed, area);

describe('a need in plain words', () => {
  it.each([
    ['dokter die arabisch spreekt in wevelgem, nu open', { theme: 'health-wellbeing', language: 'ar', municipality: '34041', isOpenNow: true, wanted: ['dokter'], rest: [] }],
    ['huis zoeken', { theme: 'housing', wanted: ['huis'], rest: [] }],
    ['Ik zoek een tandarts in Sint-Niklaas', { theme: 'health-wellbeing', municipality: '46021', wanted: ['tandarts'], rest: [] }],
    ['gratis advocaat', { theme: 'residence', isFree: true, wanted: ['advocaat'], rest: [] }],
    ['Nederlands leren', { theme: 'dutch', wanted: ['nederlands'], rest: ['leren'] }],
    ['bank waar ze nederlands spreken', { theme: 'money-administration', language: 'nl', wanted: ['bank'], rest: [] }],
    ['fonds voor tigrinya', { language: 'ti', wanted: [], rest: ['fonds'] }],
    ['doctor who speaks Ukrainian', { theme: 'health-wellbeing', language: 'uk', wanted: ['doctor'], rest: [] }],
    ['طبيب', { theme: 'health-wellbeing', wanted: ['طبيب'], rest: [] }],
  ])('reads %j', (typed, need) => expect(read(typed)).toEqual(need));

  it.each([
    ['dockter', { theme: 'health-wellbeing' }],
    ['arabsich', { language: 'ar' }],
    ['wevelgme', { municipality: '34041' }],
    ['tandrats in kortirjk', { theme: 'health-wellbeing', municipality: '34022' }],
    ['oekraiens', { language: 'uk' }],
  ])('forgives the slip in %j', (typed, need) => expect(read(typed)).toMatchObject(need));

  it('leaves alone what could be two things, and what is nothing', () => {
    expect(read('xyzzy')).toEqual({ wanted: [], rest: ['xyzzy'] });
    expect(read('')).toEqual({ wanted: [], rest: [] });
    expect(read('arabisch turks').language).toBe('ar');
  });

  it('counts what a hand mixes up', () => {
    expect([slipsBetween('dokter', 'dokter'), slipsBetween('dokter', 'dotker'), slipsBetween('dokter', 'doktr'), slipsBetween('dokter', 'tandarts')]).toEqual([0, 1, 1, 7]);
  });
});
