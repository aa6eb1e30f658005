import type { ComponentType } from 'react';
import type { Right } from '../../../shared/domain/operator.ts';
import type { PlaceFocus } from '../../parts/place.ts';
import { BoardTab } from './board/BoardTab.tsx';

export interface InsightTabProps {
  readonly focus: PlaceFocus;
  readonly step: number;
}

/** One line a tab, in the order shown: what is shown, and what it takes beyond seeing the work. */
export const insightTabs = {
  board: [BoardTab],
} as const satisfies Readonly<Record<string, readonly [ComponentType<InsightTabProps>, ...Right[]]>>;

export type InsightTabId = keyof typeof insightTabs;
export const insightTabIds = Object.keys(insightTabs) as readonly InsightTabId[];
