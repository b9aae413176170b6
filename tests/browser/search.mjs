// The search, in a browser and from the disk: one rule with the program, everything found, nothing run.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** A generator of random numbers that are the same in each run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The tests of one site. `open` gives a tab that tells of errors and of foreign requests, `pages` tells
 * the pages, `none` fails with every sentence at once.
 */
export function search({ root, site, pages, open, none }) {
  const page = 'search/index.html';
  const at = (words) => `${page}?q=${encodeURIComponent(words)}`;
  /** Waits until the page has an answer. */
  const answered = (tab) => tab.waitForFunction(() => {
    const main = document.querySelector('[data-search]');
    const told = main.querySelector('[data-state="told"]').textContent;
    return told && told !== main.dataset.looking;
  });
  const links = (tab) => tab.$$eval('.search-kind li a', (all) => all.map((link) => link.getAttribute('href').replace(/^(\.\.\/)+/, '')));
  const told = (tab) => tab.textContent('[data-state="told"]');

  test('the search folds texts as the program does', async () => {
    const { folds } = JSON.parse(readFileSync(join(root, 'tests/search.json'), 'utf8'));
    const { context, tab, go } = await open(site, []);
    await go(page);
    const found = await tab.evaluate((texts) => texts.map((text) => window.gongbaoSearch.fold(text)), folds.map(([given]) => given));
    await context.close();
    none(folds.filter(([, wanted], n) => found[n] !== wanted).map(([given, wanted], n) => `“${given}” folds to “${found[n]}”, not “${wanted}”`));
  });

  test('every heading and 500 phrases of the site are found where they stand', async () => {
    const problems = [];
    const { context, tab, go } = await open(site, problems);
    const wanted = [];
    const next = random(7);
    const texts = [];
    for (const path of pages(site).filter((path) => /^(policies\/[^/]+\/(index|interpretations\/.*|cases\/.*)|organisations\/[^/]+\/index|pages\/.*)(\.html)?$/.test(path))) {
      await go(path);
      const read = await tab.evaluate(() => {
        const words = (element) => {
          const copy = element.cloneNode(true);
          copy.querySelectorAll('.permalink, .hidden').forEach((part) => part.remove());
          return copy.textContent.trim();
        };
        return {
          headings: [...document.querySelectorAll('main h1, .clause-title')].map((element) => [element.closest('[id^="c-"]:not([id$="-title"])')?.id ?? '', words(element)]),
          paragraphs: [...document.querySelectorAll('.clause-body p, .clause-body li, main > article .prose p, .issued p')]
            .map((element) => [element.closest('[id^="c-"]:not([id$="-title"])')?.id ?? '', words(element)]),
        };
      });
      const url = (anchor) => path + (anchor ? `#${anchor}` : '');
      read.headings.forEach(([anchor, text]) => wanted.push([text, url(anchor)]));
      read.paragraphs.filter(([, text]) => text.length > 4).forEach(([anchor, text]) => texts.push([text, url(anchor)]));
    }
    const headings = wanted.length;
    assert.ok(headings > 3 && texts.length > 0, `${headings} headings, ${texts.length} paragraphs`);
    for (let n = 0; n < 500; n++) {
      const [text, url] = texts[Math.floor(next() * texts.length)];
      const from = Math.floor(next() * (text.length - 2));
      const phrase = text.slice(from, from + 2 + Math.floor(next() * 12));
      wanted.push([phrase, url]);
    }
    await go(page);
    for (const [words, url] of wanted) {
      const answer = await tab.evaluate((query) => window.gongbaoSearch.find(query), words);
      // A phrase of one letter between marks is too short to be asked for.
      if (answer !== null && !answer.includes(url)) problems.push(`“${words}” stands in ${url}, and finds ${answer.slice(0, 5).join(', ') || 'nothing'}`);
    }
    await context.close();
    none(problems);
  });

  test('results say where they lead, and the words are marked', async () => {
    const problems = [];
    const { context, tab, go } = await open(site, problems);
    if (site === 'sample') {
      for (const number of ['万州府办发〔2023〕28号', '[2023]28号', '﹝２０２３﹞２８号', '（2023）28 号']) {
        await go(at(number));
        await answered(tab);
        assert.deepEqual(await links(tab), ['policies/double-growth/index.html'], number);
        assert.match(await tab.textContent('.search-kind mark'), /2023〕28号$/);
      }
      await go(at('高新 技术企业'));
      await answered(tab);
      assert.ok((await links(tab)).includes('policies/double-growth/index.html#c-2-2-4') || (await links(tab)).length > 5);
      assert.ok((await tab.$$eval('mark', (marks) => marks.map((mark) => mark.textContent))).every((text) => text === '高新技术企业'));
      // Words that stand nowhere together may stand apart.
      await go(at('知识产权 区市场监管局'));
      await answered(tab);
      assert.ok((await links(tab)).length > 0);
      await go(at('瀼渡'));
      await answered(tab);
      await tab.click('.search-kind li a');
      await tab.waitForLoadState();
      assert.match(tab.url(), /organisations\/rangdu\/index\.html$/);
    }
    // Every result leads to a page and an anchor that are there.
    await go(at(site === 'english' ? 'tree' : '企业'));
    await answered(tab);
    const found = await links(tab);
    assert.ok(site === 'every-kind' || found.length > 0);
    for (const link of found.slice(0, 12)) {
      await go(link);
      const there = await tab.evaluate(() => !location.hash || document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null);
      if (!there) problems.push(`${link}: no such anchor`);
    }
    await context.close();
    none(problems);
  });

  test('nonsense finds nothing and says what to try, and so does too little', async () => {
    const problems = [];
    const { context, tab, go } = await open(site, problems);
    for (const nonsense of ['龘靐齉', 'zzxqj', '〔1949〕99号', '企业技高新']) {
      await go(at(nonsense));
      await answered(tab);
      assert.ok((await told(tab)).includes(nonsense), await told(tab));
      assert.deepEqual(await links(tab), [], nonsense);
      assert.ok(await tab.isVisible('[data-state="nothing"]') && await tab.isVisible('.search-lists a'));
    }
    await go(at('企'));
    await answered(tab);
    assert.ok(await tab.isVisible('[data-state="help"]'));
    await context.close();
    none(problems);
  });

  test('words that look like a script stay words', async () => {
    const problems = [];
    const { context, tab, go } = await open(site, problems);
    await tab.exposeFunction('caught', () => problems.push('a script of the query ran'));
    for (const words of ['<img src=x onerror=caught()>', '"><script>caught()</script>', "javascript:caught()//'", '</script><script>caught()</script>', '%3Cb%3E']) {
      await go(at(words));
      await answered(tab);
      assert.equal(await tab.inputValue('main input'), words);
      assert.equal(await tab.locator('main img, main b, main script').count(), 0);
    }
    await go(`${page}?q=%E0%A4%A`);
    assert.equal(await tab.inputValue('main input'), '');
    await context.close();
    none(problems);
  });

  test('the box in the head of every page leads to the answer, by keyboard and without a script', async () => {
    const problems = [];
    const words = site === 'english' ? 'tree' : '政策';
    const { context, tab, go } = await open(site, problems);
    await go('index.html');
    await tab.focus('.site-header input');
    await tab.keyboard.type(words);
    await tab.keyboard.press('Enter');
    await answered(tab);
    assert.equal(await tab.inputValue('main input'), words);
    assert.ok((await tab.title()).includes(words));
    assert.equal(await tab.getAttribute('[data-state="told"]', 'role'), 'status');
    await context.close();
    const plain = await open(site, problems, { javaScriptEnabled: false });
    await plain.go(at(words));
    assert.ok(await plain.tab.isVisible('[data-state="scripts"]') && await plain.tab.isVisible('.search-lists a'));
    await plain.context.close();
    none(problems);
  });

  test('a part of the index that cannot be had is told, and can be asked for again', async () => {
    const { context, tab, go } = await open(site, []);
    let cut = true;
    await tab.route(/search\/text-/, (route) => (cut ? route.abort() : route.continue()));
    const words = site === 'english' ? 'tree' : '目标';
    await go(at(words));
    await answered(tab);
    assert.ok(await tab.isVisible('[data-state="failed"] button'), await told(tab));
    cut = false;
    await tab.click('[data-state="failed"] button');
    await tab.waitForSelector('.search-kind li a');
    assert.ok(!(await tab.isVisible('[data-state="failed"]')));
    await context.close();
  });

  test('axe finds no barrier in any answer', async () => {
    const problems = [];
    for (const [colorScheme, width] of [['light', 320], ['dark', 1280]]) {
      const { context, tab, go } = await open(site, problems, { colorScheme, viewport: { width, height: 800 } });
      for (const words of [site === 'english' ? 'tree' : '企业', '龘靐', '企']) {
        await go(at(words));
        await answered(tab);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) problems.push(`${words} at ${width} px: ${wide} px too wide`);
        const { violations } = await new AxeBuilder({ page: tab }).options({ preload: false }).analyze();
        for (const { id, impact, help, nodes } of violations.filter(({ impact }) => impact !== 'minor')) {
          problems.push(`${words}, ${colorScheme}: ${id} (${impact}): ${help}: ${nodes[0].html.slice(0, 140)}`);
        }
      }
      await context.close();
    }
    none(problems);
  });
}
