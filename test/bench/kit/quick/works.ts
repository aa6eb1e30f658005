import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDivisions } from '../../../../electron/addresses/divisions/loadDivisions.ts';
import { readText } from '../../../../electron/addresses/readText.ts';
import { labelMedia } from '../../../../electron/labels/layout/labelMedia.ts';
import { readLabelFonts } from '../../../../electron/labels/painter/fontChain.ts';
import { renderLabel } from '../../../../electron/labels/renderLabel.ts';
import { tsplLanguage } from '../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { zplLanguage } from '../../../../electron/printers/languages/zpl/zplLanguage.ts';
import { importOrders } from '../../../../electron/usecases/intake/importOrders.ts';
import { benchItems, openBenchDesk } from '../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../doubles/workspace/sampleOrder.ts';
import { projectFolder } from '../benchFolders.ts';
import { differentLabel } from '../differentLabel.ts';
import { makeOrderFile } from '../makeOrderFile.ts';
import { openBenchWorkspace } from '../openBenchWorkspace.ts';

interface Work {
  run(round: number): unknown;
  close?(): Promise<void>;
  /** Of programs that are started: their own time is not in that of this process. */
  readonly isElsewhere?: true;
}

const labels = 120;

function drawing(language: typeof tsplLanguage): () => Promise<Work> {
  const fonts = readLabelFonts(join(projectFolder, 'resources/fonts'));
  return async () => ({
    run(round) {
      for (let no = 0; no < labels; no++) {
        const label = differentLabel((round * labels + no) % 1_000, 1_000);
        const bitmap = renderLabel(label, { size: '76x130', dpi: 203 }, fonts);
        if (!bitmap.ok) throw new Error(bitmap.code);
        language.encode(bitmap.value, labelMedia['76x130']);
      }
    },
  });
}

async function readingAddresses(): Promise<Work> {
  const divisions = loadDivisions(join(projectFolder, 'resources/divisions'));
  const texts = readFileSync(join(projectFolder, 'test/fixtures/address-sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly input: string }).input);
  return {
    run(round) {
      // House numbers of their own, so that nothing is remembered.
      for (let no = 0; no < 60; no++)
        for (const text of texts) readText(`${text} ${round * 60 + no}号楼`, divisions);
    },
  };
}

async function importing(): Promise<Work> {
  const path = await makeOrderFile(5_000, 'utf8.csv');
  return {
    async run() {
      const { workspace, close } = await openBenchWorkspace(true);
      const imported = await importOrders(workspace, { path, minConfidence: 0.8, isDryRun: false });
      if (!imported.ok) throw new Error(imported.code);
      await close();
    },
  };
}

/** A round packs these. */
const parcels = 15;

async function packing(): Promise<Work> {
  const rounds = 12;
  const desk = await openBenchDesk(Array.from({ length: rounds * parcels }, () => ({})));
  await desk.rules({ scansLabel: false, printAt: 'open' });
  return {
    async run(round) {
      const nos = Array.from({ length: parcels }, (_, index) => round * parcels + index + 1);
      await desk.book(...nos);
      for (const no of nos) {
        await desk.scan(sampleOrder(no).orderNo);
        for (const { skuCode, quantity } of benchItems)
          for (let piece = 0; piece < quantity; piece++) await desk.scan(skuCode);
        await desk.print();
      }
      if (desk.sent.length !== (round + 1) * parcels) throw new Error('a label is missing');
    },
    close: () => desk.workspace.close(),
  };
}

/** A round starts it so often. */
const starts = 5;

const starting = async (...words: readonly string[]): Promise<Work> => ({
  isElsewhere: true,
  run() {
    for (let start = 0; start < starts; start++) {
      const started = spawnSync(process.execPath, words, { stdio: 'ignore' });
      if (started.status !== 0) throw new Error(`${words.join(' ')} ended with ${started.status}`);
    }
  },
});

const commandLine = join(projectFolder, 'out/cli/cli.cjs');

/** What is held against what was written down. */
export const works = {
  '5,000 rows of csv imported': importing,
  '3,720 addresses understood': readingAddresses,
  '120 labels as TSPL': drawing(tsplLanguage),
  '120 labels as ZPL': drawing(zplLanguage),
  '15 parcels booked and packed': packing,
  'shipdesk version': () => starting(commandLine, 'version'),
} as const;

export type WorkName = keyof typeof works;

/** Beside a program that does nothing, where the work is to start one. */
export const emptyStart = (): Promise<Work> => starting('-e', '0');
