import { fields } from '../../../shared/text/en/fields.ts';
import { reasons } from '../../../shared/text/en/reasons.ts';
import { rule } from '../../../shared/text/en/rules.ts';
import { states } from '../../../shared/text/en/states.ts';
import type { Wording } from '../../../shared/text/wording.ts';
import type { zhCN } from '../zh-CN/zhCN.ts';
import { accounts, goLive, lanes } from './accounts.ts';
import { booking, preflight } from './booking.ts';
import { correct } from './correct.ts';
import { frame } from './frame.ts';
import { changes, imports, watch } from './imports.ts';
import { carrierLabels, labelEditor, labelTrials } from './labels.ts';
import { manual, unshipped } from './manual.ts';
import { holding, merging } from './merging.ts';
import { fullForm, operatorSettings, operators, rescue, reveal } from './operators.ts';
import { areas, day, prices } from './prices.ts';
import { papers, print, printing } from './print.ts';
import { printerSetup } from './printerSetup.ts';
import { rules } from './rules.ts';
import { addressBook, calls, dictionary, settings } from './settings.ts';
import { freight, parcels, pickup, ship } from './ship.ts';
import { today } from './today.ts';
import { exporting, track, writeBack } from './track.ts';

/** Every word of the page in English. */
export const en: Wording<typeof zhCN> = {
  ...frame,
  ...states,
  ...reasons,
  ...fields,
  rule,
  addressBook,
  today,
  imports,
  changes,
  correct,
  dictionary,
  holding,
  merging,
  labelEditor,
  carrierLabels,
  labelTrials,
  ship,
  booking,
  freight,
  accounts,
  lanes,
  goLive,
  calls,
  manual,
  unshipped,
  pickup,
  preflight,
  operators,
  reveal,
  fullForm,
  papers,
  parcels,
  print,
  printerSetup,
  printing,
  track,
  rules,
  prices,
  areas,
  day,
  settings,
  operatorSettings,
  rescue,
  watch,
  writeBack,
  exporting,
};
