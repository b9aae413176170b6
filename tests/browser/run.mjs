// Opens built sites in a browser, from the disk and without a server: no errors, no requests, no page
// that scrolls sideways, no small print, no barriers, the same text without scripts, valid HTML, a PDF.
//
// tests/run starts it. By hand: `cargo build && node --test-reporter=spec tests/browser/run.mjs`;
// `SITE=sample` opens one site only. Screenshots lie in shots/ afterwards, which git ignores.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { access } from './access.mjs';
import { citizen } from './citizen.mjs';
import { crawl } from './crawl.mjs';
import { measured } from './lighthouse.mjs';
import { packages } from './package.mjs';
import { search } from './search.mjs';
import { serve } from './server.mjs';
import { ways } from './ways.mjs';
import { serve as preview } from './serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const gongbao = process.env.GONGBAO || join(root, 'target/debug/gongbao');
const browserPath = process.env.CHROMIUM || '/usr/bin/chromium';
const shots = join(here, 'shots');

// The repository's own site, and fixtures that show what it does not.
const SITES = {
  sample: root,
  'every-kind': join(root, 'tests/sites/every-kind'),
  english: join(root, 'tests/sites/english'),
  'every-status': join(root, 'tests/sites/every-status'),
  'as-issued': join(root, 'tests/sites/as-issued'),
  gathered: join(root, 'tests/sites/gathered'),
};
// The path of the sample's `base_url`: its 404 page, served at any depth, links below it.
const BASE = '/zt/jinzhan/';
// Those whose pages show every template in every state; the slow checks look at these.
const THOROUGH = ['sample', 'every-kind', 'english'];
const WIDTHS = [320, 375, 768, 1280];
// In CSS pixels on the screen. What stands in a chart shrinks with it and cannot wrap, and the same
// words and figures stand beside it as text and table: there the smallest phone gets a little less.
const SMALLEST_TEXT = 14;
const SMALLEST_IN_CHART = { 320: 10, 375: 11, 768: 11, 1280: 11 };

// What the checker says that we let stand, each with the reason.
const ALLOWED = [
  // Two targets may fall due on one day: each is an entry of its own.
  /Duplicate “dt” name|The first occurrence of “dt” name/,
  // The policy's text is an article under the page's own heading.
  /Article lacks heading/,
  // The checker's CSS does not know this property of SVG outside SVG.
  /“paint-order”: Property “paint-order” doesn't exist/,
];

const work = mkdtempSync(join(tmpdir(), 'gongbao-browser-'));
let browser;
const served = new Map();

before(async () => {
  assert.ok(existsSync(gongbao), `${gongbao} is missing: run cargo build first`);
  assert.ok(existsSync(browserPath), `${browserPath} is missing: install chromium, or name one in CHROMIUM`);
  for (const [name, site] of Object.entries(SITES)) {
    execFileSync(gongbao, ['--root', site, '--as-of', '2024-07-15', 'build', '--output', join(work, name)], { stdio: 'pipe' });
    const base = /href="(\/[^"]*)assets\/portal\.css"/.exec(readFileSync(join(work, name, '404.html'), 'utf8'))?.[1];
    if (base) served.set(name, await serve(join(work, name), base));
  }
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
});

after(async () => {
  await browser?.close();
  for (const server of served.values()) server.close();
  rmSync(work, { recursive: true, force: true });
});

/** The pages of a built site, as paths below it; what only leads on to another is none. */
function pagesOf(site) {
  const folder = join(work, site);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.html'))
    .map((file) => relative(folder, join(file.parentPath ?? file.path, file.name)))
    .filter((page) => !readFileSync(join(folder, page), 'utf8').includes('http-equiv="refresh"'))
    .sort();
}

// `page` may carry a question: `search/index.html?q=…`. A 404 page whose links begin at the host's root needs a host.
const isServed = (site, page) => /^(en\/)?404\.html$/.test(page) && served.has(site);
const url = (site, page) => (isServed(site, page) ? served.get(site).url(page) : new URL(page, pathToFileURL(join(work, site) + '/')).href);

