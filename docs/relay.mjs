// A relay for pushed tracking, for one account: `node relay.mjs`. See push-relay.md.
// RELAY_TOKEN: what ShipDesk shows · RELAY_FILE: where messages lie · RELAY_PORT · RELAY_ANSWER: what the platform is answered.
import { timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const {
  RELAY_TOKEN: token = '',
  RELAY_FILE: file = 'messages.jsonl',
  RELAY_PORT: port = '8080',
} = process.env;
const answer = process.env.RELAY_ANSWER ?? '{"result":true,"returnCode":"200","message":"成功"}';
const maxBytes = 2_000_000;
const pageSize = 100;
if (token.length < 16) throw new Error('RELAY_TOKEN must have 16 characters or more');

const messages = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];
let lastId = messages.at(-1)?.id ?? 0;

/** What was fetched is not needed any more. */
function forget(after) {
  if ((messages[0]?.id ?? after + 1) > after) return;
  messages.splice(0, messages.findLastIndex(({ id }) => id <= after) + 1);
  writeFileSync(file, messages.map((message) => `${JSON.stringify(message)}\n`).join(''), { mode: 0o600 });
}

function isOurs(header = '') {
  const [given, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://relay');
  const reply = (status, text) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  if (request.method === 'POST' && url.pathname === '/push') {
    const body = await bodyOf(request);
    if (body === null) return reply(413, '{}');
    lastId += 1;
    const message = { id: lastId, body };
    appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    messages.push(message);
    return reply(200, answer);
  }
  if (request.method !== 'GET' || url.pathname !== '/messages') return reply(404, '{}');
  if (!isOurs(request.headers.authorization)) return reply(401, '{}');
  const after = Number(url.searchParams.get('after') || 0);
  forget(after);
  const page = messages.filter(({ id }) => id > after).slice(0, pageSize);
  const next = String(page.at(-1)?.id ?? after);
  return reply(
    200,
    JSON.stringify({ messages: page.map(({ id, body }) => ({ id: String(id), body })), next }),
  );
});
server.listen(Number(port), () => process.stdout.write(`relay on ${server.address().port}\n`));
