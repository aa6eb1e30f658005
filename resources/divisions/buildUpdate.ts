/**
 * Puts the three data files of this folder into one that `shipdesk divisions update` takes:
 * `node resources/divisions/buildUpdate.ts OUT.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('buildUpdate.ts OUT.json');
const names = ['divisions', 'towns', 'initials'];
const files = names.map((name) => [name, JSON.parse(readFileSync(join(here, `${name}.json`), 'utf8'))]);
writeFileSync(out, JSON.stringify(Object.fromEntries(files)));
