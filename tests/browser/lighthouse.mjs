// What Lighthouse says of every kind of page on a phone, and what a page weighs on the wire.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from './server.mjs';

/** Scores that must be reached, out of 100. Only the performance depends on how busy the machine is. */
const WANTED = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
/** Lighthouse slows the processor down by four to get a phone from an idle desk, whose index is then about this. A busy machine is slow already. */
const PHONE = 400;
/** How often a page whose performance falls short is asked again; the median counts. */
const RUNS = 3;
/** Of a dashboard with all that it loads, compressed. */
const MOST_BYTES = 100_000;

const score = (report, name) => Math.round(100 * report.categories[name].score);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

export function measured({ site, folder, base, kinds, open, none, browserPath }) {
  test('Lighthouse finds nothing to better on a phone', async () => {
    const told = [];
    const server = await serve(folder(), base);
    const chrome = await launch({ chromePath: browserPath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
    const ask = async (page, slower = 4) => {
      const { lhr } = await lighthouse(server.url(page), {
        port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: Object.keys(WANTED),
        // As the profile of a phone on a slow line has it, but for the processor.
        throttlingMethod: 'simulate', throttling: { rttMs: 150, throughputKbps: 1638.4, requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675, cpuSlowdownMultiplier: slower },
      });
      return lhr;
    };
    try {
      for (const { kind, page } of kinds(site)) {
        const report = await ask(page);
        const speeds = [score(report, 'performance')];
        while (median(speeds) < WANTED.performance && speeds.length < RUNS) {
          const slower = Math.min(4, Math.max(1, report.environment.benchmarkIndex / PHONE));
          speeds.push(score(await ask(page, slower), 'performance'));
        }
        for (const [name, wanted] of Object.entries(WANTED)) {
          const got = name === 'performance' ? median(speeds) : score(report, name);
          if (got >= wanted) continue;
          const wrong = report.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 0.9);
          told.push(`${kind}, ${page}: ${name} ${got}: ${wrong.map(({ id }) => `${id} ${report.audits[id].displayValue ?? ''}`).join(', ')}`);
        }
      }
    } finally {
      await chrome.kill();
      server.close();
    }
    none(told);
  });

  test('a page is painted after its text, one sheet and a script of a few bytes', async () => {
    const server = await serve(folder(), base);
    const { context, tab } = await open(site, [], { javaScriptEnabled: true });
    for (const { page } of kinds(site)) {
      await tab.goto(server.url(page));
      const blocking = await tab.evaluate(() => performance.getEntriesByType('resource')
        .filter((entry) => entry.renderBlockingStatus === 'blocking')
        .map((entry) => ({ name: entry.name.split('/').pop(), bytes: entry.encodedBodySize })));
      assert.deepEqual(blocking.map(({ name }) => name).sort(), ['early.js', 'portal.css'], page);
      assert.ok(blocking.find(({ name }) => name === 'early.js').bytes < 300, page);
    }
    await context.close();
    server.close();
  });

  test('a dashboard weighs little', async () => {
    const server = await serve(folder(), base);
    const { context, tab } = await open(site, []);
    const page = kinds(site).find(({ kind }) => kind === 'progress').page;
    await tab.goto(server.url(page), { waitUntil: 'networkidle' });
    const bytes = server.asked.reduce((sum, answer) => sum + answer.bytes, 0);
    assert.ok(server.asked.every(({ found }) => found), JSON.stringify(server.asked));
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes: ${server.asked.map((answer) => `${answer.path} ${answer.bytes}`).join(', ')}`);
    await context.close();
    server.close();
  });

  test('the page of a wrong address has its look and its ways at any depth', async () => {
    const server = await serve(folder(), base);
    const { context, tab } = await open(site, []);
    for (const wrong of ['nothing', 'policies/none/at/all/']) {
      await tab.goto(server.url(wrong));
      assert.notEqual(await tab.evaluate(() => getComputedStyle(document.querySelector('.site-header')).backgroundColor), 'rgba(0, 0, 0, 0)');
      await tab.click('.lost a');
      assert.equal(tab.url(), server.url('index.html'));
    }
    await context.close();
    server.close();
  });
}