// The site `english` shows every template in English; of a second language's pages those that mix two.
const MIXED = ['home', 'policy', 'indicator', 'article'];

/** One page of each kind, the longest: where most can go wrong. With `framed`, those for frames of other sites too, which have no head and no way past it. */
function oneOfEachKind(site, framed = false) {
  const longest = new Map();
  for (const page of pagesOf(site)) {
    const text = readFileSync(join(work, site, page), 'utf8');
    const own = /<body class="is-([a-z-]+)/.exec(text)?.[1] ?? page;
    const second = page.startsWith('en/');
    if ((second && !MIXED.includes(own)) || (own === 'embed' && !framed)) continue;
    const kind = second ? `en-${own}` : own;
    if (!longest.has(kind) || longest.get(kind).length < text.length) longest.set(kind, { page, length: text.length });
  }
  return [...longest].map(([kind, { page }]) => ({ kind, page }));
}

/** Every page of the main language, and of a second one those that mix two. */
function pagesToSee(site) {
  const second = new Set(oneOfEachKind(site, true).map(({ page }) => page));
  return pagesOf(site).filter((page) => !page.startsWith('en/') || second.has(page));
}

/** Those of the main language: what a second one's pages weigh and say in their foot is the same. */
const kindsOfMain = (site) => oneOfEachKind(site).filter(({ kind }) => !kind.startsWith('en-'));

/** Fails with every sentence at once. */
function none(told) {
  const shown = told.slice(0, 40).join('\n');
  assert.equal(told.length, 0, `\n${shown}\n${told.length > 40 ? `and ${told.length - 40} more` : ''}`);
}

/** A tab that tells of every error and of every request that does not go to the site's own folder. */
async function open(site, told, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const own = pathToFileURL(join(work, site) + '/').href;
  let at = '';
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && told.push(`${at}: console: ${message.text()}`));
  tab.on('pageerror', (error) => told.push(`${at}: ${error.message}`));
  tab.on('request', (request) => [own, 'data:', 'http://127.0.0.1:'].some((start) => request.url().startsWith(start)) || told.push(`${at}: asks for ${request.url()}`));
  // Who leaves a page before its icon is there misses nothing.
  tab.on('requestfailed', (request) => request.url().endsWith('/icon.svg') || told.push(`${at}: ${request.url()} failed: ${request.failure()?.errorText}`));
  return { context, tab, go: async (page) => { at = `${site}/${page}`; await tab.goto(url(site, page)); } };
}

