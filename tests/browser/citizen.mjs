// What a citizen does with a page beyond reading it: filter, copy, sort, enlarge. Each with and without scripts.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Where a site shows what is asked here; other sites are not asked. */
const SHOWN = {
  sample: {
    policy: 'policies/double-growth/index.html',
    by: 'shahe',
    through: 'xiangzhen-jiedao',
    status: 'unstated',
    organisation: 'organisations/shahe/index.html',
    silent: 'organisations/wuling/index.html',
    indicator: 'policies/double-growth/indicators/high-tech/index.html',
    clause: 'c-2-1-1',
    cited: '《重庆市万州区高新技术企业和科技型企业“双倍增”工作实施方案》（万州府办发〔2023〕28号）二（一）1“培育孵化科技型企业”，',
  },
};

/** The clipboard of the tab, by whichever way the page writes to it; `missing` takes the API away. */
async function clipboard(tab, missing) {
  await tab.addInitScript((without) => {
    window.copied = '';
    if (without) Object.defineProperty(navigator, 'clipboard', { value: undefined });
    else Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } });
    document.execCommand = () => { window.copied = document.activeElement.value; return true; };
  }, missing);
}

/** No barrier that axe can see, in the state in which the page is. */
async function barriers(tab, told, where) {
  const { violations } = await new AxeBuilder({ page: tab }).options({ preload: false }).analyze();
  for (const { id, help, nodes } of violations.filter(({ impact }) => impact !== 'minor')) {
    told.push(`${where}: ${id}: ${help}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  }
}

/** The tests of one site. `open` gives a tab that tells of errors, `none` fails with every sentence at once. */
export function citizen({ site, open, none, kinds }) {
  const shown = SHOWN[site];
  if (!shown) return;
  const still = { reducedMotion: 'reduce' };
  /** The clauses on the screen: id, and whether more than the heading is there. */
  const seen = (tab) => tab.$$eval('.clause', (all) => all
    .filter((section) => section.getBoundingClientRect().height > 0)
    .map((section) => ({ id: section.id, whole: !section.classList.contains('heading-only'), by: (section.dataset.by ?? '').trim().split(' '), status: section.dataset.status ?? '' })));

  test('the clauses of a policy are filtered by organisation and status, and the address says so', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, still);
    await go(shown.policy);
    const all = await seen(tab);
    await tab.selectOption('[name=by]', shown.by);
    const own = await seen(tab);
    const whole = own.filter((clause) => clause.whole);
    assert.ok(whole.length > 0 && own.length < all.length, `${own.length} of ${all.length}`);
    assert.ok(whole.every(({ by }) => by.includes(shown.by) || by.includes(shown.through)), JSON.stringify(whole));
    assert.match(await tab.textContent('[data-told]'), new RegExp(`\\b${whole.length}|${whole.length}条`));
    // A heading is left only where something below it is.
    const order = own.map(({ id }) => id);
    for (const { id } of own.filter((clause) => !clause.whole)) {
      assert.ok(order.some((other) => other.startsWith(`${id}-`)), `${id} stands over nothing`);
    }
    await barriers(tab, told, 'filtered');
    assert.match(tab.url(), new RegExp(`[?&]by=${shown.by}`));
    // Whoever opens the address sees the same; paper has the whole text.
    await tab.reload();
    assert.deepEqual(await seen(tab), own);
    await tab.emulateMedia({ media: 'print' });
    assert.equal((await seen(tab)).length, all.length);
    assert.ok(!(await tab.isVisible('.filter')));
    await tab.emulateMedia({ media: 'screen' });
    await tab.selectOption('[name=by]', '');
    await tab.selectOption('[name=status]', shown.status);
    const silent = (await seen(tab)).filter((clause) => clause.whole);
    assert.ok(silent.length > 0 && silent.every(({ status }) => status.split(' ').includes(shown.status)), JSON.stringify(silent));
    await tab.click('.filter [type=reset]');
    assert.deepEqual(await seen(tab), all);
    assert.doesNotMatch(tab.url(), /status=/);
    // A link to a clause that is left out shows it.
    await go(`${shown.policy}?by=${shown.by}&status=none-of-these`);
    await go(`${shown.policy}?by=${shown.by}#c-1`);
    assert.ok(await tab.isVisible('#c-1'), 'a link leads to what is left out');
    await context.close();
    none(told);
  });

  test('a clause is copied with its citation, with the clipboard API and without', async () => {
    const told = [];
    for (const missing of [false, true]) {
      const { context, tab, go } = await open(site, told, still);
      await clipboard(tab, missing);
      await go(shown.policy);
      await tab.focus(`#${shown.clause} .cite`);
      await tab.keyboard.press('Enter');
      const lines = (await tab.evaluate(() => window.copied)).split('\n');
      assert.ok(lines.length > 1, 'the text of the clause goes with it');
      assert.ok(lines.at(-1).startsWith(shown.cited), lines.at(-1));
      assert.ok(lines.at(-1).endsWith(`#${shown.clause}`), lines.at(-1));
      await context.close();
    }
    none(told);
  });

  test('a table is sorted by a column, most first, then least, then as it was', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { ...still, viewport: { width: 375, height: 800 } });
    await go(shown.indicator);
    const table = tab.locator('table.long:has(th.now)').first();
    const column = async (n) => (await table.locator(`tbody tr > :nth-child(${n})`).allTextContents()).map((text) => text.trim());
    const names = await column(1);
    const heads = await table.locator('thead th').count();
    const at = 1 + await table.locator('thead th').evaluateAll((all) => all.findIndex((th) => th.classList.contains('now')));
    assert.ok(at > 1 && at <= heads, 'a column of newest figures');
    const button = table.locator('thead th').nth(at - 1).locator('button');
    const figures = (texts) => texts.map((text) => parseFloat(text.replaceAll(',', '')));
    for (const [sort, sign] of [['descending', -1], ['ascending', 1]]) {
      await button.focus();
      await tab.keyboard.press('Enter');
      assert.equal(await table.locator('th[aria-sort]').count(), 1);
      assert.equal(await table.locator('thead th').nth(at - 1).getAttribute('aria-sort'), sort);
      const sorted = figures(await column(at));
      const known = sorted.filter((figure) => !Number.isNaN(figure));
      assert.deepEqual(known, [...known].sort((a, b) => sign * (a - b)));
      assert.ok(sorted.slice(known.length).every(Number.isNaN), `what is missing stands last: ${sorted}`);
    }
    await barriers(tab, told, 'sorted');
    await table.locator('thead th').first().locator('button').click();
    assert.deepEqual(await column(1), names);
    assert.equal(await table.locator('th[aria-sort]').count(), 0);
    // The column of names that sticks covers no head of its neighbour.
    const boxes = await table.locator('thead th').evaluateAll((all) => {
      all[0].closest('.scroll').scrollLeft = 0;
      return all.slice(0, 2).map((th) => th.getBoundingClientRect()).map(({ left, right }) => [left, right]);
    });
    assert.ok(boxes[0][1] <= boxes[1][0] + 0.5, JSON.stringify(boxes));
    await context.close();
    none(told);
  });

  test('large type and high contrast are switched on, remembered, and legible on every kind of page', async () => {
    const told = [];
    for (const [colorScheme, width] of [['light', 375], ['dark', 1280]]) {
      const { context, tab, go } = await open(site, told, { ...still, colorScheme, viewport: { width, height: 800 } });
      await go('index.html');
      const size = () => tab.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      const before = await size();
      await tab.click('[data-switch=large]');
      await tab.click('[data-switch=contrast]');
      assert.ok(await size() > before * 1.2);
      for (const { kind, page } of kinds(site)) {
        await go(page);
        // The page of a wrong address comes from a host of its own here, which was told nothing.
        if (kind !== 'not-found') assert.equal(await tab.locator('[data-switch][aria-pressed=true]').count(), 2, `${page} has forgotten`);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) told.push(`${page}, large, ${width} px: ${wide} px too wide`);
        await barriers(tab, told, `${kind}, ${colorScheme}, switched`);
      }
      await tab.click('[data-switch=large]');
      await tab.click('[data-switch=contrast]');
      assert.equal(await tab.locator('html[class]:not([class=""])').count(), 0);
      await context.close();
    }
    none(told);
  });

  test('an organisation opens with its targets, and prints as a list of duties', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { ...still, javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
    await go(shown.organisation);
    const opening = await tab.textContent('.opening-line');
    assert.match(opening, /到2024年底的目标是38家，2024年6月为37家，还差1家/);
    assert.match(opening, /示例/);
    assert.ok(await tab.isVisible('#due'));
    // What was not reported is not zero.
    await go(shown.silent);
    assert.match(await tab.textContent('.opening-line'), /目标是2家，暂无数据/);
    await tab.emulateMedia({ media: 'print' });
    assert.ok(await tab.isVisible('.print-title'));
    assert.ok(!(await tab.isVisible('.own .years')));
    const boxes = await tab.$eval('.org-duties > li', (li) => [...li.children].map((part) => part.getBoundingClientRect().left));
    assert.ok(boxes[0] < boxes[1] && boxes[1] < boxes[2], `${boxes}`);
    await context.close();
    none(told);
  });

  test('without scripts there is nothing to filter or copy with, and the whole text', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { javaScriptEnabled: false });
    await go(`${shown.policy}?by=${shown.by}`);
    assert.ok(!(await tab.isVisible('.filter')));
    assert.equal(await tab.locator('.cite').count(), 0);
    assert.equal(await tab.locator('[data-switch]:visible').count(), 0);
    assert.equal(await tab.locator('.clause:visible').count(), await tab.locator('.clause').count());
    await context.close();
    none(told);
  });
}
