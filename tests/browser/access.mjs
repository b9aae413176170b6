// For whoever cannot see the page, cannot hold a mouse, or needs it large: axe, the keyboard alone, the measures of 适老化.

import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';

/** The narrowest screen, a desk enlarged to twice its size, and each palette of the theme. Where only colours differ, only they are asked about. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };
const VIEWS = [
  { name: 'light, 320 px', colorScheme: 'light', viewport: { width: 320, height: 640 } },
  { name: 'light, enlarged to 200 %', colorScheme: 'light', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  { name: 'dark, 1280 px', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'more contrast, 375 px', asked: COLOURS, colorScheme: 'light', contrast: 'more', viewport: { width: 375, height: 800 } },
  { name: 'more contrast in the dark, 1280 px', asked: COLOURS, colorScheme: 'dark', contrast: 'more', viewport: { width: 1280, height: 800 } },
  { name: 'forced colours, 768 px', asked: COLOURS, colorScheme: 'dark', forcedColors: 'active', viewport: { width: 768, height: 800 } },
];

/** In the page: what can be reached, each with a number. */
function stops() {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  return [...all].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
    && element.getClientRects().length > 0).map((element, n) => {
    element.dataset.stop = n;
    return `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 20)}`;
  });
}

/** In the page: which one has the focus, and whether that can be seen. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    stop: element.dataset.stop ?? '',
    what: `<${element.tagName.toLowerCase()} class="${element.className}">`,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && Number(style.opacity) > 0.5,
  };
}

/** In the page: what is smaller or tighter than the general design rules of 适老化 for sites ask. */
function measures() {
  const told = new Set();
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> “${element.textContent.trim().slice(0, 16)}”`;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const body = parseFloat(getComputedStyle(document.body).fontSize);
  if (body < 18) told.add(`the text has ${body} px`);
  for (const paragraph of document.querySelectorAll('main p, main li, main dd, main td, main th')) {
    if (!shown(paragraph) || !paragraph.textContent.trim()) continue;
    const style = getComputedStyle(paragraph);
    const own = [...paragraph.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (own && parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.3) told.add(`${name(paragraph)} has lines of ${style.lineHeight} for ${style.fontSize}`);
  }
  for (const paragraph of document.querySelectorAll('.prose > p + p')) {
    const style = getComputedStyle(paragraph);
    const between = parseFloat(style.lineHeight) - parseFloat(style.fontSize);
    if (shown(paragraph) && parseFloat(style.marginTop) < 1.3 * between) told.add(`${name(paragraph)} stands ${style.marginTop} below the one before it`);
  }
  // A link within a sentence, or that is a heading, is as high as its line; all else is a target for a thumb.
  const alone = 'button, select, input, summary, nav a, .names a, .actions a, .pager a, .site-title, .site-footer li a, .phone a, .summary-links a';
  for (const target of document.querySelectorAll(alone)) {
    const box = target.getBoundingClientRect();
    if (!shown(target) || target.closest('.breadcrumbs') || target.matches('.skip')) continue;
    if (box.height < 43.5 || box.width < 24) told.add(`${name(target)} is a target of ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px`);
  }
  return [...told];
}

export function access({ site, open, none, kinds, framed }) {
  test('axe finds no barrier in any palette, at 320 px and at 200 %', async () => {
    const told = [];
    // Other sites show other states, not other palettes.
    for (const { name, asked, ...view } of VIEWS.filter((_, n) => site === 'sample' || n % 2 === 0 && n < 4)) {
      const { context, tab, go } = await open(site, told, { ...view, reducedMotion: 'reduce' });
      for (const { page } of framed(site)) {
        await go(page);
        await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) told.push(`${site}/${page}, ${name}: ${wide} px too wide`);
        const { violations } = await new AxeBuilder({ page: tab }).options({ preload: false, ...asked }).analyze();
        for (const { id, impact, help, nodes } of violations) {
          const where = nodes.slice(0, 2).map((node) => node.html.slice(0, 140)).join(' and ');
          const why = nodes[0].failureSummary?.split('\n')[1]?.trim() ?? '';
          told.push(`${site}/${page}, ${name}: ${id} (${impact}): ${help}: ${nodes.length} × ${where} ${why}`);
        }
      }
      await context.close();
    }
    none(told);
  });

  test('the keyboard alone reaches everything, sees where it is, and is caught nowhere', async () => {
    const told = [];
    for (const width of [375, 1280]) {
      const { context, tab, go } = await open(site, told, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      for (const { page } of kinds(site)) {
        await go(page);
        const names = await tab.evaluate(stops);
        const reached = new Set();
        for (let pressed = 0; pressed < names.length * 2 + 20; pressed += 1) {
          await tab.keyboard.press('Tab');
          const now = await tab.evaluate(focused);
          if (!now || (now.stop !== '' && reached.has(now.stop))) break;
          if (!now.outlined || !now.seen) told.push(`${site}/${page}, ${width} px: ${now.what} has the focus and is not ${now.outlined ? 'seen' : 'outlined'}`);
          if (now.stop !== '') reached.add(now.stop);
        }
        const missed = names.filter((_, n) => !reached.has(String(n)));
        if (missed.length > 0) told.push(`${site}/${page}, ${width} px: not reached: ${missed.slice(0, 4).join(', ')} (${missed.length} of ${names.length})`);
      }
      await context.close();
    }
    none([...new Set(told)]);
  });

  test('type, lines and targets have the measures that old eyes and hands need', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told, { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true });
    for (const { page } of kinds(site)) {
      await go(page);
      await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
      for (const problem of await tab.evaluate(measures)) told.push(`${site}/${page}: ${problem}`);
    }
    await context.close();
    none(told);
  });

  test('headings step down one by one, landmarks have names of their own, and a chart has words and a table', async () => {
    const told = [];
    const { context, tab, go } = await open(site, told);
    for (const { page } of kinds(site)) {
      await go(page);
      for (const problem of await tab.evaluate(() => {
        const found = [];
        let level = 0;
        for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
          const own = Number(heading.tagName[1]);
          if (own > level + 1) found.push(`h${own} “${heading.textContent.trim().slice(0, 20)}” after h${level}`);
          level = own;
        }
        for (const selector of ['header.site-header', 'main', 'footer']) {
          if (document.querySelectorAll(selector).length !== 1) found.push(`not one ${selector}`);
        }
        const navs = [...document.querySelectorAll('nav')].filter((nav) => nav.checkVisibility()).map((nav) => nav.getAttribute('aria-label'));
        for (const label of navs) if (!label || navs.filter((other) => other === label).length > 1) found.push(`nav “${label}” has no name of its own`);
        for (const figure of document.querySelectorAll('.chart-figure')) {
          if (![...figure.querySelectorAll('svg')].every((svg) => svg.querySelector('title') && svg.querySelector('desc'))) found.push('a chart without name or description');
          const scope = figure.closest('section, main');
          if (!figure.querySelector('figcaption a') && !scope.querySelector('table') && !document.querySelector('main table')) found.push('a chart without a table');
        }
        return found;
      })) told.push(`${site}/${page}: ${problem}`);
    }
    await context.close();
    none(told);
  });
}
