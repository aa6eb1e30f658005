import type { ImportProfile } from './importProfile.ts';
import { marketplaceProfiles } from './marketplaceProfiles.ts';
import { tradeProfiles } from './tradeProfiles.ts';

/** For every table that is no known export: read by the common dictionary and by content. */
export const genericProfile: ImportProfile = {
  id: 'generic',
  name: { 'zh-CN': '通用表格', en: 'Any table' },
  must: [],
};

/** Every profile. A new platform is one entry in one of the two lists. */
export const importProfiles: readonly ImportProfile[] = [
  ...marketplaceProfiles,
  ...tradeProfiles,
  genericProfile,
];
