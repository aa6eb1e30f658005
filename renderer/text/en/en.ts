import type { Wording } from '../zh-CN/wording.ts';
import type { zhCN } from '../zh-CN/zhCN.ts';
import { accounts } from './accounts.ts';
import { addressBook } from './addressBook.ts';
import { booking } from './booking.ts';
import { calls } from './calls.ts';
import { carrierLabels } from './carrierLabels.ts';
import { changes } from './changes.ts';
import { correct } from './correct.ts';
import { dictionary } from './dictionary.ts';
import { exporting } from './exporting.ts';
import { frame } from './frame.ts';
import { freight } from './freight.ts';
import { goLive } from './goLive.ts';
import { imports } from './imports.ts';
import { labelEditor } from './labelEditor.ts';
import { labelTrials } from './labelTrials.ts';
import { lanes } from './lanes.ts';
import { manual, unshipped } from './manual.ts';
import { holding, merging } from './merging.ts';
import { operatorSettings } from './operatorSettings.ts';
import { fullForm, operators, reveal } from './operators.ts';
import { papers } from './papers.ts';
import { parcels } from './parcels.ts';
import { pickup } from './pickup.ts';
import { preflight } from './preflight.ts';
import { areas, day, prices } from './prices.ts';
import { print } from './print.ts';
import { printerSetup } from './printerSetup.ts';
import { printing } from './printing.ts';
import { rescue } from './rescue.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { ship } from './ship.ts';
import { today } from './today.ts';
import { track } from './track.ts';
import { watch } from './watch.ts';
import { words } from './words.ts';
import { writeBack } from './writeBack.ts';

/** Every word of the page in English. */
export const en: Wording<typeof zhCN> = {
  ...frame,
  ...words,
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
