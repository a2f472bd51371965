import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatistic } from './read-statistic.ts';
import { applicationsPerYear, protectionPerYear } from './series.ts';

const folder = new URL('../../../../../shared/data/', import.meta.url);
const files = { applications: new URL('unhcr-be-asylum-applications-2000-2020.csv', folder), decisions: new URL('unhcr-be-asylum-decisions-2000-2020.csv', folder) };
const isThere = Object.values(files).every((file) => existsSync(file));

const applications = '"year","coo_name","coo","coo_iso","coa_name","coa","coa_iso","procedure_type","app_type","dec_level","app_pc","applied"';
const decisions = '"year","coo_name","coo","coo_iso","coa_name","coa","coa_iso","procedure_type","dec_level","dec_pc","dec_recognized","dec_other","dec_rejected","dec_closed","dec_total"';
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

describe.skipIf(!isThere)('the tables of UNHCR for Belgium (read from the shared data; skipped where that folder is absent)', () => {
  it('give 39,038 first applications for 2015, without what is repeated or in appeal', async () => {
    const read = await readStatistic(readFileSync(files.applications));
    if ('refused' in read || read.dataset !== 'unhcr-asylum-applications') throw new Error('not recognised');
    const series = applicationsPerYear(read.rows);
    expect(series.find(({ year }) => year === 2015)).toEqual({ year: 2015, first: 39_038, repeated: 5_679, notSplit: null });
    expect(series.find(({ year }) => year === 2004)).toEqual({ year: 2004, first: null, repeated: null, notSplit: 15_339 });
    expect(series.find(({ year }) => year === 2010)?.first).toBe(21_748);
    expect(series).toHaveLength(21);
    expect(read.countryName).toBe('Belgium');
  });

  it('give a protection rate of 64.5 % at first instance for 2015', async () => {
    const read = await readStatistic(readFileSync(files.decisions));
    if ('refused' in read || read.dataset !== 'unhcr-asylum-decisions') throw new Error('not recognised');
    const year = protectionPerYear(read.rows).find((one) => one.year === 2015)!;
    expect(year).toMatchObject({ positive: 10_830, rejected: 5_969 });
    expect((year.rate! * 100).toFixed(1)).toBe('64.5');
  });
});

describe('a file that is uploaded', () => {
  it('is known by its columns, in whatever order they stand', async () => {
    const read = await readStatistic(csv('app_pc,app_type,applied,coa,coa_name,coo,coo_name,dec_level,procedure_type,year', 'P,N,12,BEL,Belgium,SYR,Syria,FI,G,2015'));
    expect(read).toMatchObject({ dataset: 'unhcr-asylum-applications', rows: [{ year: 2015, origin: 'SYR', type: 'N', applied: 12 }] });
  });

  it('keeps persons apart from cases, and first applications from all other types', async () => {
    const of = (type: string, level: string, unit: string, n: number) => `2015,Syria,SYR,SYR,Belgium,BEL,BEL,G,${type},${level},${unit},${n}`;
    const read = await readStatistic(csv(applications, of('N', 'FI', 'P', 100), of('N', 'FI', 'C', 40), of('N', 'RA', 'P', 7), of('R', 'RA', 'P', 9), of('A', 'JR', 'C', 11)));
    if ('refused' in read || read.dataset !== 'unhcr-asylum-applications') throw new Error('not recognised');
    expect(applicationsPerYear(read.rows)).toEqual([{ year: 2015, first: 100, repeated: 9, notSplit: null }]);
  });

  it('gives no rate for a year in which nothing was decided on the substance', async () => {
    const read = await readStatistic(csv(decisions, '2015,Syria,SYR,SYR,Belgium,BEL,BEL,G,FI,P,0,0,0,12,12'));
    if ('refused' in read || read.dataset !== 'unhcr-asylum-decisions') throw new Error('not recognised');
    expect(protectionPerYear(read.rows)).toEqual([{ year: 2015, positive: 0, rejected: 0, rate: null }]);
  });

  it('is refused when it is another table, with the columns that it lacks', async () => {
    expect(await readStatistic(csv('naam,straat', 'Piet,Markt'))).toMatchObject({ refused: 'unknown-statistic' });
    const lacking = await readStatistic(csv(applications.replace(',"applied"', ''), '2015,Syria,SYR,SYR,Belgium,BEL,BEL,G,N,FI,P'));
    expect(lacking).toEqual({ refused: 'unknown-statistic', missing: ['applied'] });
  });

  it('is refused whole when rows make no sense, and each is named', async () => {
    const row = (year: string, n: string) => `${year},Syria,SYR,SYR,Belgium,BEL,BEL,G,N,FI,P,${n}`;
    const read = await readStatistic(csv(applications, row('2015', '12'), row('15', '3'), row('2016', '-4'), row('2017', '=1+1'), row('2015', '99')));
    expect(read).toMatchObject({
      refused: 'wrong-rows',
      count: 4,
      problems: [
        { line: 3, problem: 'year', found: '15' },
        { line: 4, problem: 'count', column: 'applied', found: '-4' },
        { line: 5, problem: 'count', column: 'applied', found: '=1+1' },
        { line: 6, problem: 'twice' },
      ],
    });
  });

  it('is refused when it holds several countries of asylum, no rows, or nothing at all', async () => {
    const of = (code: string) => `2015,Syria,SYR,SYR,${code},${code},${code},G,N,FI,P,100`;
    expect(await readStatistic(csv(applications, of('BEL'), of('FRA').replace('Syria,SYR,SYR', 'Iraq,IRQ,IRQ')))).toMatchObject({ refused: 'several-countries' });
    expect(await readStatistic(new Uint8Array())).toMatchObject({ refused: 'empty' });
    expect(await readStatistic(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]))).toMatchObject({ refused: 'not-a-table' });
  });
});
