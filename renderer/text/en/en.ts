import { acts } from '../../../shared/text/en/acts.ts';
import { alarms } from '../../../shared/text/en/alarms.ts';
import { bills } from '../../../shared/text/en/bills.ts';
import { cases } from '../../../shared/text/en/cases.ts';
import { fields } from '../../../shared/text/en/fields.ts';
import { packing as packingWords } from '../../../shared/text/en/packing.ts';
import { platformRecord } from '../../../shared/text/en/platformRecord.ts';
import { reasons } from '../../../shared/text/en/reasons.ts';
import { rule } from '../../../shared/text/en/rules.ts';
import { states } from '../../../shared/text/en/states.ts';
import type { Wording } from '../../../shared/text/wording.ts';
import type { zhCN } from '../zh-CN/zhCN.ts';
import * as accounts from './accounts.ts';
import * as backups from './backups.ts';
import { billWork } from './bills.ts';
import * as booking from './booking.ts';
import { buyerNotice, caseRules } from './caseRules.ts';
import { caseWork } from './caseWork.ts';
import * as correct from './correct.ts';
import { door } from './door/door.ts';
import { frame } from './frame.ts';
import * as imports from './imports.ts';
import * as insight from './insight.ts';
import * as labels from './labels.ts';
import * as manual from './manual.ts';
import * as merging from './merging.ts';
import * as operators from './operators.ts';
import * as devices from './packing/devices.ts';
import { goodsCodes } from './packing/goodsCodes.ts';
import { packing } from './packing/packing.ts';
import { packingRules } from './packing/packingRules.ts';
import * as record from './platform/record.ts';
import * as prices from './prices.ts';
import * as print from './print.ts';
import * as printerSetup from './printerSetup.ts';
import * as pushes from './pushes.ts';
import * as recovery from './recovery.ts';
import { person } from './retention/person.ts';
import { retention } from './retention/retention.ts';
import * as rules from './rules.ts';
import * as settings from './settings.ts';
import * as ship from './ship.ts';
import * as today from './today.ts';
import * as track from './track.ts';
import { updates } from './updates/updates.ts';
import { workstations } from './workstations/workstations.ts';

/** Every word of the page in English. */
export const en: Wording<typeof zhCN> = {
  ...frame,
  ...states,
  ...reasons,
  ...fields,
  ...acts,
  ...alarms,
  ...cases,
  buyerNotice,
  caseRules,
  ...bills,
  billWork,
  caseWork,
  rule,
  ...accounts,
  ...backups,
  ...booking,
  ...correct,
  ...devices,
  ...packingWords,
  door,
  updates,
  person,
  retention,
  ...imports,
  ...insight,
  ...labels,
  ...manual,
  ...merging,
  ...operators,
  packing,
  goodsCodes,
  packingRules,
  ...prices,
  ...print,
  ...printerSetup,
  ...platformRecord,
  ...pushes,
  ...record,
  ...recovery,
  ...rules,
  ...settings,
  ...ship,
  ...today,
  ...track,
  workstations,
};
