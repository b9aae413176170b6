// Serves a built site as a small web server does: gzip for text, a 404 page at any depth. Remembers what was asked.

import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.png': 'image/png',
};

/** Serves a folder below `base`, a path with a slash at both ends. `asked` holds path and bytes of every answer. */
export async function serve(folder, base) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const below = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    let file = below === null ? '' : join(folder, below);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = Boolean(file) && !below.split('/').includes('..') && existsSync(file);
    if (!found) file = join(folder, '404.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const packed = /text|json|svg|xml|javascript/.test(type);
    const body = packed ? gzipSync(readFileSync(file)) : readFileSync(file);
    asked.push({ path: pathname.slice(base.length), bytes: body.length, found });
    response.writeHead(found ? 200 : 404, {
      'content-type': type, 'content-length': body.length, 'cache-control': 'max-age=3600', ...(packed && { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, asked, url: (page) => `${origin}${base}${page}`, close: () => server.close() };
}
