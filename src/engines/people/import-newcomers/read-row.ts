import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Mapping } from './fields.ts';
import type { Newcomer, ReadRow } from './newcomer.ts';
import { readAddress } from './read-address.ts';
import { readArrival, readBirth, readContactWays, readGender, readInterpreter, readLanguages, readNationalities, readRegisterNumber, readRole } from './read-fields.ts';
import { readNames } from './read-names.ts';
import { RowCells } from './row-cells.ts';

/**
 * What one row says, by the mapping of its columns. Every cell that is not understood gives a problem that names its column, what was
 * written, and what can be done; `person` is null as soon as there is one, so that nothing half-understood is taken over.
 * `today` (Brussels) is the last day on which anyone can have been born or have arrived.
 */
export function readRow(mapping: Mapping, cells: readonly string[], today: Temporal.PlainDate): ReadRow {
  const row = new RowCells(mapping, cells);
  const names = readNames(row);
  const registerNumber = readRegisterNumber(row);
  const birth = readBirth(row, today, registerNumber);
  const arrivedOn = readArrival(row, today, birth);
  const person: Newcomer = {
    householdKey: row.text('household-key'),
    role: readRole(row),
    name: names?.name ?? { given: null, family: null, full: '' },
    otherNames: names?.otherNames ?? [],
    birth,
    gender: readGender(row),
    registerNumber,
    reference: row.text('reference'),
    nationalities: readNationalities(row),
    languages: readLanguages(row),
    needsInterpreter: readInterpreter(row),
    contactWays: readContactWays(row),
    arrivedOn,
    address: readAddress(row),
  };
  return { person: row.problems.length === 0 ? person : null, problems: row.problems, warnings: row.warnings };
}
