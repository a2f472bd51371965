import { addAuthority } from './commands/add-authority.ts';
import { ConfigurationError } from './configuration.ts';
import { backUp } from './commands/back-up.ts';
import { prepareDatabase } from './commands/prepare-database.ts';
import { restore } from './commands/restore.ts';
import { verifyAudit } from './commands/verify-audit.ts';

/** A command of the operator: takes the words after its name, and returns the exit code. */
export interface Command {
  /** Its words, as typed. */
  name: string;
  summary: string;
  run(words: string[]): Promise<number>;
}

const commands: Command[] = [verifyAudit, backUp, restore, addAuthority, prepareDatabase];

/** Runs `bin/wegwijs <command>`. */
async function main(words: string[]): Promise<number> {
  const command = commands.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!command) {
    const isAsked = words.length === 0 || ['help', '--help', '-h'].includes(words[0]!);
    (isAsked ? process.stdout : process.stderr).write(`${isAsked ? '' : `There is no command "${words.join(' ')}".\n\n`}${usage()}`);
    return isAsked ? 0 : 2;
  }
  return command.run(words.slice(command.name.split(' ').length));
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Use: bin/wegwijs <command>\n\n${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}`;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(error instanceof ConfigurationError ? 2 : 1);
  },
);
