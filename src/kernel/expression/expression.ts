import { evaluate, parseExpression, SyntaxError as FeelSyntaxError, type Warning } from 'feelin';

/** What an expression may ask about, by name. Plain JSON values. */
export type Facts = Record<string, unknown>;

/** The expression cannot be read, or asks for something that is not there. The message quotes it. */
export class ExpressionError extends Error {}

/**
 * The value of a FEEL expression (DMN 1.5) over the facts. Throws an ExpressionError on a wrong expression and on
 * a name that the facts do not hold: FEEL itself would go on with null and quietly answer wrongly.
 */
export function evaluateExpression(source: string, facts: Facts): unknown {
  const { value, warnings } = run(source, facts);
  const missing = warnings.find(isMistake);
  if (missing) throw new ExpressionError(`"${source}": ${missing.message}`);
  return value;
}

/** Whether a condition holds. Only true is true; null, which is FEEL's "not known", is not. */
export function holds(source: string, facts: Facts): boolean {
  return evaluateExpression(source, facts) === true;
}

/**
 * What is wrong with an expression, in one sentence; undefined when all is well. `example` holds every name that the
 * facts will hold, with at least one item in each list, so that a name inside a filter is checked too.
 */
export function findMistake(source: string, example: Facts): string | undefined {
  try {
    const ambient = ambientCall(source, example);
    if (ambient) return `"${source}": ${ambient}() is not allowed, since an expression depends on its facts only`;
    evaluateExpression(source, example);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function run(source: string, facts: Facts) {
  try {
    return evaluate(source, facts);
  } catch (error) {
    if (error instanceof FeelSyntaxError) throw new ExpressionError(`"${source}": ${error.message} at position ${error.position.from + 1}`);
    throw error;
  }
}

const mistakes: readonly Warning['type'][] = ['NO_VARIABLE_FOUND', 'NO_CONTEXT_ENTRY_FOUND', 'NO_PROPERTY_FOUND', 'NO_FUNCTION_FOUND', 'INVALID_ARGUMENTS', 'INVALID_TYPE', 'FUNCTION_INVOCATION_FAILURE', 'UNSUPPORTED'];

/** A comparison with null is a warning in FEEL but no mistake: an answer that was not given yet is null. */
function isMistake(warning: Warning): boolean {
  return mistakes.includes(warning.type);
}

/** The clock of the machine is no fact: `today()` and `now()` would make the same answers count differently tomorrow. */
function ambientCall(source: string, facts: Facts): string | undefined {
  const cursor = parseExpression(source, facts, undefined).cursor();
  do {
    if (cursor.name !== 'VariableName') continue;
    const name = source.slice(cursor.from, cursor.to);
    if (name === 'today' || name === 'now') return name;
  } while (cursor.next());
  return undefined;
}
