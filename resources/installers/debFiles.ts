/** What a Debian package says beside the files it brings. */

export const programFolder = '/opt/ShipDesk';

/** By their names before Debian's 64-bit times; the new packages answer to these too. */
const needs = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libsecret-1-0',
  'libxss1',
  'xdg-utils',
];

interface Package {
  readonly version: string;
  readonly description: string;
  readonly installedBytes: number;
}

export const control = ({ version, description, installedBytes }: Package): string => `Package: shipdesk
Version: ${version.replace('-', '~')}
Architecture: amd64
Maintainer: ShipDesk maintainers <maintainers@shipdesk.invalid>
Installed-Size: ${Math.ceil(installedBytes / 1024)}
Depends: ${needs.join(', ')}
Recommends: cups-client, gnome-keyring | kwalletmanager, fonts-noto-cjk
Section: misc
Priority: optional
Description: ${description}
`;

/** dpkg shows what it writes; the folders of people are no business of a package. */
export const postrm = `#!/bin/sh
set -e
case "$1" in
  remove|purge)
    echo "ShipDesk: 程序已删除；订单、备份和密钥还在每个用户的 ~/.local/share/shipdesk。"
    echo "ShipDesk: the program was removed; orders, backups and keys stay in ~/.local/share/shipdesk of each user."
    ;;
esac
`;

/** \`%U\` is missing on purpose: no file belongs to the program. */
export const desktopEntry = `[Desktop Entry]
Type=Application
Name=ShipDesk
Name[zh_CN]=ShipDesk 发货台
Comment=Shipping workstation
Comment[zh_CN]=发货工作台
Exec=/usr/bin/shipdesk-window
TryExec=/usr/bin/shipdesk-window
Icon=shipdesk
Terminal=false
StartupWMClass=ShipDesk
Categories=Office;
`;

export const copyright = (licence: string): string => `${licence.trim()}

The works of others in this package and their licences are listed in ${programFolder}/resources/LICENCES.txt,
those of Chromium in ${programFolder}/LICENSES.chromium.html.
`;
