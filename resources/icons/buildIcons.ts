import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const largest = 1_024;
/** What Windows asks for, from the title bar to the desktop. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;

/** The drawing at a size, on nothing. */
async function drawn(page: Page, svg: string, sizePx: number): Promise<Buffer> {
  await page.setViewportSize({ width: sizePx, height: sizePx });
  const sized = svg.replace(/width="\d+" height="\d+"/, `width="${sizePx}" height="${sizePx}"`);
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block}</style>${sized}`,
  );
  return page.screenshot({ omitBackground: true });
}

/** Pictures of several sizes in one file, as Windows wants them: a head, a line for each, then each as PNG. */
function icoOf(pictures: readonly { readonly sizePx: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { sizePx, png }] of pictures.entries()) {
    const line = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(sizePx % 256, line);
    head.writeUInt8(sizePx % 256, line + 1);
    head.writeUInt16LE(1, line + 4);
    head.writeUInt16LE(32, line + 6);
    head.writeUInt32LE(png.length, line + 8);
    head.writeUInt32LE(offset, line + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

const here = import.meta.dirname;
const svg = readFileSync(join(here, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.SHIPDESK_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
writeFileSync(join(here, 'icon.png'), await drawn(page, svg, largest));
const pictures = [];
for (const sizePx of icoSizes) pictures.push({ sizePx, png: await drawn(page, svg, sizePx) });
writeFileSync(join(here, 'icon.ico'), icoOf(pictures));
await browser.close();
