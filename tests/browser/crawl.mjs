// Another program's opinion of the links: a crawler walks a built site as a host serves it, at its root and below
// a path. Addresses of other hosts are not asked.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { LinkChecker, LinkState } from 'linkinator';
import { serve } from './server.mjs';

export function crawl({ folder, none }) {
  test('an independent checker finds no dead link, at the root of a host and below a path', async () => {
    for (const base of ['/', '/a/column/']) {
      const server = await serve(folder(), base);
      const checker = new LinkChecker();
      let pages = 0;
      checker.on('pagestart', () => { pages += 1; });
      // It follows links of addresses that begin as this one does.
      const { links } = await checker.check({
        path: server.url(''), recurse: true, concurrency: 20, linksToSkip: ['^(?!http://127\\.0\\.0\\.1:)'],
      });
      server.close();
      assert.ok(pages > 30, `walked through ${pages} pages only`);
      none(links.filter(({ state }) => state === LinkState.BROKEN).map(({ url, status, parent }) => `${parent}: ${url} (${status})`));
    }
  });
}
