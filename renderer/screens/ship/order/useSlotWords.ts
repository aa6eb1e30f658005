import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../../../parts/dateFormat.ts';
import type { PickupSlot } from './pickupSlots.ts';

/** A slot as people say it: 11月26日周四 14:00 – 16:00. */
export function useSlotWords(): (slot: PickupSlot) => string {
  const { language } = useTranslation().i18n;
  return useCallback(
    ({ startAt, endAt }) => {
      const day = dateFormat(language, { month: 'short', day: 'numeric', weekday: 'short' });
      const time = dateFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false });
      return `${day.format(startAt)} ${time.format(startAt)} – ${time.format(endAt)}`;
    },
    [language],
  );
}
