import type { ComponentType } from 'react';
import type { Right } from '../../../shared/domain/operator.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import type { PlaceFocus } from '../../parts/place.ts';
import { AlarmsTab } from './alarms/AlarmsTab.tsx';
import { BillsTab } from './bills/BillsTab.tsx';
import { BoardTab } from './board/BoardTab.tsx';
import { CallsTab } from './calls/CallsTab.tsx';
import { CodTab } from './cod/CodTab.tsx';
import { CostsTab } from './parcels/CostsTab.tsx';
import { TransitTab } from './parcels/TransitTab.tsx';
import { TroublesTab } from './parcels/TroublesTab.tsx';
import { VolumesTab } from './parcels/VolumesTab.tsx';
import { ReviewTab } from './reviews/ReviewTab.tsx';

export interface InsightTabProps {
  readonly focus: PlaceFocus;
  readonly step: number;
}

/** One line a tab, in the order shown: what is shown, and what it takes beyond seeing the work. */
export const insightTabs = {
  board: [BoardTab],
  calls: [CallsTab],
  volumes: [VolumesTab],
  transit: [TransitTab],
  troubles: [TroublesTab],
  costs: [CostsTab],
  bills: [BillsTab],
  cod: [CodTab],
  reviews: [ReviewTab],
  alarms: [AlarmsTab],
} as const satisfies Readonly<Record<string, readonly [ComponentType<InsightTabProps>, ...Right[]]>>;

export type InsightTabId = keyof typeof insightTabs;
export const insightTabIds: readonly InsightTabId[] = keysOf(insightTabs);
