import { done } from '../../../shared/errors/outcome.ts';
import { productVersion } from '../../usecases/workspace/productVersion.ts';
import type { Command } from '../main/command.ts';

/** Needs no workspace: what support asks first. */
export const versionCommand: Command = {
  name: 'version',
  usage: '',
  does: { 'zh-CN': '程序的版本', en: 'version of the program' },
  options: {},
  run: async () => {
    const { platform, arch, versions } = process;
    const json = { version: productVersion, node: versions.node, platform, arch };
    return done({
      exitCode: 0,
      json,
      human: [`ShipDesk ${productVersion}  Node ${versions.node}  ${platform} ${arch}`],
    });
  },
};