/** In the page: what sticks out, what is too small. */
function measure([smallest, smallestInChart]) {
  const told = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return false;
      }
      return element.getBoundingClientRect().right > page.clientWidth + 0.5;
    });
    told.push(`scrolls sideways (${page.scrollWidth} px): ${wide.slice(0, 3).map((e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}">`).join(', ')}`);
  }
  const small = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ['SCRIPT', 'STYLE', 'TITLE', 'DESC', 'title', 'desc', 'OPTION'].includes(element.tagName)) continue;
    if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (![...range.getClientRects()].some((box) => box.width > 1 && box.height > 1)) continue;
    const svg = element.closest('svg');
    const scale = svg ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < (svg ? smallestInChart : smallest) - 0.05) {
      const what = `${size.toFixed(1)} px in ${svg ? `svg.${svg.getAttribute('class')}` : `<${element.tagName.toLowerCase()} class="${element.className}">`}`;
      if (!small.has(what)) small.set(what, node.data.trim().slice(0, 20));
    }
  }
  for (const [what, words] of small) told.push(`${what}: “${words}”`);
  for (const figure of document.querySelectorAll('.chart, figure')) {
    const forms = [...figure.querySelectorAll('svg')].filter((svg) => /\b(wide|narrow)\b/.test(svg.getAttribute('class') ?? ''));
    const shown = forms.filter((svg) => svg.getBoundingClientRect().width > 0);
    const folded = figure.closest('details:not([open])');
    if (forms.length > 1 && !folded && shown.length !== 1) told.push(`a chart shows ${shown.length} of its ${forms.length} forms`);
  }
  return told;
}

for (const site of Object.keys(SITES).filter((name) => !process.env.SITE || process.env.SITE === name)) {
  describe(site, () => {
    test('every page fits every width, with readable text, and asks nobody for anything', async () => {
      const told = [];
      const { context, tab, go } = await open(site, told);
      for (const page of pagesToSee(site)) {
        await go(page);
        for (const width of WIDTHS) {
          await tab.setViewportSize({ width, height: 800 });
          for (const problem of await tab.evaluate(measure, [SMALLEST_TEXT, SMALLEST_IN_CHART[width]])) {
            told.push(`${site}/${page} at ${width} px: ${problem}`);
          }
        }
      }
      await context.close();
      none(told);
    });

    test('without scripts the same text is there', async () => {
      const told = [];
      const words = () => {
        const copy = document.body.cloneNode(true);
        // The head of a column stays what it is when it becomes a button.
        copy.querySelectorAll('th button').forEach((button) => button.replaceWith(...button.childNodes));
        copy.querySelectorAll('button, script, [data-address]').forEach((element) => element.remove());
        return copy.textContent.replace(/\s+/g, ' ').trim();
      };
      const [plain, scripted] = [await open(site, told, { javaScriptEnabled: false }), await open(site, told)];
      for (const page of pagesToSee(site)) {
        await plain.go(page);
        await scripted.go(page);
        const [without, withScripts] = [await plain.tab.evaluate(words), await scripted.tab.evaluate(words)];
        if (without !== withScripts) told.push(`${site}/${page}: the text differs`);
        if (without.length < 20) told.push(`${site}/${page}: hardly any text`);
      }
      await plain.context.close();
      await scripted.context.close();
      none(told);
    });

    if (!THOROUGH.includes(site)) return;

    test('enlarged to one and a half, as in WeChat, no page scrolls sideways', async () => {
      const told = [];
      const { context, tab, go } = await open(site, told, { viewport: { width: 375, height: 800 } });
      for (const { page } of oneOfEachKind(site)) {
        await go(page);
        await tab.addStyleTag({ content: ':root { font-size: 150% !important }' });
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) told.push(`${site}/${page}: ${wide} px too wide`);
      }
      await context.close();
      none(told);
    });

    access({ site, open, none, kinds: oneOfEachKind, framed: (of) => oneOfEachKind(of, true) });

    test('the keyboard gets past the head of the page, and sees where it is', async () => {
      const told = [];
      const { context, tab, go } = await open(site, told);
      for (const { page } of oneOfEachKind(site)) {
        await go(page);
        await tab.keyboard.press('Tab');
        const first = await tab.evaluate(() => {
          const box = document.activeElement.getBoundingClientRect();
          return { target: document.activeElement.getAttribute('href'), seen: box.top >= 0 && box.left >= 0 && box.height > 10 };
        });
        if (first.target !== '#main' || !first.seen) told.push(`${site}/${page}: the first stop is ${JSON.stringify(first)}`);
        await tab.keyboard.press('Enter');
        if (!(await tab.evaluate(() => document.activeElement.id === 'main'))) told.push(`${site}/${page}: the way to the text does not lead there`);
      }
      await context.close();
      none(told);
    });

    test('every kind of page prints', async () => {
      const told = [];
      const { context, tab, go } = await open(site, told, { colorScheme: 'dark' });
      for (const { kind, page } of oneOfEachKind(site)) {
        await go(page);
        const pdf = await tab.pdf({ format: 'A4', path: join(shots, `${site}-${kind}.pdf`), printBackground: false });
        if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || pdf.length < 5000) told.push(`${site}/${page}: no PDF`);
        await tab.emulateMedia({ media: 'print' });
        const light = await tab.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => {
          const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
          const colour = getComputedStyle(element)[element.closest('svg') ? 'fill' : 'color'].match(/\d+/g) ?? [0];
          return own && element.checkVisibility() && element.getBoundingClientRect().height > 0 && colour.slice(0, 3).every((part) => Number(part) > 160);
        }).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`));
        if (light.length > 0) told.push(`${site}/${page}: prints light letters on white paper: ${[...new Set(light)].slice(0, 4).join(', ')}`);
        // The browser repeats a table's head on the next sheet, but not a box of its own within it, such as a button.
        const lost = await tab.evaluate(() => [...document.querySelectorAll('thead th *')].filter((part) =>
          part.checkVisibility() && !['inline', 'contents', 'none'].includes(getComputedStyle(part).display)).length);
        if (lost > 0) told.push(`${site}/${page}: ${lost} parts of table heads are missing on a second sheet`);
        await tab.emulateMedia({ media: 'screen' });
      }
      await context.close();
      none(told);
    });

    search({ root, site, pages: pagesOf, open, none });
    citizen({ site, open, none, kinds: oneOfEachKind });
    if (site === 'sample') {
      ways({ site, open, none, kinds: kindsOfMain });
      measured({ site, folder: () => join(work, site), base: BASE, kinds: kindsOfMain, open, none, browserPath });
      crawl({ folder: () => join(work, site), none });
    }

    test('screenshots of every kind of page', async () => {
      for (const [colorScheme, width] of [['light', 375], ['light', 1280], ['dark', 1280]]) {
        const { context, tab, go } = await open(site, [], { colorScheme, viewport: { width, height: 900 } });
        for (const { kind, page } of oneOfEachKind(site)) {
          await go(page);
          const path = join(shots, `${site}-${kind}-${width}-${colorScheme}.png`);
          // A busy machine now and then refuses the picture of a tall page; what is asked of the page is not timed.
          for (let tries = 1; ; tries += 1) {
            try {
              await tab.screenshot({ path, fullPage: true });
              break;
            } catch (error) {
              if (tries === 5) throw error;
              await tab.waitForTimeout(1000 * tries);
            }
          }
        }
        await context.close();
      }
      assert.ok(readdirSync(shots).some((name) => name.startsWith(`${site}-home`)));
    });
  });
}

