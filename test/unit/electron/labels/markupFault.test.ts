import { describe, expect, it } from 'vitest';
import { markupFault } from '../../../../electron/labels/markupFault.ts';
import { kdniaoTemplate } from '../../../doubles/platforms/kdniaoTemplate.ts';

const dot = 'data:image/png;base64,iVBORw0KGgo=';

describe('a carrier’s markup', () => {
  it.each([
    ['as the platform sends it', kdniaoTemplate('73610555582883', '342-081-00 052')],
    ['with pictures that lie in it', `<img src="${dot}"><img src='${dot}'><img src=${dot}>`],
    ['with a drawing in it', '<svg><use href="#a"/><use xlink:href="#a"/></svg>'],
    ['with styles of its own', `<style>p{background:url(${dot})}@font-face{src:url("${dot}")}</style>`],
    [
      'with a style whose quotes are written as entities',
      `<p style="background:url(&quot;${dot}&quot;)">x</p>`,
    ],
    ['with a link a person could follow', '<a href="https://carrier.example/q">q</a>'],
    ['that only speaks of scripts', '<p title="a > b">no script, on = off</p><!-- <script>x</script> -->'],
    ['with an empty picture', '<img src=""><img>'],
    ['of nothing', ''],
  ])('%s is drawn', (_how, html) => {
    expect(markupFault(html)).toBeNull();
  });

  it.each([
    ['a script', '<script>draw()</script>'],
    ['a script that is cut off', '<SCRIPT src=x'],
    ['a script of an event', '<img src="" onerror="draw()">'],
    ['a script of an event without quotes', '<body onload=draw()>'],
    ['a script of a link', '<a href=" javascript:draw()">x</a>'],
    ['a script behind a > in quotes', '<p title=">"><script>'],
    ['a script behind an empty comment', '<!--><script>x</script>-->'],
    ['a script in a drawing', '<svg><script>x</script></svg>'],
  ])('%s is refused: what the script draws would be missing', (_how, html) => {
    expect(markupFault(html)).toBe('script');
  });

  it.each([
    ['a picture', '<img src="https://carrier.example/bars.png">'],
    ['a picture beside the page', '<img src="bars.png">'],
    ['a picture in capitals', "<IMG SRC='HTTP://carrier.example/bars.png'>"],
    ['a picture without quotes', '<img src=//carrier.example/bars.png>'],
    ['a set of pictures', '<img srcset="bars.png 2x">'],
    ['a file of this computer', '<img src="file:///etc/hosts">'],
    ['a style sheet', '<link rel="stylesheet" href="a.css">'],
    ['an import', '<style>@import "a.css";</style>'],
    ['a background', '<p style="background:url(\'bars.png\')">x</p>'],
    ['a font', '<style>@font-face{src:url(https://carrier.example/f.woff2)}</style>'],
    ['a frame', '<iframe srcdoc="x"></iframe>'],
    ['an object', '<object data="bars.svg"></object>'],
    ['a drawing elsewhere', '<svg><use href="bars.svg#a"/></svg>'],
  ])('%s from outside is refused: it would leave a hole', (_how, html) => {
    expect(markupFault(html)).toBe('outside');
  });

  it.each([
    ['open tags', '<a '.repeat(700_000)],
    ['open quotes', '<a b="'.repeat(400_000)],
    ['mixed quotes', `<a b='"`.repeat(400_000)],
    ['open comments', '<!--'.repeat(700_000)],
    ['one endless tag', `<a ${'b=c '.repeat(700_000)}`],
    ['urls', 'url( '.repeat(500_000)],
  ])('of three megabytes of %s is judged in a moment', (_how, html) => {
    const before = process.cpuUsage();
    markupFault(html);
    const { user, system } = process.cpuUsage(before);
    // Microseconds of this process: what else the machine does does not count.
    expect(user + system).toBeLessThan(4_000_000);
  });
});
