import type { IntakeCase } from '../intakeCase.ts';
import { courierCases } from './courierCases.ts';
import { foreignCases } from './foreignCases.ts';
import { groupCases } from './groupCases.ts';
import { marketplaceCases } from './marketplaceCases.ts';
import { quirkCases } from './quirkCases.ts';
import { shopCases } from './shopCases.ts';
import { taobaoCases } from './taobaoCases.ts';
import { tradeCases } from './tradeCases.ts';

/** Every case of the corpus. */
export const intakeCases: readonly IntakeCase[] = [
  ...taobaoCases,
  ...marketplaceCases,
  ...groupCases,
  ...shopCases,
  ...tradeCases,
  ...courierCases,
  ...foreignCases,
  ...quirkCases,
];
