/** A tag with its attributes; a `>` inside quotes ends nothing. */
const tagPattern = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">]+)*)>?/gi;
const attributePattern = /([^\s=/"'>]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/g;
/** `<!-->` is a whole comment to a browser. */
const commentPattern = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g;
/** In styles: what is fetched to draw the page. */
const styleUrlPattern = /(?:url\(\s*|@import\s+)["']?\s*([^"')\s;]*)/gi;

const scriptTags: ReadonlySet<string> = new Set(['script', 'svg:script']);
/** Content of its own, from elsewhere or beside the label. */
const foreignTags: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal']);
const fetchingAttributes = new Set(['src', 'srcset', 'poster', 'background', 'data', 'xlink:href']);
/** Tags whose `href` is fetched to draw the page; that of a link (`a`) is not. */
const hrefTags: ReadonlySet<string> = new Set(['link', 'image', 'use', 'feimage']);

/**
 * What keeps markup from outside from being drawn whole. It never gets script or network, so a page that needs them would
 * come out with a hole where its barcode should be: better our own layout, and a notice. null: it needs neither.
 *
 * Errs on the side of refusing. What it overlooks is still not run and not fetched (`shell/drawHtml`).
 */
export function markupFault(html: string): 'script' | 'outside' | null {
  const markup = html.replace(commentPattern, '');
  let isOutside = false;
  for (const [, name = '', attributes = ''] of markup.matchAll(tagPattern)) {
    const tag = name.toLowerCase();
    if (scriptTags.has(tag)) return 'script';
    if (foreignTags.has(tag)) isOutside = true;
    for (const [, key = '', quoted = ''] of attributes.matchAll(attributePattern)) {
      const value = unquote(quoted);
      if (/^on[a-z]/i.test(key) || /^javascript:/i.test(value)) return 'script';
      if (isFetched(tag, key.toLowerCase()) && !liesInside(value)) isOutside = true;
    }
  }
  const styles = markup.replace(/&quot;|&#3[49];/g, '"');
  for (const [, address = ''] of styles.matchAll(styleUrlPattern)) if (!liesInside(address)) isOutside = true;
  return isOutside ? 'outside' : null;
}

function isFetched(tag: string, key: string): boolean {
  return fetchingAttributes.has(key) || (key === 'href' && hrefTags.has(tag));
}

/** Inside the markup itself: its own bytes, or one of its elements. Nothing at all fetches nothing. */
function liesInside(address: string): boolean {
  return address === '' || /^(?:data:|#)/i.test(address);
}

function unquote(text: string): string {
  return text.replace(/^["']|["']$/g, '').trim();
}
