// Ways through the site that citizens take, each from the home page, with scripts and without.

import { test } from 'node:test';
import assert from 'node:assert/strict';

/** What is asked for here stands in the sample. */
const TOWNSHIP = '沙河街道';
const POLICY = 'policies/double-growth/index.html';
const PROGRESS = 'policies/double-growth/progress/index.html';
const INDICATOR = 'policies/double-growth/indicators/high-tech/index.html';

/** Which page counts 1 px as how many of a sheet: A4 less its margins of 20 mm, at 96 px an inch. */
const SHEET = { width: 642, height: 950 };

export function ways({ site, open, none, kinds }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const tapped = async (told) => {
      const { context, tab, go } = await open(site, told, { javaScriptEnabled, viewport: { width: 375, height: 800 }, reducedMotion: 'reduce' });
      await go('index.html');
      return { context, tab, go };
    };

    test(`a citizen finds the figure of a township for last month in two taps, ${how}`, async () => {
      const told = [];
      const { context, tab } = await tapped(told);
      await tab.click('.site-nav a[href*="#townships"]');
      await tab.click(`#townships a:text-is("${TOWNSHIP}")`);
      assert.equal(await tab.textContent('h1'), TOWNSHIP);
      const figure = tab.locator('.own').first();
      assert.match(await figure.locator('.figure').textContent(), /^\d+$/);
      assert.match(await figure.locator('.sentence').textContent(), /2024年6月/);
      assert.match(await tab.textContent('.page-head .facts'), /数据截至\s*2024年6月30日/);
      await context.close();
      none(told);
    });

    test(`a citizen finds who answers for task 7, ${how}`, async () => {
      const told = [];
      const { context, tab } = await tapped(told);
      await tab.click(`.policy-entry .actions a[href$="${POLICY}"]`);
      const task = tab.locator('.clause-task').filter({ has: tab.locator('.number', { hasText: /^7[.．]?$/ }) });
      assert.equal(await task.count(), 1);
      const answers = task.locator('.tail a').first();
      const [name, id] = [await answers.textContent(), await task.getAttribute('id')];
      assert.match(await task.locator('.tail').first().textContent(), /责任单位：/);
      await answers.click();
      assert.equal(await tab.textContent('h1'), name);
      // The page of whoever answers leads back to the task.
      await tab.click(`.org-duties a[href$="double-growth/index.html#${id}"]`);
      assert.ok(tab.url().endsWith(`#${id}`), tab.url());
      await context.close();
      none(told);
    });

    test(`a policy, its bulletins and its indicators lead to each other, ${how}`, async () => {
      const told = [];
      const { context, tab, go } = await tapped(told);
      await go(INDICATOR);
      await tab.click('.pager .next');
      assert.match(tab.url(), /indicators\/(?!high-tech)/);
      await tab.click('.pager .previous');
      assert.match(tab.url(), /high-tech/);
      await tab.click('.breadcrumbs a >> nth=1');
      assert.match(tab.url(), new RegExp(`${POLICY}$`));
      await tab.click('.toc-folded summary');
      await tab.click('.toc-folded a >> nth=2');
      assert.match(tab.url(), /#c-/);
      await context.close();
      none(told);
    });
  }

  test('a citizen searches for a township and arrives at it', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: { width: 375, height: 800 } });
    await go('index.html');
    await tab.fill('.site-header input[type=search]', '瀼渡');
    await tab.press('.site-header input[type=search]', 'Enter');
    await tab.locator('[data-kind=organisation] li a').first().click();
    assert.match(await tab.textContent('h1'), /瀼渡/);
    await context.close();
    none(told);
  });

  test('every page says how old it is, when it was published, whom to call and how to report a mistake', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { javaScriptEnabled: false });
    for (const { kind, page } of kinds(site)) {
      await go(page);
      const foot = await tab.textContent('.site-footer');
      for (const wanted of [/数据截至\s*\d{4}年/, /发布时间\s*\d{4}年/, /下次更新/, /联系\s*\S+/, /发现本页有误，请联系/, /进度怎样判断/]) {
        if (!wanted.test(foot)) told.push(`${page}: the foot lacks ${wanted}`);
      }
      if (kind !== 'home' && (await tab.locator('.breadcrumbs [aria-current]').count()) !== 1) told.push(`${page}: no way back`);
    }
    await context.close();
    none(told);
  });

  test('a chart tells its figures to a pointer, a finger and the keys', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: { width: 375, height: 800 }, hasTouch: true, reducedMotion: 'reduce' });
    await go(INDICATOR);
    const slider = tab.locator('.chart-slider').first();
    const words = slider.locator('span');
    await slider.focus();
    assert.match(await words.textContent(), /^2024年6月：\d+家，应达[\d.]+家$/);
    assert.equal(await slider.getAttribute('aria-valuetext'), await words.textContent());
    await tab.keyboard.press('ArrowLeft');
    assert.match(await words.textContent(), /^2024年5月：/);
    await tab.keyboard.press('Home');
    assert.equal(await slider.getAttribute('aria-valuenow'), '1');
    const [tip, chart] = [await words.boundingBox(), await slider.boundingBox()];
    assert.ok(tip.x >= chart.x - 0.5 && tip.x + tip.width <= chart.x + chart.width + 0.5, 'the words stay in the chart');
    await tab.keyboard.press('Escape');
    assert.equal(await words.textContent(), '');
    // The mark stands on the line: where the path was drawn.
    await tab.keyboard.press('End');
    const mark = await slider.evaluate((element) => [parseFloat(element.style.getPropertyValue('--x')), parseFloat(element.style.getPropertyValue('--y'))]);
    const dot = await tab.locator('.chart-forms').first().evaluate((forms) => {
      const svg = [...forms.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width);
      const at = forms.getBoundingClientRect();
      return [...svg.querySelectorAll('.c-dot circle, circle.c-dot, .c-dot-open circle')].map((circle) => circle.getBoundingClientRect())
        .map((box) => [box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y]);
    });
    assert.ok(dot.some(([x, y]) => Math.hypot(x - mark[0], y - mark[1]) < 2), JSON.stringify({ dot, mark }));
    await tab.touchscreen.tap(chart.x + chart.width * 0.1, chart.y + chart.height / 2);
    assert.match(await words.textContent(), /^20\d\d年\d+月：/);
    // Organisations compared: from top to bottom.
    await tab.click('.after-table summary');
    const rows = tab.locator('.after-table .chart-slider').first();
    await rows.focus();
    const first = await rows.getAttribute('aria-valuetext');
    await tab.keyboard.press('ArrowDown');
    const second = await rows.getAttribute('aria-valuetext');
    assert.ok(first !== second && /：\d+家，2024年目标\d+家$/.test(first), `${first}; ${second}`);
    await context.close();
    none(told);
  });

  test('a table of many years shows one of them, and paper has all', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: { width: 375, height: 800 } });
    await go(INDICATOR);
    const breakdown = tab.locator('.breakdown').first();
    const heads = () => breakdown.locator('thead th:visible').count();
    const all = await heads();
    const current = await breakdown.locator('th.now').getAttribute('data-column');
    await breakdown.locator('[data-years]').selectOption(current);
    assert.equal(await heads(), 4, 'organisation, target, newest figure, what is missing');
    assert.equal(await breakdown.locator('tbody tr').first().locator('th:visible, td:visible').count(), 4);
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await heads(), all);
    assert.ok(!(await breakdown.locator('[data-years]').isVisible()));
    await tab.emulateMedia({ media: 'screen' });
    await breakdown.locator('[data-years]').selectOption('');
    assert.equal(await heads(), all);
    await context.close();
    none(told);
  });

  test('large type is there before the first paint', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told);
    await go('index.html');
    await tab.click('[data-switch=large]');
    // Without the script that waits for the page, the early one alone has done it.
    for (const late of ['portal', 'clauses']) {
      await tab.route(`**/${late}.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    }
    await go(POLICY);
    assert.equal(await tab.evaluate(() => document.documentElement.className), 'large');
    await context.close();
    none(told);
  });

  test('the print of a policy is the document: its order, its levels, its letters, nothing of the screen', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: SHEET });
    await go(POLICY);
    await tab.emulateMedia({ media: 'print' });
    for (const screen of ['.site-header', '.site-nav', '.breadcrumbs', '.toc', '.filter', '.cite', '.permalink', '.actions', '.pager', '.site-footer', '.opening']) {
      if (await tab.locator(`${screen}:visible`).count()) told.push(`${screen} is printed`);
    }
    const type = (selector) => tab.locator(selector).first().evaluate((element) => {
      const style = getComputedStyle(element);
      return { font: style.fontFamily.split(',')[0].replaceAll('"', ''), size: Math.round(parseFloat(style.fontSize) * 0.75), indent: Math.round(parseFloat(style.textIndent) / parseFloat(style.fontSize)) };
    });
    assert.deepEqual(await type('.official-title'), { font: '方正小标宋简体', size: 22, indent: 0 });
    assert.deepEqual(await type('.clause-part .clause-title'), { font: '黑体', size: 16, indent: 2 });
    assert.deepEqual(await type('.clause-section .clause-title'), { font: '楷体_GB2312', size: 16, indent: 2 });
    assert.deepEqual(await type('.clause-task .clause-title'), { font: '仿宋_GB2312', size: 16, indent: 2 });
    assert.deepEqual(await type('.clause-body p'), { font: '仿宋_GB2312', size: 16, indent: 2 });
    const order = await tab.$$eval('.issued, .official-title, .clause, .attachments', (all) => all.map((part) => part.getBoundingClientRect().top));
    assert.deepEqual(order, [...order].sort((a, b) => a - b));
    await context.close();
    none(told);
  });

  test('no chart is cut on paper', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: SHEET });
    for (const page of [PROGRESS, INDICATOR]) {
      await go(page);
      await tab.emulateMedia({ media: 'print' });
      for (const problem of await tab.evaluate(({ width, height }) => [...document.querySelectorAll('main svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
        const box = svg.getBoundingClientRect();
        const whole = svg.closest('.chart-figure, .card, .count, .own');
        const found = [];
        if (box.right > width + 1) found.push(`svg.${svg.getAttribute('class')} is ${box.right - width} px too wide`);
        if (box.height > height) found.push(`svg.${svg.getAttribute('class')} is higher than a sheet`);
        if (whole && getComputedStyle(whole).breakInside !== 'avoid') found.push(`${whole.className} may be broken`);
        return found;
      }), SHEET)) told.push(`${page}: ${problem}`);
    }
    await context.close();
    none(told);
  });
}
