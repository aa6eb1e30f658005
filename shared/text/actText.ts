import { type Right, rights, roles } from '../domain/operator.ts';
import { type ActStep, actKind, type OperatorActKind, sealTroubles } from '../domain/operatorAct.ts';
import { receiptKinds } from '../domain/printing/printJob.ts';
import { inShopTime } from '../rules/shopTime.ts';
import type { Language } from './describeError.ts';
import { say, wordFor } from './words.ts';
import type { acts } from './zh-CN/acts.ts';

type ActWord = keyof typeof acts.actWord;

/** What somebody did. */
export const actKindWord = (language: Language, kind: OperatorActKind): string =>
  actKind(kind)[language === 'en' ? 'en' : 'zh'];

/** How far it came; empty: all in one. */
export function actStepWord(
  language: Language,
  { step, isNeverEnded }: { readonly step: ActStep; readonly isNeverEnded: boolean },
): string {
  if (isNeverEnded) return wordFor(language, 'actStep', 'never-ended');
  return step === '' ? '' : wordFor(language, 'actStep', step);
}

/** What it was about. */
export function actText(language: Language, kind: OperatorActKind, what: string): string {
  const found = readActWhat(kind, what);
  if (found.is === 'copy') {
    const { parcelNo, copyNo } = found;
    return parcelNo === ''
      ? say(language, 'actWhat.copy', { copyNo })
      : say(language, 'actWhat.parcelCopy', { parcelNo, copyNo });
  }
  if (found.is === 'counted') {
    const { thing, count } = found;
    return isCountedThing(thing) ? say(language, `actWhat.${thing}`, { count }) : what;
  }
  const known: readonly string[] = knownWords[kind] ?? [];
  const inWords = found.words.map((word) => {
    if (roles.some((role) => role === word)) return wordFor(language, 'role', word);
    if (known === rights) return wordFor(language, 'right', word);
    if (word === 'PIN') return wordFor(language, 'actWhat', 'pin');
    return known.includes(word) ? wordFor(language, 'actWord', word) : word;
  });
  return inShopTime(inWords.join(' '));
}

const countedThings = ['order', 'orders', 'address', 'address-memory'] as const;

const isCountedThing = (thing: string): thing is (typeof countedThings)[number] =>
  countedThings.some((one) => one === thing);

/** What an act was about, taken apart; `words`: names, roles and fixed words, in the order they were written. */
type ActWhat =
  | { readonly is: 'copy'; readonly parcelNo: string; readonly copyNo: string }
  | { readonly is: 'counted'; readonly thing: string; readonly count: number }
  | { readonly is: 'words'; readonly words: readonly string[] };

const copies = /^(?:parcel (\d+) )?copy (\d+)$/;
/** A file's digest may be behind the count. */
const counted = /^([a-z-]+) (\d+)(?: [0-9a-f]{64})?$/;
const wordsIn = /command line|by hand|\S+/g;
const digestAtEnd = / [0-9a-f]{64}$/;
/** Names are free: only what these kinds write is taken apart. */
const copyKinds: readonly OperatorActKind[] = ['reprinted', 'full-form-printed'];
const countKinds: readonly OperatorActKind[] = [
  'personal-data-shown',
  'personal-data-exported',
  'exported-masked',
  'orders-merged',
  'order-split',
  'corrected-in-bulk',
  'correction-undone',
  'import-undone',
];

const settingWords = [
  'language',
  'theme',
  'sender',
  'merchantText',
  'defaultAccountId',
  'defaultCarrier',
  'defaultPrinterUri',
  'minConfidence',
  'bookingRetries',
  'bookingDeadlineMinutes',
  'unshippedDays',
  'refundDays',
  'lowBalance',
  'labelsPerRoll',
  'codPayoutDays',
  'cutOffHour',
  'billTolerances',
  'printRoutes',
  'staleAfterMinutes',
  'isHeldAfterRestart',
  'reprintLimit',
  'labelOrder',
  'carrierSizes',
  'trackingPerDay',
  'pushRelay',
  'pushFolder',
  'noticeHook',
  'updates',
] as const;
const benchPrinterWords = ['printerUri', 'slipPrinterUri'] as const;
const benchWords = [
  'benchName',
  'shops',
  'carriers',
  'printAt',
  'opensBySku',
  'checksItems',
  'weighs',
  'scansLabel',
  'showsPictures',
  'handsOverPackedOnly',
  'gunPrefix',
  'serialGuns',
  'scale',
  'sounds',
  'recorder',
  'camera',
] as const;
const keyWords = ['recovery', 'passphrase', 'key-store', 'renewed', '-'] as const;
const fileWords = ['write-back', 'result', 'failed-rows', 'claims', 'bill'] as const;
const fallbackWords = ['wait', 'backup', 'manual'] as const;
const accountWords = ['merchantId', 'key', 'endpoint', 'fields'] as const;
const answerWords = ['not-there', 'same-parcel', 'another-parcel', 'cancelled', 'stands'] as const;
const deskWords = ['window', 'command line', 'badge'] as const;
const handWords = ['by hand'] as const;

/** Fixed words that these kinds write, each shown in the operator's language; of every other kind they may be names. */
const knownWords: Partial<Record<OperatorActKind, readonly (ActWord | Right)[]>> = {
  'settings-changed': [...settingWords, ...benchPrinterWords, ...benchWords],
  'bench-printers-chosen': benchPrinterWords,
  'key-changed': keyWords,
  'file-written': fileWords,
  'receipts-printed': receiptKinds,
  'account-fallback-set': fallbackWords,
  'account-changed': accountWords,
  'booking-answered': answerWords,
  'pin-wrong': deskWords,
  'signed-in': deskWords,
  'waybill-given-back': handWords,
  'seal-trouble': sealTroubles,
  'seal-trouble-confirmed': sealTroubles,
  'approval-given': rights,
  'approval-refused': rights,
};

/** The record keeps the same few words in every language: `parcel 2 copy 3`, `orders 12`, `王芳 packer → clerk PIN`. */
export function readActWhat(kind: OperatorActKind, what: string): ActWhat {
  const [, parcelNo = '', copyNo] = (copyKinds.includes(kind) && copies.exec(what)) || [];
  if (copyNo !== undefined) return { is: 'copy', parcelNo, copyNo };
  const [, thing, count] = (countKinds.includes(kind) && counted.exec(what)) || [];
  if (thing !== undefined) return { is: 'counted', thing, count: Number(count) };
  return { is: 'words', words: what.replace(digestAtEnd, '').match(wordsIn) ?? [] };
}
