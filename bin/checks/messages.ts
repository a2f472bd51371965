import { findMessageFaults } from '../messages/find-faults.ts';

const faults = findMessageFaults(process.cwd());
for (const { where, why } of faults) console.error(`${where}: ${why}`);
process.exitCode = faults.length === 0 ? 0 : 1;
