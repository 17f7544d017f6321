import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page may send and read, once its origin may ask: https://fetch.spec.whatwg.org/#http-cors-protocol */
const SENT = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Last-Event-ID',
  'Mcp-Method',
  'Mcp-Name',
  'Mcp-Protocol-Version',
  'Mcp-Session-Id',
];
const READ = ['Retry-After', 'WWW-Authenticate'];

/** Lets a page read the response; its origin was admitted. */
export function letRead({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', READ.join(', '));
}

/** The answer to what a browser asks before a page's first request. */
export function allow(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': SENT.join(', '),
    'Access-Control-Max-Age': '600',
  });
  response.end();
}
