import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../../../renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
);
const tokens = readFileSync(join(renderer, 'app/theme/tokens.css'), 'utf8');

interface Declaration {
  readonly rule: string;
  readonly property: string;
  readonly value: string;
}

function declarationsOf(file: string): readonly Declaration[] {
  const text = readFileSync(join(renderer, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, property = '', value = '']) => ({
      rule: `${file} ${selector.replaceAll(/\s+/g, ' ').trim()}`,
      property,
      value,
    })),
  );
}

const declared = files.flatMap(declarationsOf);

/** What of all sheets breaks the rule, as `file selector: property value`. */
function breaking(breaks: (declaration: Declaration) => boolean): readonly string[] {
  return declared
    .filter(breaks)
    .map((declaration) => `${declaration.rule}: ${declaration.property}: ${declaration.value}`);
}

/** Charts, progress of a parcel and the label on its stage are drawings: their marks have hairs between them. */
const isDrawing = ({ rule }: Declaration): boolean =>
  /^parts\/charts\/|parcel\.css|labels\.css|wall\.css/.test(rule);

/** On paper there is neither theme nor token. */
const isPrinted = ({ value }: Declaration): boolean => value === 'black' || value === 'white';

const pixels = (value: string): readonly number[] =>
  [...value.matchAll(/(?<![\w-])-?([\d.]+)px/g)].map(([, digits]) => Number(digits));

describe('all sheets of the window', () => {
  test('are read at all', () => expect(declared.length).toBeGreaterThan(1_000));

  test('take their colours from tokens', () => {
    expect(
      breaking(
        (declaration) =>
          !isPrinted(declaration) &&
          /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl|(^|\s)(white|black|red|grey|gray)(\s|$)/i.test(declaration.value),
      ),
    ).toEqual([]);
  });

  test('name only tokens that there are', () => {
    // A chart sets its series on the spot, a picture of squares how many there are.
    const onTheSpot = ['--series', '--modules', '--signs'];
    const known = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name).concat(onTheSpot));
    const unknown = declared.flatMap(({ rule, value }) =>
      [...value.matchAll(/var\((--[\w-]+)/g)].flatMap(([, name = '']) =>
        known.has(name) ? [] : [`${rule}: ${name}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('take sizes of type from the scale, each with its own leading', () => {
    expect(
      breaking(({ property, value }) => {
        if (property === 'font') return value !== 'inherit';
        return property === 'font-size' && !/^var\(--size-\w+\)$|^inherit$/.test(value);
      }),
    ).toEqual([]);
    expect(
      breaking(({ rule, property, value }) => {
        const size = property === 'font-size' ? /^var\(--size-(\w+)\)$/.exec(value)?.[1] : undefined;
        if (size === undefined) return false;
        const leadings = declared.filter((one) => one.rule === rule && one.property === 'line-height');
        return !leadings.some((one) => one.value === `var(--lead-${size})` || /^\d\dpx$/.test(one.value));
      }),
    ).toEqual([]);
  });

  test('write in two weights, 400 and 600', () => {
    expect(
      breaking(({ property, value }) => property === 'font-weight' && value !== '400' && value !== '600'),
    ).toEqual([]);
  });

  test('keep the steps of space: 4, 8, 12, 16, 24, 32', () => {
    expect(
      breaking((declaration) => {
        if (!/^((row-|column-)?gap|padding(-[a-z-]+)?|margin(-[a-z-]+)?)$/.test(declaration.property))
          return false;
        const steps = isDrawing(declaration)
          ? [0, 1, 2, 4, 8, 12, 16, 24, 32, 40, 48]
          : [0, 4, 8, 12, 16, 24, 32];
        return pixels(declaration.value).some((step) => !steps.includes(step));
      }),
    ).toEqual([]);
  });

  test('round corners by token: tag, control, sheet', () => {
    expect(
      breaking(
        (declaration) =>
          declaration.property.endsWith('radius') &&
          !isDrawing(declaration) &&
          !/^(0|50%|var\(--radius(-tag|-sheet)?\))$/.test(declaration.value),
      ),
    ).toEqual([]);
  });

  test('cast a shadow only from what lies over the page', () => {
    const over = /dialog|toast|connection-banner|region-pop|field-picker|popover/;
    expect(
      breaking(
        ({ rule, property, value }) =>
          property === 'box-shadow' && /var\(--shadow\)|rgb/.test(value) && !over.test(rule),
      ),
    ).toEqual([]);
  });

  test('move by the tokens of motion, which rest where the system says so', () => {
    expect(
      breaking(
        ({ property, value }) =>
          property === 'transition' && /\d+m?s/.test(value.replaceAll(/var\([^)]*\)/g, '')),
      ),
    ).toEqual([]);
  });
});

test('English is set in Latin type first, Chinese in Chinese type', () => {
  const english = /:root:lang\(en\)[^{]*\{\s*--font:\s*([^;]+);/.exec(tokens)?.[1] ?? '';
  const chinese = /\n {2}--font:\s*([^;]+);/.exec(tokens)?.[1] ?? '';
  expect(english).toMatch(/^"Segoe UI/);
  expect(english.indexOf('Inter')).toBeLessThan(english.indexOf('"Microsoft YaHei'));
  expect(chinese).toMatch(/^"HarmonyOS Sans SC"/);
});

/** Names of classes that a sheet dresses by themselves. */
const dressed = new Map<string, Set<string>>();
for (const file of files)
  for (const [, selectors = ''] of readFileSync(join(renderer, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/([^{}]+)\{/g))
    for (const selector of selectors.split(',').map((one) => one.trim()))
      if (/^\.[\w-]+$/.test(selector))
        dressed.set(selector.slice(1), (dressed.get(selector.slice(1)) ?? new Set()).add(file));

/** Sections of Settings are only ever seen inside it, with its sheet. */
const settingsOnly =
  /^screens\/(accounts|alarms|backups|calls|caseRules|devices|goodsCodes|labels|operators|packingRules|platformRecord|pushes|rules|settings|trackingPlan|intake\/(WatchSection|dictionary)|printing\/printers|correcting\/addresses)|^parts\/Section/;

const roomOf = (file: string): string =>
  file.startsWith('screens/') ? file.split('/').slice(0, 2).join('/') : '';

describe('what stands on a screen', () => {
  test('is dressed by its own sheets, whatever screen was opened before', () => {
    const strays = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !settingsOnly.test(name))
      .flatMap((file) => {
        const text = readFileSync(join(renderer, file), 'utf8');
        const used = [...text.matchAll(/className="([\w -]+)"/g)].flatMap(([, names = '']) =>
          names.split(' '),
        );
        return [...new Set(used)].flatMap((name) => {
          const sheets = [...(dressed.get(name) ?? [])];
          const isOwn = sheets.some((sheet) => roomOf(sheet) === '' || roomOf(sheet) === roomOf(file));
          return sheets.length === 0 || isOwn ? [] : [`${file}: ${name} of ${sheets.join(', ')}`];
        });
      });
    expect(strays).toEqual([]);
  });
});
