import type { Language } from './describeError.ts';
import { acts as englishActs } from './en/acts.ts';
import { alarms as englishAlarms } from './en/alarms.ts';
import { bills as englishBills } from './en/bills.ts';
import { cases as englishCases } from './en/cases.ts';
import { fields as englishFields } from './en/fields.ts';
import { packing as englishPacking } from './en/packing.ts';
import { parcelCare as englishParcelCare } from './en/parcelCare.ts';
import { platformRecord as englishPlatformRecord } from './en/platformRecord.ts';
import { reasons as englishReasons } from './en/reasons.ts';
import { rule as englishRule } from './en/rules.ts';
import { states as englishStates } from './en/states.ts';
import { joinHan, markHan } from './hanSpacing.ts';
import type { Wording, WordKey, WordParams } from './wording.ts';
import { acts } from './zh-CN/acts.ts';
import { alarms } from './zh-CN/alarms.ts';
import { bills } from './zh-CN/bills.ts';
import { cases } from './zh-CN/cases.ts';
import { fields } from './zh-CN/fields.ts';
import { packing } from './zh-CN/packing.ts';
import { parcelCare } from './zh-CN/parcelCare.ts';
import { platformRecord } from './zh-CN/platformRecord.ts';
import { reasons } from './zh-CN/reasons.ts';
import { rule } from './zh-CN/rules.ts';
import { states } from './zh-CN/states.ts';

const chinese = {
  ...states,
  ...reasons,
  ...fields,
  ...acts,
  ...alarms,
  ...cases,
  ...packing,
  ...parcelCare,
  ...platformRecord,
  ...bills,
  rule,
};
type Words = typeof chinese;

const words: Readonly<Record<Language, Wording<Words>>> = {
  'zh-CN': chinese,
  en: {
    ...englishStates,
    ...englishReasons,
    ...englishFields,
    ...englishActs,
    ...englishAlarms,
    ...englishCases,
    ...englishPacking,
    ...englishParcelCare,
    ...englishPlatformRecord,
    ...englishBills,
    rule: englishRule,
  },
};

/** Groups with one word for each state, reason or field. */
export type WordGroup = Exclude<keyof Words, 'rule'>;

/** Puts values into `{{places}}`. */
function fill(text: string, params: WordParams): string {
  return joinHan(
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => markHan(String(params[name] ?? whole), name)),
  );
}

/** A field of an account, as its platform names it. */
export interface AccountFieldName {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

const accountFields = new Map<string, AccountFieldName>();

/** Platforms name the fields of their accounts themselves; a failure that speaks of such a field says that name. */
export function addAccountFields(fields: readonly AccountFieldName[]): void {
  for (const field of fields) accountFields.set(field.key, field);
}

export function accountFieldName(language: Language, key: string): string | undefined {
  return accountFields.get(key)?.[language === 'en' ? 'nameEn' : 'nameZh'];
}

/** A text of the catalogue with its places filled. */
export function say(language: Language, key: WordKey<Words>, params: WordParams = {}): string {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>>)[part], words[language]);
  return fill(String(found), params);
}

/** The word people read for a state, reason or field; one that has none is its own word. */
export function wordFor(language: Language, group: WordGroup, name: string): string {
  const known: Readonly<Record<string, string>> = words[language][group];
  return Object.hasOwn(known, name) ? (known[name] ?? name) : name;
}
