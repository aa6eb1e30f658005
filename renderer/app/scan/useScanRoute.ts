import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { go } from '../../parts/place.ts';
import { offerScan } from '../../parts/scanTakers.ts';
import { useDescribe } from '../../words/describe.ts';

/**
 * The screen at hand is asked first what a scan means there; else a waybill or order opens its parcel, and a code that is
 * nobody's is said.
 */
export function useScanRoute(): (code: string) => void {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (code) => {
      const find = async (): Promise<void> => {
        if (await offerScan(code)) return;
        const search = code.slice(0, 100);
        const { rows } = await core.orders.window({ filter: { search, isCode: true }, offset: 0, limit: 10 });
        const exact = rows.find(({ orderNo, waybillNo }) => orderNo === code || waybillNo === code);
        const found = exact ?? (rows.length === 1 ? rows[0] : undefined);
        if (found === undefined)
          say({ tone: 'failed', says: t('scan.unknown', { code }), next: t('scan.unknownNext') });
        else go('ship', { orderId: found.id });
      };
      find().catch((error: unknown) => {
        const failure = failureOf(error);
        say({ tone: 'failed', ...describe(failure.code, failure.params), code: failure.code });
      });
    },
    [t, describe],
  );
}
