import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Each code on a picture once, as zbarimg reads them. */
export function readCodes(picture: string): string[] {
  const said = execFileSync('zbarimg', ['-q', picture], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [...new Set([...said.matchAll(/CODE-128:(\S+)/g)].map(([, code]) => code ?? ''))];
}

/** What a QR code on a picture says; empty: none is read. */
export function readQr(picture: string): string {
  const args = ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', picture];
  return execFileSync('zbarimg', args, { encoding: 'utf8' }).trim();
}

/** The number on every paper of the virtual printer, as zbarimg reads it. */
export function decodePapers(labels: string): string[] {
  const papers = (existsSync(labels) ? readdirSync(labels) : []).filter((name) => name.endsWith('.png'));
  return papers.map((name) => {
    const [code = '', ...others] = readCodes(join(labels, name));
    expect(others).toEqual([]);
    return code;
  });
}
