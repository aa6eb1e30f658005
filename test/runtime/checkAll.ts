import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';

/** What keeps one core busy for as long as all the others take together, beside them; the rest in turn, quickest first. */
const beside = ['npm', 'run', '-s', 'typecheck'] as const;
const inTurn = [
  ['npx', 'biome', 'check', '.'],
  ['npx', 'knip'],
  ['npm', 'run', '-s', 'rules'],
  ['npx', 'oxlint', '--type-aware', '--deny-warnings'],
] as const;

type Command = readonly [string, ...string[]];

/** Its exit code; what it says is shown when it is done, so that two never talk at once. */
async function run([program, ...args]: Command): Promise<number> {
  const child = spawn(program, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(said);
  return code ?? 1;
}

/** Ends with the first that finds something; the compiler is always heard to its end. */
async function checkInTurn(): Promise<number> {
  for (const command of inTurn) {
    const code = await run(command);
    if (code !== 0) return code;
  }
  return 0;
}

const codes = await Promise.all([run(beside), checkInTurn()]);
process.exitCode = codes.find((code) => code !== 0) ?? 0;
