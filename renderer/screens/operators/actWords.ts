import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import { rights, roles } from '../../../shared/domain/operator.ts';
import { actKind, type OperatorActKind, sealTroubles } from '../../../shared/domain/operatorAct.ts';
import { receiptKinds } from '../../../shared/domain/printing/printJob.ts';

export function useKindWord(): (kind: OperatorActKind) => string {
  const { language } = useTranslation().i18n;
  return useCallback((kind) => actKind(kind)[language === 'en' ? 'en' : 'zh'], [language]);
}

/** What an act was about, in the operator's language. */
export function useActWords(): (row: Pick<OperatorActRow, 'kind' | 'what'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, what }) => {
      const found = readActWhat(kind, what);
      if (found.is === 'copy') {
        const { parcelNo, copyNo } = found;
        return parcelNo === ''
          ? t('operatorSettings.what.copy', { copyNo })
          : t('operatorSettings.what.parcelCopy', { parcelNo, copyNo });
      }
      if (found.is === 'counted') {
        const { thing, count } = found;
        if (thing === 'order' || thing === 'address') return t(`operatorSettings.what.${thing}`);
        if (thing === 'orders') return t('operatorSettings.what.orders', { count });
        return thing === 'address-memory' ? t('operatorSettings.what.addressMemory', { count }) : what;
      }
      const known: readonly string[] = knownWords[kind] ?? [];
      const inWords = found.words.map((word) => {
        const role = roles.find((name) => name === word);
        if (role !== undefined) return t(`role.${role}`);
        const right = known === rights ? rights.find((name) => name === word) : undefined;
        if (right !== undefined) return t(`right.${right}`);
        if (word === 'PIN') return t('operatorSettings.what.pin');
        return known.includes(word) ? t(`operatorSettings.word.${word as KnownWord}`) : word;
      });
      return inWords.join(' ');
    },
    [t],
  );
}

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

type KnownWord =
  | (typeof settingWords)[number]
  | (typeof benchPrinterWords)[number]
  | (typeof benchWords)[number]
  | (typeof keyWords)[number]
  | (typeof fileWords)[number]
  | (typeof fallbackWords)[number]
  | (typeof accountWords)[number]
  | (typeof answerWords)[number]
  | (typeof deskWords)[number]
  | (typeof handWords)[number]
  | (typeof receiptKinds)[number]
  | (typeof sealTroubles)[number];

/** Fixed words that these kinds write, each shown in the operator's language; of every other kind they may be names. */
const knownWords: Partial<Record<OperatorActKind, readonly string[]>> = {
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
