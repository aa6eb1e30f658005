import { afterEach, beforeEach, expect, it } from 'vitest';
import { savePrinterSetup } from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let device: FakePrinter;
const readyByte = new Uint8Array([0]);
beforeEach(async () => {
  workspace = await openTestWorkspace();
  device = await startFakePrinter({
    answers: (question) => (Buffer.from(question).toString('latin1') === '\x1b!?' ? readyByte : null),
  });
});
afterEach(async () => {
  await workspace.close();
  await device.close();
});

const stateAfterTest = async (uri: string): Promise<unknown> => {
  const tested = await runCommand(workspace, commandNamed('printer test'), [uri]);
  const { printers } = (tested.ok ? tested.value.json : {}) as { printers?: readonly { state: string }[] };
  return printers?.[0]?.state;
};

it('a printer nobody has found to answer gets its test label and nothing else, and nobody says that it is ready', async () => {
  expect(await stateAfterTest(`tcp://127.0.0.1:${device.port}?lang=tspl`)).toBe('unknown');
  await device.idle();
  expect(device.papers.length).toBe(1);
  expect(device.connections).toBe(1);
});

it('a printer that is known to answer is asked how it is after its test label', async () => {
  const uri = `tcp://127.0.0.1:${device.port}?lang=tspl`;
  await savePrinterSetup(workspace, { uri, name: '打包台', profile: { answersStatus: true } });
  expect(await stateAfterTest(uri)).toBe('ready');
});

it('a printer that keeps files is ready where its folder can be written', async () => {
  expect(await stateAfterTest('virtual:')).toBe('ready');
});
