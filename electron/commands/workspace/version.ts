import { productVersion } from '../../usecases/workspace/productVersion.ts';
import { type Command, report, tool } from '../main/command.ts';

/** What support asks first. */
export const versionCommands: readonly Command[] = [
  tool({
    name: 'version',
    zh: '程序的版本',
    en: 'version of the program',
    access: 'anybody',
    async run() {
      const { platform, arch, versions } = process;
      return report({ version: productVersion, node: versions.node, platform, arch }, [
        `ShipDesk ${productVersion}  Node ${versions.node}  ${platform} ${arch}`,
      ]);
    },
  }),
];
