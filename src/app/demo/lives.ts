import { noteLine } from '../../engines/people/index.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { at, isAfter, workingDayUntil } from './calendar.ts';
import type { Happening } from './happening.ts';
import type { DemoHousehold } from './invent-people.ts';
import type { Random } from './random.ts';
import type { Staff } from './staff.ts';

const trades = ['Lasser', 'Naaister', 'Kok', 'Verpleegkundige', 'Leerkracht', 'Boekhouder', 'Bouwvakker', 'Kapper'];
const stays = ['refugee', 'subsidiary-protection', 'temporary-protection', 'family-reunification'];
const schools = ['lower-secondary', 'upper-secondary', 'bachelor'];

/** What social workers noted of some adults: on what ground they stay, how well they know Dutch, what they learnt and did. */
export function livesNoted(random: Random, households: readonly DemoHousehold[], { staff, today, isFew }: { staff: Staff; today: Temporal.PlainDate; isFew: boolean }): Happening[] {
  const by = staff.offeredFor('social-worker');
  return households.flatMap(({ adultIds, registeredOn }, place): Happening[] => {
    const personId = adultIds[0];
    const day = workingDayUntil(registeredOn.add({ days: 20 }));
    if (!personId || isAfter(day, today.subtract({ days: 1 })) || isAfter(registeredOn, day) || place % (isFew ? 2 : 6) !== 0) return [];
    return [{ at: at(day, '16:10'), by, act: (tx) => noteLife(tx, random, { personId, day, today, place }) }];
  });
}

async function noteLife(tx: Transaction, random: Random, { personId, day, today, place }: { personId: string; day: Temporal.PlainDate; today: Temporal.PlainDate; place: number }): Promise<void> {
  const pick = <One>(list: readonly One[]) => list[Math.floor(random.next() * list.length)]!;
  // Now and then a document is about to lapse, so that someone has to be called.
  const expiresOn = place % 5 === 0 ? today.add({ days: 3 + Math.floor(random.next() * 25) }) : day.add({ years: 5 });
  await noteLine(tx, { personId, path: 'statuses', values: { type: pick(stays), fromDay: day.subtract({ days: 90 }), untilDay: null, document: 'A-kaart', documentNumber: null, expiresOn } });
  const speaking = pick(['none', 'A1', 'A2', 'B1'] as const);
  await noteLine(tx, { personId, path: 'language-levels', values: { language: 'nl', listening: speaking, speaking, reading: pick(['none', 'A1', 'A2']), writing: 'A1', assessedOn: day, how: 'heard', assessedBy: null } });
  await noteLine(tx, { personId, path: 'schooling', values: { level: pick(schools), field: null, school: null, country: null, fromYear: null, untilYear: null, isCompleted: true, recognition: 'unknown' } });
  await noteLine(tx, { personId, path: 'jobs', values: { occupation: pick(trades), employer: null, country: null, fromYear: 2012, untilYear: 2019, isCurrent: false } });
  await noteLine(tx, { personId, path: 'work-situations', values: { situation: 'seeking', fromDay: day, untilDay: null } });
}
