import type { Wording, zhCN } from '../zh-CN/zhCN.ts';
import { accounts, lanes } from './accounts.ts';
import { booking } from './booking.ts';
import { correct } from './correct.ts';
import { frame } from './frame.ts';
import { goLive } from './goLive.ts';
import { changes, imports, watch } from './imports.ts';
import { carrierLabels, labelEditor, labelTrials } from './labels.ts';
import { manual, unshipped } from './manual.ts';
import { holding, merging } from './merging.ts';
import { fullForm, operatorSettings, operators, rescue, reveal } from './operators.ts';
import { preflight } from './preflight.ts';
import { areas, day, prices } from './prices.ts';
import { papers, print, printing } from './print.ts';
import { printerSetup } from './printerSetup.ts';
import { rules } from './rules.ts';
import { addressBook, calls, dictionary, settings } from './settings.ts';
import { freight, parcels, pickup, ship } from './ship.ts';
import { today } from './today.ts';
import { exporting, track, writeBack } from './track.ts';
import { words } from './words.ts';

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
