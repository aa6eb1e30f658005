import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { windowsFolders, windowsPath } from './windowsFolders.ts';
import { runWindowsProgram } from './windowsProgram.ts';

/** Wine has no USB scale; that the system's own libraries are called as they want to be is all it can show. */
it('hid.dll and setupapi.dll are asked for scales, and an unknown one does not open', async () => {
  const source = pathToFileURL(`Z:${join(projectFolder, 'electron/scales/windowsHid.ts')}`).href;
  const script = `import(${JSON.stringify(source.replace(/^.*Z:/, 'file:///Z:'))}).then(({ windowsHid }) => {
    const hid = windowsHid();
    const opened = (() => { try { return hid.open('\\\\\\\\?\\\\hid#none') } catch (error) { return error.message } })();
    console.log(JSON.stringify({ found: hid.list(), opened }));
  })`;
  const { stdout, stderr } = await runWindowsProgram(windowsFolders.node, ['-e', script], {
    environment: { NODE_PATH: windowsPath(join(windowsFolders.program, 'node_modules')) },
  });
  expect(JSON.parse(stdout || '{}'), stderr).toEqual({ found: [], opened: 'ENOENT' });
});
