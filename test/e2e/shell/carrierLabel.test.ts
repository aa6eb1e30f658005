import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kdniaoTemplate } from '../../doubles/platforms/kdniaoTemplate.ts';
import { type LabelDrawer, openLabelDrawer } from './openLabelDrawer.ts';

let drawer: LabelDrawer;
let server: Server;
let connections = 0;
let address = '';

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  drawer = await openLabelDrawer();
}, 60_000);

afterAll(async () => {
  await drawer.close();
  server.close();
});

const mark =
  '<div style="position:absolute;left:10px;top:10px;width:100px;height:50px;background:#000"></div>';
const page = (inside: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}<style>body{margin:0}</style></head><body>${mark}${inside}</body></html>`;
/** 10 CSS pixels are 21 dots at 203 dpi. */
const markIsThere = { inside: [120, 60], outside: [10, 60] } as const;

describe('the carrier’s own label', () => {
  it('is drawn in its true size, black where it is black', async () => {
    const label = await drawer.draw(page(''));
    expect(label.fault).toBe('');
    expect([label.isInk(24, 24), label.isInk(228, 120)]).toEqual([true, true]);
    expect([label.isInk(16, 24), label.isInk(240, 24), label.isInk(24, 132)]).toEqual([false, false, false]);
  });

  it('is drawn as the platform sends it, with text and bars', async () => {
    const label = await drawer.draw(kdniaoTemplate('73610555582883', '342-081-00 052'));
    expect(label.fault).toBe('');
    const inked = Array.from({ length: 300 }, (_, x) => label.isInk(x + 30, 200)).filter(Boolean).length;
    expect(inked).toBeGreaterThan(20);
  });

  it('shows pictures that lie inside it', async () => {
    const dot =
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>';
    const label = await drawer.draw(
      page(`<img style="position:absolute;left:150px;top:100px" src='${dot}'>`),
    );
    expect(label.isInk(360, 260)).toBe(true);
  });
});

const hostile: Readonly<Record<string, string>> = {
  script: '<script>document.body.innerHTML=""</script>',
  'script of a picture': '<img src="data:image/png,x" onerror="document.body.innerHTML=String()">',
  'script of a link': '<a href="javascript:document.body.remove()" autofocus onfocus="this.click()">x</a>',
  'script in SVG': '<svg onload="document.body.remove()"><script>document.body.remove()</script></svg>',
  picture: '<img src="http://ADDRESS/a.png">',
  style:
    '<link rel="stylesheet" href="http://ADDRESS/a.css"><style>@import url(http://ADDRESS/b.css);</style>',
  font: '<style>@font-face{font-family:x;src:url(http://ADDRESS/f.woff2)}p{font-family:x}</style><p>x</p>',
  'background, cursor, list':
    '<p style="background:url(http://ADDRESS/b);list-style:url(http://ADDRESS/l)">x</p>',
  frame: '<iframe src="http://ADDRESS/f"></iframe><iframe srcdoc="<img src=http://ADDRESS/g>"></iframe>',
  object: '<object data="http://ADDRESS/o"></object><embed src="http://ADDRESS/e">',
  media: '<video src="http://ADDRESS/v" autoplay></video><audio src="http://ADDRESS/s" autoplay></audio>',
  'early connection':
    '<link rel="preconnect" href="http://ADDRESS"><link rel="dns-prefetch" href="http://ADDRESS"><link rel="prefetch" href="http://ADDRESS/p">',
  form: '<form action="http://ADDRESS/x"><input autofocus name="a" value="b"></form>',
  file: '<img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>',
  base: '<base href="http://ADDRESS/"><img src="rel.png">',
};

describe('hostile markup', () => {
  it.each(Object.entries(hostile))('reaches nobody and changes nothing: %s', async (_name, inside) => {
    const label = await drawer.draw(page(inside.replaceAll('ADDRESS', address)));
    expect(connections).toBe(0);
    // A player or a frame has a box of its own, which may not fit the sheet.
    expect(label.fault).toBeOneOf(['', 'too-large']);
    if (label.fault !== '') return;
    expect(label.isInk(...markIsThere.inside)).toBe(true);
    expect(label.isInk(...markIsThere.outside)).toBe(false);
  });

  it.each([
    ['at once', '<meta http-equiv="refresh" content="0;url=http://ADDRESS/r">'],
    ['to itself', '<meta http-equiv="refresh" content="0">'],
    ['to data', '<meta http-equiv="refresh" content="0;url=data:text/html,gone">'],
  ])('that goes somewhere else (%s) prints its own page or nothing', async (_how, head) => {
    const label = await drawer.draw(page('', head.replaceAll('ADDRESS', address)));
    expect(label.fault === '' ? label.isInk(...markIsThere.inside) : label.fault).toBeOneOf([
      true,
      'navigated',
    ]);
    expect(connections).toBe(0);
  });

  it('larger than the sheet is not cut off but refused', async () => {
    const far = '<div style="position:absolute;left:300px;top:600px">zu weit</div>';
    expect((await drawer.draw(page(far))).fault).toBe('too-large');
    const huge = '<div style="width:90000px;height:90000px;border:3px solid #000"></div>';
    expect((await drawer.draw(page(huge))).fault).toBe('too-large');
  });

  it('without ink is refused', async () => {
    expect((await drawer.draw('<p style="color:#fff">weiß</p>')).fault).toBe('empty');
    expect((await drawer.draw('')).fault).toBe('empty');
  });

  it('that never rests, or is enormous, ends after ten seconds, and the next label is drawn', async () => {
    const restless =
      '<style>@keyframes k{from{left:0}to{left:200px}}.m{position:absolute;top:90px;width:9px;height:9px;background:#000;animation:k 1s infinite linear}</style><div class="m"></div>';
    expect((await drawer.draw(page(restless))).fault).toBe('slow');
    const deep = `${'<div>'.repeat(50_000)}x`;
    expect((await drawer.draw(page(deep))).fault).toBeOneOf(['', 'slow', 'too-large', 'failed']);
    expect((await drawer.draw(page(''))).fault).toBe('');
  }, 60_000);

  it('leaves no window behind', async () => {
    const open = await drawer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(open).toBe(0);
  });
});
