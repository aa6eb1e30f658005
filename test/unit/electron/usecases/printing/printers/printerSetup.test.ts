import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  readPrinterSetup,
  savePrinterSetup,
} from '../../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const save = (uri: string, encoding: string | null) =>
  savePrinterSetup(workspace, { uri, name: '打包台', profile: { encoding } });

it('offers the forms of a picture the language leaves a choice of, the one in use first', async () => {
  const encodingsOf = async (uri: string) => {
    const setup = await readPrinterSetup(workspace, uri);
    return setup.ok ? setup.value.encodings : setup.code;
  };
  expect(await encodingsOf('virtual:?lang=zpl')).toEqual(['z64', 'acs', 'hex']);
  expect(await encodingsOf('virtual:?lang=zpl&enc=hex')).toEqual(['hex', 'z64', 'acs']);
  expect(await encodingsOf('virtual:?lang=tspl')).toEqual([]);
});

it('keeps a chosen form, and refuses one the language does not know before anything is saved', async () => {
  const uri = 'virtual:?lang=zpl&size=60x40';
  expect(await save(uri, 'gif')).toMatchObject({ code: 'PRINTER_ENCODING_UNKNOWN' });
  expect(await save('virtual:?lang=cpcl', 'hex')).toMatchObject({ code: 'PRINTER_ENCODING_UNKNOWN' });
  expect(await workspace.store.read.printers.all()).toEqual([]);
  expect(await save(uri, 'acs')).toMatchObject({ ok: true, value: { profile: { encoding: 'acs' } } });
  expect(await save(uri, null)).toMatchObject({ ok: true, value: { profile: { encoding: null } } });
});
