import type { TFunction } from 'i18next';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInRouteText } from '../../../shared/domain/scans/routeCode.ts';
import { isPartOf, splitGlued } from '../../../shared/domain/scans/scanCode.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { say as sayOf, takeBack } from '../../parts/feedback/Toasts.tsx';
import { go, usePlace } from '../../parts/place.ts';
import { offerScan } from '../../parts/scanTakers.ts';
import { useDescribe } from '../../words/describe.ts';
import { playBenchSound } from '../../work/devices/benchSound.ts';
import { useBadge } from '../operators/useBadge.ts';
import type { GunWord } from './scanCatcher.ts';

/** Long enough to say which code it was; a page of text that a gun read is cut. */
const shown = (code: string): string => code.slice(0, 40);

const soundOf = { unknown: 'unknown', mixed: 'glued', unended: 'half' } as const;

/** A scan's trouble is shown until the next scan, or until the screen is left that it came from. */
const say = (trouble: Omit<Parameters<typeof sayOf>[0], 'tone' | 'about'>): void =>
  sayOf({ ...trouble, tone: 'failed', about: 'scan' });

function sayNot(t: TFunction, what: keyof typeof soundOf, code: string): void {
  playBenchSound(soundOf[what]);
  say({ says: t(`scan.${what}`, { code: shown(code) }), next: t(`scan.${what}Next`) });
}

/** Opens the parcel of a code that no screen took. A beginning or end of a number is named, never opened. */
async function openParcel(t: TFunction, code: string, isBehind: boolean): Promise<void> {
  const filter = { search: code.slice(0, 100), isCode: true };
  const { rows } = await core.orders.window({ filter, offset: 0, limit: 10 });
  const exact = rows.find(({ orderNo, waybillNo }) => orderNo === code || waybillNo === code);
  const found = exact ?? (rows.length === 1 ? rows[0] : undefined);
  if (found === undefined) {
    sayNot(t, isBehind ? 'mixed' : 'unknown', code);
    return;
  }
  const open = (): void => go('ship', { orderId: found.id });
  const whole = [found.orderNo, found.waybillNo].find((number) => isPartOf(code, number));
  if (found === exact || whole === undefined) open();
  else {
    playBenchSound('half');
    say({
      says: t('scan.half', { code: shown(code) }),
      next: t('scan.halfNext', { whole: shown(whole) }),
      action: { label: t('scan.open'), run: open },
    });
  }
}

/**
 * A badge signs in on every screen. Else the screen at hand is asked first what a scan means there; else a waybill or order opens its parcel, and a code that is
 * nobody's is said. Codes that came as one are separated where that is beyond doubt.
 */
export function useScanRoute(): (word: GunWord) => void {
  const { t } = useTranslation();
  const describe = useDescribe();
  const takeBadge = useBadge();
  useEffect(
    () =>
      usePlace.subscribe(({ place }, { place: previous }) => {
        if (place.screen !== previous.screen) takeBack('scan');
      }),
    [],
  );
  return useCallback(
    (word) => {
      takeBack('scan');
      if (word.kind !== 'code') {
        sayNot(t, word.kind === 'rest' ? 'mixed' : 'unended', word.text);
        return;
      }
      // The QR code of an SF label is beside its barcode: a gun that meets it means the parcel too.
      const scanned = numberInRouteText(word.code) ?? word.code;
      const take = async (): Promise<void> => {
        for (const code of splitGlued(scanned) ?? [scanned])
          if (!(await takeBadge(code)) && !(await offerScan(code))) await openParcel(t, code, word.isBehind);
      };
      take().catch((error: unknown) => {
        const failure = failureOf(error);
        say({ ...describe(failure.code, failure.params), code: failure.code });
      });
    },
    [t, describe, takeBadge],
  );
}
