import { carrierName } from '../../../shared/domain/carriers/carrierNames.ts';
import type { PickupStage } from '../../../shared/domain/pickup.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import type { StoredPickup } from '../../store/booking/pickupTables.ts';
import { localTime } from '../main/localTime.ts';

const stages: Readonly<Record<PickupStage, Readonly<Record<Language, string>>>> = {
  sending: { 'zh-CN': '正在预约', en: 'being ordered' },
  unsure: { 'zh-CN': '结果待确认', en: 'unsure' },
  placed: { 'zh-CN': '已预约', en: 'ordered' },
  assigned: { 'zh-CN': '已派快递员', en: 'courier assigned' },
  collected: { 'zh-CN': '已取走', en: 'collected' },
  cancelling: { 'zh-CN': '取消待确认', en: 'being called off' },
  cancelled: { 'zh-CN': '已取消', en: 'called off' },
  failed: { 'zh-CN': '派单失败', en: 'failed' },
  refused: { 'zh-CN': '没有约上', en: 'refused' },
};

/** A pickup as `--json` shows it; times are ISO 8601. */
export function pickupView(pickup: StoredPickup) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    orderNo: pickup.orderNo,
    state: pickup.state,
    kind: pickup.kind,
    platform: pickup.platform,
    carrier: pickup.carrier,
    orderCode: pickup.orderCode,
    waybillNo: pickup.waybillNo,
    from: iso(pickup.startAt),
    to: iso(pickup.endAt),
    costFen: pickup.costFen,
    errorCode: pickup.errorCode,
  };
}

export function pickupLine(pickup: StoredPickup, language: Language): string {
  const window =
    pickup.startAt === null || pickup.endAt === null
      ? ''
      : `${localTime(pickup.startAt)} – ${localTime(pickup.endAt)}`;
  const parts = [
    pickup.orderNo,
    stages[pickup.state][language],
    carrierName(pickup.carrier, language),
    window,
    pickup.waybillNo,
    pickup.errorCode,
  ];
  return parts.filter((text) => text !== '').join('  ');
}
