import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { projectFolder } from './sourceFiles.ts';

interface Cruise {
  /** Source files that were really parsed, packages not counted. */
  readonly moduleCount: number;
  readonly violations: readonly string[];
}

const { options, forbidden } = createRequire(import.meta.url)(
  join(projectFolder, '.dependency-cruiser.cjs'),
) as { options: ICruiseOptions; forbidden: object[] };

/** Follows every import below `baseDir` and holds it against the import table. */
export async function cruiseImports(baseDir: string, folders: readonly string[]): Promise<Cruise> {
  const { output } = await cruise(
    [...folders],
    { ...options, ruleSet: { forbidden }, validate: true, baseDir } as ICruiseOptions,
    options.enhancedResolveOptions,
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    moduleCount: modules.filter((module) => folders.includes(module.source.split('/')[0] ?? '')).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`),
  };
}
