import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const project = resolve(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
/** electron-builder’s own parts: its schema judges, and its reader of YAML reads. */
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

interface Config {
  readonly [key: string]: unknown;
}
const builder = ofBuilder('app-builder-lib/out/util/config/config') as {
  getConfig(project: string, path: string, given: null): Promise<Config>;
  validateConfiguration(config: Config, log: unknown): Promise<void>;
};
const { DebugLogger } = ofBuilder('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown };
const yaml = ofBuilder('js-yaml') as { load(text: string): unknown };

const validate = (config: Config) => builder.validateConfiguration(config, new DebugLogger(false));

describe('the configuration of the installers', () => {
  test('is one that electron-builder’s schema accepts; a word of it written wrongly is not', async () => {
    const config = await builder.getConfig(project, 'electron-builder.yml', null);
    await validate(config);
    const wrong = { ...config, nsis: { ...(config.nsis as object), onClick: true } };
    await expect(validate(wrong)).rejects.toThrow('nsis');
  });

  test('leaves people their data, the choice of whom it is installed for, and their kinds of files', async () => {
    const config = await builder.getConfig(project, 'electron-builder.yml', null);
    expect(config.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      deleteAppDataOnUninstall: false,
    });
    expect(read('electron-builder.yml')).not.toContain('fileAssociations');
  });

  test('packs what a build has made for the window, whatever else lies beside it', async () => {
    const { files } = await builder.getConfig(project, 'electron-builder.yml', null);
    const taken = z
      .array(z.object({ filter: z.array(z.string()) }))
      .parse(files)
      .flatMap(({ filter }) => filter);
    expect(taken.filter((pattern) => pattern.startsWith('out/'))).toEqual(['out/{main,preload,renderer}/**']);
  });
});

const step = z.looseObject({ run: z.string().optional(), uses: z.string().optional() });
const workflow = z.looseObject({
  jobs: z.record(z.string(), z.looseObject({ steps: z.array(step) })),
});

describe('the release workflow', () => {
  const { jobs } = workflow.parse(yaml.load(read('.github/workflows/release.yml')));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run = '' }) => run.split('\n')).join('\n');

  test('runs only scripts that are there, and files that they name', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const asked = [...commands.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(asked).toContain('package');
    expect(asked.filter((name) => name === 'smoke')).toHaveLength(2);
    for (const name of asked) {
      const script = scripts[name] ?? '';
      expect(script, name).not.toBe('');
      for (const [file] of script.matchAll(/\S+\.ts/g))
        expect(existsSync(join(project, file)), file).toBe(true);
    }
  });

  test('packages and tries the installed program on each of the three systems', () => {
    const systems = '[windows-latest, ubuntu-latest, macos-latest]';
    expect(read('.github/workflows/release.yml').split(systems)).toHaveLength(3);
  });

  test('is the only one, and publishes nothing by itself', () => {
    expect(readdirSync(join(project, '.github/workflows'))).toEqual(['release.yml']);
    expect(read('electron-builder.yml')).toMatch(/^publish: null$/m);
  });

  test('hands no words to a script of several programs, where only the last would hear them', () => {
    expect(commands).not.toMatch(/npm run (?:-s )?package --/);
  });
});
