import { addressKnowledgeContract } from './addressKnowledgeContract.ts';
import { changesContract } from './changesContract.ts';
import { correctContract } from './correctContract.ts';
import { dictionaryContract } from './dictionaryContract.ts';
import { importsContract } from './importsContract.ts';
import { labelTemplatesContract } from './labelTemplatesContract.ts';
import { mergingContract } from './mergingContract.ts';
import { ordersContract } from './ordersContract.ts';
import { outContract } from './outContract.ts';
import { pasteContract } from './pasteContract.ts';
import { printContract } from './printContract.ts';
import { printerSetupContract } from './printerSetupContract.ts';
import { sessionContract } from './sessionContract.ts';
import { settingsContract } from './settingsContract.ts';
import { shipContract } from './shipContract.ts';
import { statusContract } from './statusContract.ts';
import { storyContract } from './storyContract.ts';
import { trackContract } from './trackContract.ts';
import { watchContract } from './watchContract.ts';

/** Spelled out: the inferred type is too long to be written down. */
type Contract = {
  readonly session: typeof sessionContract;
  readonly status: typeof statusContract;
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
  readonly ship: typeof shipContract;
  readonly story: typeof storyContract;
  readonly print: typeof printContract;
  readonly printerSetup: typeof printerSetupContract;
  readonly labelTemplates: typeof labelTemplatesContract;
  readonly track: typeof trackContract;
  readonly settings: typeof settingsContract;
};

/** All that a page may ask of the core. Inputs and replies are schema-checked on the core's side of the port. */
export const contract: Contract = {
  session: sessionContract,
  status: statusContract,
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
  ship: shipContract,
  story: storyContract,
  print: printContract,
  printerSetup: printerSetupContract,
  labelTemplates: labelTemplatesContract,
  track: trackContract,
  settings: settingsContract,
};
