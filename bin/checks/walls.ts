import { engines } from '../../engines.ts';
import { findBreaches } from '../walls/find-breaches.ts';

const breaches = await findBreaches(process.cwd(), engines);
for (const { wall, where, why } of breaches) console.error(`${wall}: ${where}: ${why}`);
process.exitCode = breaches.length === 0 ? 0 : 1;
