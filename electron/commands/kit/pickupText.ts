import { carrierName } from '../../../shared/domain/carrierNames.ts';
import type { PickupStage } from '../../../shared/domain/pickup.ts';
import type { Language } from '../../../shared/errors/describeError.ts';
import type { PickupsTable } from '../../store/pickupTables.ts';
import { localTime } from './localTime.ts';

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
export function pickupView(pickup: PickupsTable) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    orderNo: pickup.order_no,
    state: pickup.state,
    kind: pickup.kind,
    platform: pickup.platform,
    carrier: pickup.carrier,
    orderCode: pickup.order_code,
    waybillNo: pickup.waybill_no,
    from: iso(pickup.start_at),
    to: iso(pickup.end_at),
    costFen: pickup.cost_fen,
    errorCode: pickup.error_code,
  };
}

export function pickupLine(pickup: PickupsTable, language: Language): string {
  const window =
    pickup.start_at === null || pickup.end_at === null
      ? ''
      : `${localTime(pickup.start_at)} – ${localTime(pickup.end_at)}`;
  const parts = [
    pickup.order_no,
    stages[pickup.state][language],
    carrierName(pickup.carrier, language),
    window,
    pickup.waybill_no,
    pickup.error_code,
  ];
  return parts.filter((text) => text !== '').join('  ');
}
