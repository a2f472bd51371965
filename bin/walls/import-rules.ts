import type { IForbiddenRuleType } from 'dependency-cruiser';

export interface EngineEntry {
  name: string;
  uses: readonly string[];
  reads: readonly string[];
}

/** Tests and builders of tests may look anywhere. */
const tests = '\\.test\\.tsx?$|/testing\\.ts$|/walkthroughs\\.ts$';

/** Who may import whom, made from the list of engines. Paths are relative to the project's root. */
export function importRules(engines: readonly EngineEntry[]): IForbiddenRuleType[] {
  return [
    { name: 'no-cycle', comment: 'Files that need each other to run cannot be understood one by one; a type may look back.', severity: 'error', from: { pathNot: tests }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved-import', comment: 'What is imported must exist.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'kernel-knows-nobody', comment: 'The kernel knows no domain.', severity: 'error', from: { path: '^src/kernel/', pathNot: tests }, to: { path: '^src/(app|engines|practices)/' } },
    { name: 'engines-know-no-practice', comment: 'An engine runs any practice and knows none.', severity: 'error', from: { path: '^src/engines/', pathNot: tests }, to: { path: '^src/(app|practices)/' } },
    {
      name: 'practices-are-data',
      comment: "A practice fills in the engines' parts and knows nothing else of them.",
      severity: 'error',
      from: { path: '^src/practices/([^/]+)/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/practices/$1/', '^src/engines/[^/]+/part\\.ts$', '^src/kernel/'] },
    },
    {
      name: 'app-through-doors',
      comment: "The app joins engines by their doors, and practices by their blueprint.",
      severity: 'error',
      from: { path: '^src/app/', pathNot: tests },
      to: { path: '^src/(engines|practices)/', pathNot: ['^src/engines/[^/]+/index\\.ts$', '^src/practices/[^/]+/blueprint\\.ts$'] },
    },
    {
      name: 'database-only-in-stores',
      comment: 'SQL stands in *.store.ts, where it is found.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.store\\.ts$', '^src/kernel/db/', tests] },
      to: { path: 'node_modules/(kysely|pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
    },
    ...engines.map((engine) => doorRule(engine)),
  ];
}

function doorRule({ name, uses }: EngineEntry): IForbiddenRuleType {
  const allowed = [`^src/engines/${name}/`, ...uses.map((used) => `^src/engines/${used}/index\\.ts$`)];
  return {
    name: `${name}-through-doors`,
    comment: uses.length > 0 ? `${name} may use the doors of ${uses.join(', ')}, and nothing behind them.` : `${name} uses no other engine.`,
    severity: 'error',
    from: { path: `^src/engines/${name}/`, pathNot: tests },
    to: { path: '^src/engines/', pathNot: allowed },
  };
}
