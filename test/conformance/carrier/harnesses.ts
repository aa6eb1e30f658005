import type { CarrierHarness } from './carrierHarness.ts';
import { kdniaoHarness } from './kdniaoHarness.ts';
import { kuaidi100Harness } from './kuaidi100Harness.ts';
import { practiceHarness } from './practiceHarness.ts';
import { sfHarness } from './sfHarness.ts';

/** One for each platform of the product. */
export const harnesses: readonly CarrierHarness[] = [
  practiceHarness,
  kdniaoHarness,
  kuaidi100Harness,
  sfHarness,
];
