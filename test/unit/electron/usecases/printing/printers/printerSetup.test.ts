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

it('gives no second printer of a bench the name of another, and lets one that has its name keep it', async () => {
  const [first, second] = ['tcp://10.0.0.9:9100?lang=tspl', 'tcp://10.0.0.10:9100?lang=tspl'] as const;
  const named = (uri: string, name: string) => savePrinterSetup(workspace, { uri, name, profile: {} });
  expect(await named(first, 'A 台 1')).toMatchObject({ ok: true });
  expect(await named(second, 'Ａ 台 １ ')).toMatchObject({
    code: 'PRINTER_NAME_TAKEN',
    params: { name: 'A 台 1', place: first },
  });
  expect((await workspace.store.read.printers.all()).map(({ uri }) => uri)).toEqual([first]);
  expect(await named(second, '二号台')).toMatchObject({ ok: true });
  expect(await named(second, 'a 台 1')).toMatchObject({ code: 'PRINTER_NAME_TAKEN' });
  expect(await named(first, 'a 台 1')).toMatchObject({ ok: true, value: { name: 'a 台 1' } });
});

it('lets printers that were given one name before be set as they are', async () => {
  const [first, second] = ['tcp://10.0.0.9:9100?lang=tspl', 'tcp://10.0.0.10:9100?lang=tspl'] as const;
  await workspace.store.write(async (write) => {
    for (const uri of [first, second])
      await write.printers.put({ uri, name: '打包台', createdAt: 0, profileJson: '{}' });
  });
  const saved = await savePrinterSetup(workspace, {
    uri: second,
    name: '打包台',
    profile: { isPaused: true },
  });
  expect(saved).toMatchObject({ ok: true, value: { profile: { isPaused: true } } });
});
