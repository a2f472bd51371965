import type { Command } from '../command-line.ts';
import { readConfiguration } from '../configuration.ts';
import { makeSetupLink } from '../first-run/setup-link.ts';

/** Makes a link with which one more authority sets itself up on this installation, strictly apart from the others. */
export const addAuthority: Command = {
  name: 'authority add',
  summary: 'print a link with which one more authority sets itself up, apart from the others',
  run: async (words) => {
    const { dataFolder, publicUrl } = readConfiguration(process.env, words, process.cwd());
    const secret = await makeSetupLink(dataFolder);
    process.stdout.write(`Open this link in a browser, once, to set the authority up. It takes the place of one that was not used yet.\n\n  ${publicUrl}/first-run/${secret}\n`);
    return 0;
  },
};
