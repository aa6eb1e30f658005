import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadDivisions } from '../../../electron/addresses/divisions/loadDivisions.ts';
import { readText } from '../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../electron/addresses/text/detail.ts';
import { projectFolder } from './benchFolders.ts';

/** What every parser is asked for, in the words of the gold labels: phone with extension, town as part of the detail. */
export interface ParsedAddress {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly name: string;
  readonly phone: string;
  readonly detail: string;
}

interface AddressParser {
  readonly id: string;
  /** Folders that must be installed for it, below the project. */
  readonly folders: readonly string[];
  load(): Promise<(text: string) => ParsedAddress>;
}

const require = createRequire(import.meta.url);
const nothing: ParsedAddress = { province: '', city: '', district: '', name: '', phone: '', detail: '' };

interface PlainParse {
  readonly province: string;
  readonly city: string;
  readonly area: string;
  readonly name: string;
  readonly phone: string;
}

const ours: AddressParser = {
  id: 'ShipDesk',
  folders: ['electron/addresses', 'resources/divisions'],
  load: () => {
    const divisions = loadDivisions(join(projectFolder, 'resources/divisions'));
    return Promise.resolve((text) => {
      const { province, city, district, name, phone, extension, ...rest } = readText(text, divisions);
      const dialled = extension === '' ? phone : `${phone}-${extension}`;
      return { province, city, district, name, phone: dialled, detail: fullDetail(rest) };
    });
  },
};

const addressParse: AddressParser = {
  id: 'address-parse 1.2.19',
  folders: ['node_modules/address-parse'],
  load: () => {
    const { default: parser } = require('address-parse') as {
      default: {
        parse(
          text: string,
          all: boolean,
        ): (PlainParse & { readonly mobile: string; readonly details: string })[];
      };
    };
    return Promise.resolve((text) => {
      // Its own ranking over all its rules: the better of its two modes.
      const [best] = parser.parse(text, true);
      if (best === undefined) return nothing;
      const { province, city, area, name, mobile, phone, details } = best;
      return { province, city, district: area, name, phone: mobile || phone, detail: details };
    });
  },
};

const zhAddressParse: AddressParser = {
  id: 'zh-address-parse 1.3.16',
  folders: ['node_modules/zh-address-parse'],
  load: () => {
    const parser = require('zh-address-parse') as (
      text: string,
      options: { readonly type: 1 },
    ) => PlainParse & { readonly detail: string };
    return Promise.resolve((text) => {
      // 1: its tree mode, the better and the faster one.
      const { province, city, area, name, phone, detail } = parser(text, { type: 1 });
      return { province, city, district: area, name, phone, detail };
    });
  },
};

interface SmartLevel {
  readonly name: string;
  readonly matchedText?: string;
}

const addressSmartParse: AddressParser = {
  id: 'address-smart-parse 4.0.3',
  folders: ['node_modules/address-smart-parse'],
  load: () => {
    const { parseAddress: parse } = require('address-smart-parse') as {
      parseAddress(text: string): {
        readonly name?: string;
        readonly phone?: string;
        readonly detail?: string;
        readonly province?: SmartLevel;
        readonly city?: SmartLevel;
        readonly county?: SmartLevel;
        readonly street?: SmartLevel;
      }[];
    };
    return Promise.resolve((text) => {
      const [best] = parse(text);
      if (best === undefined) return nothing;
      const { province, city, county, street, name = '', phone = '', detail = '' } = best;
      return {
        province: province?.name ?? '',
        city: city?.name ?? '',
        district: county?.name ?? '',
        name,
        phone,
        detail: `${street?.matchedText ?? ''}${detail}`,
      };
    });
  },
};

export const addressParsers: readonly AddressParser[] = [
  ours,
  addressParse,
  zhAddressParse,
  addressSmartParse,
];

/** Bytes of all files below the folders of a parser, as installed. */
export function installedBytes({ folders }: AddressParser): number {
  return folders
    .flatMap((folder) => {
      const path = join(projectFolder, folder);
      return readdirSync(path, { recursive: true }).map((name) => statSync(join(path, String(name))));
    })
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}
