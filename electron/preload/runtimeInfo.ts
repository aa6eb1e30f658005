import type { RuntimeInfo } from '../../shared/contracts/bridge.ts';

/** The part of `process` a sandboxed preload has. */
interface PreloadProcess {
  readonly platform: string;
  readonly argv: readonly string[];
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/** main puts the app's version among the page process's arguments: a sandboxed preload cannot ask for it. */
const versionArgument = '--shipdesk-version=';

export function runtimeInfo({ platform, argv, versions }: PreloadProcess): RuntimeInfo {
  return {
    os: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    appVersion: argv.find((arg) => arg.startsWith(versionArgument))?.slice(versionArgument.length) ?? '',
    electronVersion: versions.electron ?? '',
    chromeVersion: versions.chrome ?? '',
  };
}
