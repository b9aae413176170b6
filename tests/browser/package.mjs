// What is packed, opened from the disk with the network off: the unpacked site, a policy as one page, and the
// text for an editor with its pictures.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';

/** The tests. `browser` gives the browser once it is there; `measure` finds in a page what sticks out or is too small. */
export function packages({ root, gongbao, browser, shots, measure, smallest }) {
  describe('packages', () => {
    let work;

    before(() => {
      work = mkdtempSync(join(tmpdir(), 'gongbao-packages-'));
      const pack = (...more) => execFileSync(gongbao, ['--root', root, '--as-of', '2024-07-15', 'pack', '--output', work, ...more], { stdio: 'pipe' });
      pack('--no-pictures');
      pack('--single-file', 'double-growth', '--fragment', 'double-growth');
      mkdirSync(join(work, 'site'));
      const zip = readdirSync(work).find((name) => name.endsWith('.zip'));
      // By a reader that is not ours.
      execFileSync('unzip', ['-q', join(work, zip), '-d', join(work, 'site')]);
    });

    after(() => rmSync(work, { recursive: true, force: true }));

    for (const file of ['site/index.html', 'site/policies/double-growth/index.html', 'double-growth.html', 'double-growth/fragment.html']) {
      test(`${file} needs no network`, async () => {
        const told = [];
        const context = await browser().newContext({ offline: true });
        const tab = await context.newPage();
        const own = pathToFileURL(work + '/').href;
        tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && told.push(`console: ${message.text()}`));
        tab.on('pageerror', (error) => told.push(error.message));
        tab.on('request', (request) => [own, 'data:'].some((start) => request.url().startsWith(start)) || told.push(`asks for ${request.url()}`));
        tab.on('requestfailed', (request) => told.push(`${request.url()} failed`));
        for (const width of [375, 768, 1280]) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.goto(pathToFileURL(join(work, file)).href);
          told.push(...(await tab.evaluate(measure, smallest(width))).map((problem) => `at ${width} px: ${problem}`));
          await tab.screenshot({ path: join(shots, `package-${file.replaceAll('/', '-')}-${width}.png`) });
        }
        const broken = await tab.evaluate(() => [...document.images].filter((image) => !image.naturalWidth).map((image) => image.src));
        told.push(...broken.map((src) => `no picture: ${src}`));
        if (file === 'double-growth.html') {
          await tab.click('.actions a[href="#part-progress"]');
          assert.ok(await tab.locator('#part-progress .card').first().isVisible());
          assert.ok((await tab.locator('#part-high-tech [role="slider"]').count()) > 0, 'its scripts do not run');
        }
        await context.close();
        assert.deepEqual(told, []);
      });
    }
  });
}
