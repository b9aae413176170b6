// The preview in a browser: a saved figure appears without a reload, what the reader did to the page stays,
// and what is wrong stands over it with file and line until it is mended.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

const FIGURES = 'content/policies/double-growth/progress/2024-06.yaml';
const POLICY = 'policies/double-growth/progress/index.html';

/** The tests. `browser` gives the browser once it is there. */
export function serve({ root, gongbao, browser, shots }) {
  describe('preview', () => {
    let site;
    let child;
    let address;

    before(async () => {
      site = mkdtempSync(join(tmpdir(), 'gongbao-preview-'));
      for (const part of ['content', 'themes']) cpSync(join(root, part), join(site, part), { recursive: true });
      child = spawn(gongbao, ['--root', site, '--as-of', '2024-07-15', 'serve', '--port', '0', '--no-pictures'], { stdio: ['ignore', 'ignore', 'pipe'] });
      address = await new Promise((resolve, reject) => {
        let said = '';
        child.stderr.on('data', (data) => {
          said += data;
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
          if (found) resolve(found[0]);
        });
        child.on('exit', () => reject(new Error(`the preview ended:\n${said}`)));
      });
    });

    after(() => {
      child?.kill();
      rmSync(site, { recursive: true, force: true });
    });

    const undone = [];
    afterEach(() => undone.splice(0).reverse().forEach((undo) => undo()));

    /** Changes a file, until the test ends or what is returned is called. */
    const edit = (path, change) => {
      const file = join(site, path);
      const old = readFileSync(file, 'utf8');
      const fresh = change(old);
      assert.notEqual(fresh, old, `nothing to edit in ${path}`);
      writeFileSync(file, fresh);
      const undo = () => writeFileSync(file, old);
      undone.push(undo);
      return undo;
    };

    /** A tab that tells of errors in scripts, with a mark that a reload would take away. */
    const open = async (page, options = {}) => {
      const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      const tab = await context.newPage();
      const told = [];
      tab.on('pageerror', (error) => told.push(error.message));
      await tab.goto(address + page);
      await tab.waitForFunction(() => document.readyState === 'complete');
      await tab.evaluate(() => { window.mark = 'still here'; });
      const marked = () => tab.evaluate(() => window.mark === 'still here');
      return { tab, told, marked, close: () => context.close() };
    };
    const text = (tab, words) => tab.waitForFunction((wanted) => document.querySelector('main').textContent.includes(wanted), words);

    test('a saved figure appears in place: no reload, same scroll, same focus, what was opened stays open', async () => {
      const { tab, told, marked, close } = await open(POLICY);
      await tab.evaluate(() => document.querySelectorAll('details').forEach((details, n) => { details.open = n % 2 === 0; }));
      await tab.evaluate(() => window.scrollTo(0, 700));
      await tab.evaluate(() => [...document.querySelectorAll('main a')].find((link) => link.getBoundingClientRect().top > 200).focus({ preventScroll: true }));
      const state = () => tab.evaluate(() => ({
        scroll: Math.round(scrollY),
        focus: document.activeElement.getAttribute('href'),
        open: [...document.querySelectorAll('details')].map((details) => details.open),
      }));
      const old = await state();
      assert.ok(old.scroll > 300 && old.focus);
      const undo = edit(FIGURES, (yaml) => yaml.replace('高新技术企业: 128', '高新技术企业: 129'));
      await text(tab, '129家');
      assert.ok(await marked(), 'the page was loaded anew');
      assert.deepEqual(await state(), old);
      undo();
      await text(tab, '128家');
      assert.ok(await marked());
      // What is on the screen is what the program would send now.
      const differs = await tab.evaluate(async () => {
        const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        return document.querySelector('h1').textContent !== fresh.querySelector('h1').textContent
          || document.querySelectorAll('main *').length < fresh.querySelectorAll('main *').length;
      });
      assert.ok(!differs);
      assert.deepEqual(told, []);
      await close();
    });

    test('what a reader filtered stays filtered', async () => {
      const { tab, told, marked, close } = await open('policies/double-growth/index.html');
      await tab.selectOption('[name=by]', 'shahe');
      const seen = () => tab.$$eval('.clause', (all) => all.filter((clause) => clause.getBoundingClientRect().height > 0).map(({ id }) => id));
      const filtered = await seen();
      edit('content/policies/double-growth/policy.md', (markdown) => markdown.replace(/^(title: .*)$/m, '$1（修订）'));
      await tab.waitForFunction(() => document.querySelector('h1').textContent.includes('（修订）'));
      assert.ok(await marked());
      assert.deepEqual(await seen(), filtered);
      assert.equal(await tab.inputValue('[name=by]'), 'shahe');
      assert.deepEqual(told, []);
      await close();
    });

    for (const [width, scheme] of [[375, 'light'], [768, 'light'], [1280, 'dark']]) {
      test(`a mistake stands over the page with file and line, and goes when it is mended, at ${width} px`, async () => {
        const { tab, told, marked, close } = await open(POLICY, { viewport: { width, height: 800 }, colorScheme: scheme });
        const undo = edit(FIGURES, (yaml) => yaml.replace('高新技术企业: 128', '高新技术企业: 很高'));
        const overlay = tab.locator('gongbao-preview section');
        await overlay.waitFor();
        const words = await overlay.textContent();
        assert.match(words, /应为数字/);
        assert.match(words, /2024-06\.yaml:8:11/);
        assert.match(words, /改法：/);
        assert.equal(await overlay.locator('mark').first().textContent(), '很高');
        await tab.screenshot({ path: join(shots, `preview-${width}-${scheme}.png`) });
        const wide = await overlay.evaluate((section) => section.scrollWidth - section.clientWidth);
        assert.ok(wide <= 0, `${wide} px too wide`);
        const { violations } = await new AxeBuilder({ page: tab }).include('gongbao-preview').options({ preload: false }).analyze();
        assert.deepEqual(violations.filter(({ impact }) => impact !== 'minor').map(({ id }) => id), []);
        // The keyboard is in it, reaches the place and closes it.
        const at = () => tab.evaluate(() => document.querySelector('gongbao-preview').shadowRoot.activeElement?.textContent);
        await tab.keyboard.press('Tab');
        assert.equal(await at(), '收起');
        await tab.keyboard.press('Tab');
        assert.match(await at(), /2024-06\.yaml:8:11/);
        await tab.keyboard.press('Escape');
        await overlay.waitFor({ state: 'detached' });
        // Others than before: it comes back.
        const undoSecond = edit(FIGURES, (yaml) => yaml.replace('科技型企业: 1020', '科技型企业: 更高'));
        await overlay.waitFor();
        assert.match(await overlay.textContent(), /有 2 处错误/);
        undoSecond();
        undo();
        await overlay.waitFor({ state: 'detached' });
        assert.ok(await marked(), 'the page was loaded anew');
        assert.deepEqual(told, []);
        await close();
      });
    }

    test('a style sheet is exchanged in place; a changed script loads the page anew', async () => {
      const { tab, told, marked, close } = await open('index.html');
      const colour = () => tab.evaluate(() => getComputedStyle(document.body).outlineColor);
      const undo = edit('themes/portal/assets/portal.css', (css) => `${css}\nbody { outline-color: rgb(1, 2, 3); }\n`);
      await tab.waitForFunction(() => getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)');
      assert.ok(await marked());
      undo();
      await tab.waitForFunction(() => getComputedStyle(document.body).outlineColor !== 'rgb(1, 2, 3)');
      assert.notEqual(await colour(), 'rgb(1, 2, 3)');
      edit('themes/portal/assets/portal.js', (script) => `${script}\nwindow.anew = true;\n`);
      await tab.waitForFunction(() => window.anew === true);
      assert.ok(!(await marked()));
      assert.deepEqual(told, []);
      await close();
    });

    test('the first build may fail: the errors stand on an empty page, and the site follows', async () => {
      const title = edit('content/site.yaml', (yaml) => yaml.replace(/^title: .*$/m, 'titel: 错'));
      const other = spawn(gongbao, ['--root', site, '--as-of', '2024-07-15', 'serve', '--port', '0', '--no-pictures'], { stdio: ['ignore', 'ignore', 'pipe'] });
      try {
        const there = await new Promise((resolve) => {
          let said = '';
          other.stderr.on('data', (data) => {
            said += data;
            const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
            if (found) resolve(found[0]);
          });
        });
        const context = await browser().newContext();
        const tab = await context.newPage();
        await tab.goto(there);
        const overlay = tab.locator('gongbao-preview section');
        await overlay.waitFor();
        assert.match(await overlay.textContent(), /site\.yaml/);
        title();
        await tab.waitForFunction(() => document.querySelector('main#main'));
        await overlay.waitFor({ state: 'detached' });
        await context.close();
      } finally {
        other.kill();
      }
    });
  });
}
