import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../../electron/commands/main/list.ts';
import {
  type ErrorCode,
  errorAreas,
  errorCodes,
  errorDefinition,
  isUnsureCode,
} from '../../../../shared/errors/catalogue.ts';
import { describeError } from '../../../../shared/text/describeError.ts';

const commands = await allCommands();

/** Names that stay as they are in a Chinese sentence: products, formats, units. */
const productTerms = new Set(
  'HTTP HTTPS Node UTF IP TCP USB JSON CSV XLSX XLS XLSB ODS Excel WPS Windows Linux Unicode GBK KB MB PDF PNG DNS API Webhook PostgreSQL TLS PEM SHA kg g dpi x'
    .toLowerCase()
    .split(' '),
);

/** What is typed or chosen by its name: languages of printers, platforms, fields, a host. */
const typedWords = new Set(
  'tspl zpl cpcl escpos z acs hex virtual kdniao practice name phone extension province city district town detail carrier localhost lang size txt waybill bind accept reject npm run SHIPDESK_PASSPHRASE SHIPDESK_PASSPHRASE_FILE SHIPDESK_RECOVERY_CODE once each never pg_basebackup pg_dump'.split(
    ' ',
  ),
);

/** A command with its options, an address, a file ending, a field in camel case. */
const typedText = /(?:shipdesk|--)[\x20-\x7e]*|[\w.]+:\/\/[\x21-\x7e]*|\.\w+|\b[a-z]+(?:[A-Z][a-z]+)+\b/g;
const typedCommand = new RegExp(
  commands
    .map(({ name }) => `\\b${name}\\b`)
    .sort((left, right) => right.length - left.length)
    .join('|'),
  'g',
);

/** A command of two words, or one that is no everyday word. */
const commandInText = new RegExp(
  commands
    .map(({ name }) => name)
    .filter((name) => name.includes(' ') || name === 'doctor')
    .map((name) => `\\b${name}\\b`)
    .join('|'),
  'g',
);

/** Settings by their name, a screen that is opened, a list that is loaded anew. */
const placeOfWindow =
  /“设置|(?<!系统)设置 ?[›→]|(?<!系统|邮箱)在设置里|或在设置里|重新打开(清单|平台档案)|打开订单|Settings|Open (it and look|the list again|the platform record again)/;

/** Words of a Chinese text that are neither names nor something to type. */
function englishWords(text: string): string[] {
  const sentence = text
    .replace(/\{\w+\}/g, '')
    .replace(typedText, '')
    .replace(typedCommand, '');
  const words = sentence.match(/[A-Za-z][A-Za-z_]*/g) ?? [];
  return words.filter((word) => !typedWords.has(word) && !productTerms.has(word.toLowerCase()));
}

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

test('there are error codes, written as codes', () => {
  expect(errorCodes.length).toBeGreaterThan(80);
  for (const code of errorCodes) expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
});

test('an English word in a Chinese text is noticed', () => {
  expect(englishWords('打开 settings 页面。')).toEqual(['settings']);
  expect(englishWords('运行 account list，或加 --json。')).toEqual([]);
});

describe.each(errorCodes)('%s', (code) => {
  const { 'zh-CN': chinese, en: english } = errorDefinition(code);

  test('says what is wrong and what to do, in both languages', () => {
    expect(chinese.says).toMatch(/\p{Script=Han}.*[。！？}]$/u);
    expect(chinese.next).toMatch(/\p{Script=Han}.*[。！？]$/u);
    expect(english.says).toMatch(/[A-Za-z].*[.!?}]$/);
    expect(english.next).toMatch(/[A-Za-z].*[.!?]$/);
    expect(english.says + english.next + english.commandLine).not.toMatch(/\p{Script=Han}/u);
  });

  test('tells a person at the window nothing to type at a command line', () => {
    if (code === 'USAGE') return;
    for (const { says, next } of [chinese, english]) {
      expect(says + next).not.toMatch(/--[a-z]|SHIPDESK_|命令行|command line/);
      expect(next.match(commandInText) ?? []).toEqual([]);
    }
  });

  test('leads nobody at the command line to a place that only the window has', () => {
    const says = [chinese.commandLine ?? chinese.next, english.commandLine ?? english.next];
    for (const text of says.filter((one) => !/窗口|in the window/i.test(one)))
      expect(text).not.toMatch(placeOfWindow);
  });

  test('differs for the command line in both languages or in none', () => {
    expect(chinese.commandLine === undefined).toBe(english.commandLine === undefined);
    if (chinese.commandLine === undefined || english.commandLine === undefined) return;
    expect(chinese.commandLine).toMatch(/\p{Script=Han}.*[。！？]$/u);
    expect(english.commandLine).toMatch(/[A-Za-z].*[.!?]$/);
    expect(englishWords(chinese.commandLine)).toEqual([]);
  });

  test('has the same places in both languages', () => {
    const placesOf = (one: typeof chinese) => [...new Set(places(one.says + one.next))].sort();
    expect(placesOf(chinese)).toEqual(placesOf(english));
  });

  test('speaks Chinese to a Chinese operator', () => {
    expect(englishWords(chinese.says + chinese.next)).toEqual([]);
  });
});

test('a place is filled with what the failure knows', () => {
  const code = errorCodes.find((one) => places(errorDefinition(one).en.says).includes('host')) as ErrorCode;
  expect(describeError(code, { host: 'a.example' }, 'en').says).toContain('a.example');
  expect(describeError(code, { host: 'a.example' }).says).toContain('a.example');
});

test('what nobody knows the end of is not taken for what has failed; the bench has its own picture of it', () => {
  const open = errorCodes.filter((code) => code.endsWith('_UNSURE') && !errorAreas.bench.includes(code));
  expect(open.filter((code) => !isUnsureCode(code))).toEqual([]);
  expect(isUnsureCode('CARRIER_REFUSED')).toBe(false);
});
