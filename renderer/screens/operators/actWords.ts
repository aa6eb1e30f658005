import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type OperatorActKind, roles } from '../../../shared/domain/operator.ts';
import type { ActRow } from '../../bridge/queries/settingsQueries.ts';

/** What an act was about, in the operator's language. */
export function useActWords(): (row: Pick<ActRow, 'kind' | 'what'>) => string {
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
      const inWords = found.words.map((word) => {
        const role = roles.find((name) => name === word);
        if (role !== undefined) return t(`role.${role}`);
        return word === 'PIN' ? t('operatorSettings.what.pin') : word;
      });
      return inWords.join(' ');
    },
    [t],
  );
}

/** What an act was about, taken apart; `words`: names, roles and the PIN, in the order they were written. */
type ActWhat =
  | { readonly is: 'copy'; readonly parcelNo: string; readonly copyNo: string }
  | { readonly is: 'counted'; readonly thing: string; readonly count: number }
  | { readonly is: 'words'; readonly words: readonly string[] };

const copies = /^(?:parcel (\d+) )?copy (\d+)$/;
const counted = /^([a-z-]+) (\d+)$/;
/** Names are free: only what these kinds write is taken apart. */
const copyKinds: readonly OperatorActKind[] = ['reprinted', 'full-form-printed'];
const countKinds: readonly OperatorActKind[] = ['personal-data-shown', 'personal-data-exported'];

/** The record keeps the same few words in every language: `parcel 2 copy 3`, `orders 12`, `王芳 packer → clerk PIN`. */
export function readActWhat(kind: OperatorActKind, what: string): ActWhat {
  const [, parcelNo = '', copyNo] = (copyKinds.includes(kind) && copies.exec(what)) || [];
  if (copyNo !== undefined) return { is: 'copy', parcelNo, copyNo };
  const [, thing, count] = (countKinds.includes(kind) && counted.exec(what)) || [];
  if (thing !== undefined) return { is: 'counted', thing, count: Number(count) };
  return { is: 'words', words: what.split(' ') };
}