if (!process.env.SITE || process.env.SITE === 'preview') {
  preview({ root, gongbao, browser: () => browser, shots });
}

if (!process.env.SITE || process.env.SITE === 'packages') {
  const smallest = (width) => [SMALLEST_TEXT, SMALLEST_IN_CHART[width]];
  packages({ root, gongbao, browser: () => browser, shots, measure, smallest });
}

test('the checker of the HTML standard finds nothing, in the fixtures neither', () => {
  const fixtures = join(root, 'tests/sites');
  for (const name of readdirSync(fixtures).filter((name) => !(name in SITES) && existsSync(join(fixtures, name, 'expected')))) {
    spawnSync(gongbao, ['--root', join(fixtures, name), '--as-of', '2024-07-15', 'build', '--no-pictures', '--output', join(work, name)], { stdio: 'pipe' });
  }
  const jar = join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const told = [];
  for (const only of [['--skip-non-html'], ['--skip-non-css']]) {
    const run = spawnSync('java', ['-jar', jar, ...only, '--format', 'json', work], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(run.error, undefined, `java does not start: ${run.error?.message}`);
    assert.match(run.stderr, /^\{"/, `the checker does not run: ${run.stderr.slice(0, 400)}`);
    for (const { type, url: place, lastLine, message } of JSON.parse(run.stderr).messages) {
      if (!ALLOWED.some((allowed) => allowed.test(message))) {
        told.push(`${type}: ${place?.split('/').slice(3).join('/')}:${lastLine}: ${message}`);
      }
    }
  }
  none(told);
});
