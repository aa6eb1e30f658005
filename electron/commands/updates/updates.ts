import { updateChannels } from '../../../shared/domain/updates/release.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { checkUpdates, readFeed, takeFile } from '../../usecases/updates/checkUpdates.ts';
import { downloadUpdate } from '../../usecases/updates/download.ts';
import { installUpdate } from '../../usecases/updates/install.ts';
import { type Offer, readOfferState } from '../../usecases/updates/offer.ts';
import { changeUpdateSettings } from '../../usecases/updates/updateSettings.ts';
import { productVersion } from '../../usecases/workspace/productVersion.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { oneOf, optional, path, text } from '../main/word.ts';
import { readinessJson, readinessLines } from './prepare.ts';

const say = phrases({
  none: ['{version} 已是最新版本。', 'Version {version} is the newest there is.'],
  found: ['有新版本 {version}（{date}，{size} MB）。', 'Version {version} is there ({date}, {size} MB).'],
  later: [
    '新版本 {version} 正在分批发放，还没有轮到这台电脑。',
    'Version {version} is being handed out step by step; it is not this computer’s turn yet.',
  ],
  proven: ['签名和内容都对。', 'Signature and content are right.'],
  downloading: ['下载 {percent}%', 'downloading {percent}%'],
  started: ['{version} 交给系统安装了。', 'Version {version} was handed to the system to install.'],
  wayBack: ['旧版本的安装文件：{file}', 'The installer of the former version: {file}'],
  noWayBack: [
    '没有保留旧版本的安装文件，要退回请从原来的地方取。',
    'No installer of the former version is kept; to go back get it from where it came from.',
  ],
  address: ['更新地址：{address}', 'update address: {address}'],
  noAddress: ['没有设置更新地址', 'no update address is set'],
  stable: ['版本：稳定版（stable）', 'channel: stable'],
  early: ['版本：抢先版（early）', 'channel: early'],
  automatic: ['每天自动检查', 'looks once a day'],
  byHand: ['只在要求时检查', 'looks only when asked'],
});

const offerJson = (offer: Offer | null) =>
  offer === null
    ? null
    : {
        version: offer.release.version,
        channel: offer.release.channel,
        releasedOn: offer.release.releasedOn,
        notes: offer.release.notes,
        file: offer.file.name,
        bytes: offer.file.bytes,
        state: offer.state,
      };

function offerLines(offer: Offer | null, language: Language): string[] {
  if (offer === null) return [say(language, 'none', { version: productVersion })];
  const { release, file, state } = offer;
  const { version, releasedOn: date } = release;
  if (state === 'later') return [say(language, 'later', { version })];
  const size = Math.ceil(file.bytes / 1_000_000);
  const proven = state === 'ready' ? [say(language, 'proven')] : [];
  return [say(language, 'found', { version, date, size }), ...proven, ...release.notes[language].split('\n')];
}

/** Takes the file, or looks at the feed. */
async function findOffer(workspace: Workspace, file: string | undefined): Promise<Offer | null> {
  if (file !== undefined) unwrap(await takeFile(workspace, file));
  else {
    const checked = await checkUpdates(workspace);
    // What is here already needs no network; what its publisher has withdrawn meanwhile is not here any more.
    if (readOfferState(workspace)?.state !== 'ready') unwrap(checked);
  }
  return readOfferState(workspace);
}

export const newVersionCommands: readonly Command[] = [
  command({
    name: 'update check',
    zh: '看有没有新版本；给出安装文件时检查它的签名和内容，并留着等安装',
    en: 'is there a new version? with an installer file: are its signature and content right? It is kept for installing then',
    access: 'seeWork',
    operands: [optional(path('FILE'))],
    async run({ workspace, language, operands: [file] }) {
      const offer = await findOffer(workspace, file);
      return report({ version: productVersion, offer: offerJson(offer) }, offerLines(offer, language));
    },
  }),
  command({
    name: 'update install',
    zh: '安装新版本：取来、检查、没有没做完的事才做备份并交给系统安装；可以给出安装文件，不需要网络',
    en: 'install a new version: fetch it, check it and, when nothing is under way, make a backup and hand it to the system; with an installer file no network is needed',
    access: 'changeSettings',
    operands: [optional(path('FILE'))],
    async run({ workspace, language, terminal, signal, operands: [file] }) {
      const offer = await findOffer(workspace, file);
      if (offer === null || offer.state === 'later')
        return report({ version: productVersion, offer: offerJson(offer) }, offerLines(offer, language));
      const reportProgress = ({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }) =>
        terminal.progress(
          say(language, 'downloading', { percent: Math.floor((100 * doneBytes) / totalBytes) }),
        );
      unwrap(await downloadUpdate(workspace, { report: reportProgress, signal }));
      terminal.endProgress();
      const installed = unwrap(await installUpdate(workspace));
      const { isReady, wayBack, version } = installed;
      const back =
        wayBack === null ? say(language, 'noWayBack') : say(language, 'wayBack', { file: wayBack });
      return report(
        { ...readinessJson(installed), offer: offerJson(offer), wayBack },
        [
          ...readinessLines(installed, language),
          ...(isReady ? [back, say(language, 'started', { version })] : []),
        ],
        !isReady,
      );
    },
  }),
  command({
    name: 'update settings',
    zh: '从哪里取新版本、要哪种版本、是否每天自动检查；空地址表示用程序自带的',
    en: 'where new versions come from, which, and whether it looks once a day; an empty address means the one of the program',
    access: 'changeSettings',
    begins: true,
    options: {
      address: text('URL'),
      channel: oneOf(updateChannels),
      daily: oneOf(['on', 'off']),
    },
    async run({ workspace, language, options: { address, channel, daily } }) {
      const patch = {
        ...(address === undefined ? {} : { address }),
        ...(channel === undefined ? {} : { channel }),
        ...(daily === undefined ? {} : { isAutomatic: daily === 'on' }),
      };
      const isChange = Object.keys(patch).length > 0;
      const settings = isChange
        ? unwrap(await changeUpdateSettings(workspace, patch))
        : await workspace.store.read.settings.get('updates');
      const feed = await readFeed(workspace);
      return report({ ...settings, address: feed.address, isOwnAddress: feed.isOwn }, [
        feed.address === null
          ? say(language, 'noAddress')
          : say(language, 'address', { address: feed.address }),
        say(language, settings.channel),
        say(language, settings.isAutomatic ? 'automatic' : 'byHand'),
      ]);
    },
  }),
];
