import { addressKnowledgeContract } from './addressKnowledgeContract.ts';
import { bookingHealthContract } from './bookingHealthContract.ts';
import { callsContract } from './callsContract.ts';
import { carrierLabelsContract } from './carrierLabelsContract.ts';
import { changesContract } from './changesContract.ts';
import { correctContract } from './correctContract.ts';
import { dictionaryContract } from './dictionary.ts';
import { freightContract } from './freight.ts';
import { goLiveContract } from './goLiveContract.ts';
import { importsContract } from './importsContract.ts';
import { labelTemplatesContract } from './labelTemplatesContract.ts';
import { labelTrialsContract } from './labelTrialsContract.ts';
import { manualContract } from './manualContract.ts';
import { mergingContract } from './mergingContract.ts';
import { operatorsContract } from './operators.ts';
import { ordersContract } from './ordersContract.ts';
import { paperContract } from './paperContract.ts';
import { parcelsContract } from './parcelsContract.ts';
import { pasteContract } from './pasteContract.ts';
import { pickupContract } from './pickupContract.ts';
import { preflightContract } from './preflightContract.ts';
import { printContract } from './printContract.ts';
import { printerSetupContract } from './printers.ts';
import { receiptsContract } from './receiptsContract.ts';
import { rulesContract } from './rules.ts';
import { runContract } from './runContract.ts';
import { sessionContract } from './sessionContract.ts';
import { settingsContract } from './settings.ts';
import { shipContract } from './shipContract.ts';
import { statusContract } from './statusContract.ts';
import { storyContract } from './storyContract.ts';
import { trackContract } from './tracking.ts';
import { watchContract } from './watchContract.ts';
import { outContract } from './writeback.ts';

/** Spelled out: the inferred type is too long to be written down. */
export type Contract = {
  readonly session: typeof sessionContract;
  readonly status: typeof statusContract;
  readonly operators: typeof operatorsContract;
  readonly imports: typeof importsContract;
  readonly dictionary: typeof dictionaryContract;
  readonly correct: typeof correctContract;
  readonly paste: typeof pasteContract;
  readonly addressKnowledge: typeof addressKnowledgeContract;
  readonly orders: typeof ordersContract;
  readonly changes: typeof changesContract;
  readonly merging: typeof mergingContract;
  readonly out: typeof outContract;
  readonly watch: typeof watchContract;
  readonly rules: typeof rulesContract;
  readonly freight: typeof freightContract;
  readonly ship: typeof shipContract;
  readonly pickup: typeof pickupContract;
  readonly preflight: typeof preflightContract;
  readonly bookingHealth: typeof bookingHealthContract;
  readonly goLive: typeof goLiveContract;
  readonly calls: typeof callsContract;
  readonly story: typeof storyContract;
  readonly run: typeof runContract;
  readonly manual: typeof manualContract;
  readonly print: typeof printContract;
  readonly printerSetup: typeof printerSetupContract;
  readonly labelTemplates: typeof labelTemplatesContract;
  readonly carrierLabels: typeof carrierLabelsContract;
  readonly labelTrials: typeof labelTrialsContract;
  readonly paper: typeof paperContract;
  readonly parcels: typeof parcelsContract;
  readonly receipts: typeof receiptsContract;
  readonly track: typeof trackContract;
  readonly settings: typeof settingsContract;
};

/** All that a page may ask of the core. Inputs and replies are schema-checked on the core's side of the port. */
export const contract: Contract = {
  session: sessionContract,
  status: statusContract,
  operators: operatorsContract,
  imports: importsContract,
  dictionary: dictionaryContract,
  correct: correctContract,
  paste: pasteContract,
  addressKnowledge: addressKnowledgeContract,
  orders: ordersContract,
  changes: changesContract,
  merging: mergingContract,
  out: outContract,
  watch: watchContract,
  rules: rulesContract,
  freight: freightContract,
  ship: shipContract,
  pickup: pickupContract,
  preflight: preflightContract,
  bookingHealth: bookingHealthContract,
  goLive: goLiveContract,
  calls: callsContract,
  story: storyContract,
  run: runContract,
  manual: manualContract,
  print: printContract,
  printerSetup: printerSetupContract,
  labelTemplates: labelTemplatesContract,
  carrierLabels: carrierLabelsContract,
  labelTrials: labelTrialsContract,
  paper: paperContract,
  parcels: parcelsContract,
  receipts: receiptsContract,
  track: trackContract,
  settings: settingsContract,
};
