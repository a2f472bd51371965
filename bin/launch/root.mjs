import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** An error whose message is all that the reader needs. */
export class PlainError extends Error {
  isPlain = true;
}

/** Tells the operator what is going on. On standard error: standard output belongs to the command. @param {string} line */
export const tell = (line) => process.stderr.write(`${line}\n`);
