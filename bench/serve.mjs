#!/usr/bin/env node
// How long after a figure is saved a preview shows it: over HTTP, and on the screen of a browser.
//
//     bench/serve.mjs [--policies N] [--rounds N] [--gongbao PATH] [--hugo PATH] [--no-browser] [--keep DIR]
//
// Makes the corpus, starts `gongbao serve`, saves another figure of the middle policy again and again and
// waits for the message to open pages and then for the page that has it; in Chromium until the page on the
// screen has it. With --hugo the same for `hugo server`, which is asked for the page every 3 ms.
// Needs Node, Python 3, and for the browser the packages of tests/browser.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const { values: asked } = parseArgs({
  options: {
    policies: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '20' },
    gongbao: { type: 'string', default: join(root, 'target/release/gongbao') },
    hugo: { type: 'string' },
    'no-browser': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const policies = Number(asked.policies);
const rounds = Number(asked.rounds);
const middle = `p${String(Math.max(1, Math.round(policies / 2))).padStart(5, '0')}`;
const AS_OF = '2025-02-20';

const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'gongbao-serve-'));
const corpus = (flavor) => {
  const out = join(folder, `${flavor}-${policies}`);
  if (!existsSync(out)) execFileSync('python3', [join(here, 'corpus.py'), '--flavor', flavor, '--policies', asked.policies, '--out', out]);
  return out;
};

const sleep = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** The body of a page. */
const page = (address) => new Promise((done, fail) => {
  get(address, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => done(text));
  }).on('error', fail);
});

/** Starts a server and waits for words in what it says; returns the match, and how to end it. */
async function start(command, words) {
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => { said += part; });
  for (let waited = 0; ; waited += 20) {
    const found = words.exec(said);
    if (found) return { found, end: () => child.kill('SIGKILL'), said: () => said, pid: child.pid };
    if (child.exitCode !== null || waited > 120_000) throw new Error(`${command[0]} does not start:\n${said}`);
    await sleep(20);
  }
}

const told = (name, values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0).padStart(5);
  console.log(`${name.padEnd(40)} median ${at(0.5)} ms   least ${at(0)}   most ${at(1)}   of ${values.length}`);
};

/** Saves as careful editors do. */
const save = (file, text) => {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
};

async function gongbao() {
  const site = corpus('gongbao');
  const file = join(site, 'content/policies', middle, 'progress/2023-2024.yaml');
  const old = readFileSync(file, 'utf8');
  const [, before, last] = /^(\s+i1: \[.*, )(\d+)\]$/m.exec(old);
  const server = await start([asked.gongbao, '--root', site, '--as-of', AS_OF, 'serve', '--port', '0'], /http:\/\/127\.0\.0\.1:\d+\//);
  try {
    const address = server.found[0];
    const path = `${address}policies/${middle}/progress/index.html`;
    const figures = [];
    const edit = (n) => {
      const figure = Number(last) + 1 + (n % 50);
      save(file, old.replace(`${before}${last}]`, `${before}${figure}]`));
      return figure.toLocaleString('en-US');
    };

    // Messages to open pages.
    let messages = 0;
    get(`${address}__gongbao/events`, (answer) => answer.on('data', () => { messages += 1; }));
    while (messages === 0) await sleep(10);
    await page(path);
    // The first sweep over all pages goes on behind; edits are made while it does, and after it.
    for (let n = 0; n < rounds; n += 1) {
      const seen = messages;
      const begin = performance.now();
      const figure = edit(n);
      while (messages === seen) await sleep(1);
      if (!(await page(path)).includes(figure)) throw new Error(`the page lacks ${figure}`);
      figures.push(performance.now() - begin);
      await sleep(700);
    }
    told('gongbao: message, then page', figures);

    if (!asked['no-browser']) {
      const { chromium } = createRequire(join(root, 'tests/browser/run.mjs'))('playwright-core');
      const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
      const tab = await browser.newPage();
      await tab.goto(path);
      await tab.waitForLoadState('networkidle').catch(() => {});
      // The page itself tells the time, so that the way back to this program is not in the figure.
      const screen = [];
      for (let n = 0; n < rounds; n += 1) {
        const next = Number(last) + 1 + ((n + rounds) % 50);
        const change = tab.evaluate((figure) => new Promise((done) => {
          const look = () => document.querySelector('main').textContent.includes(figure) && requestAnimationFrame(() => done(Date.now()));
          if (!look()) new MutationObserver(look).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
        }), next.toLocaleString('en-US'));
        await sleep(100);
        const begin = Date.now();
        edit(n + rounds);
        screen.push((await change) - begin);
        await sleep(700);
      }
      told('gongbao: on the screen of Chromium', screen);
      await browser.close();
    }
    const looks = [...server.said().matchAll(/（(\d+) 毫秒）/g)].slice(1).map(([, milliseconds]) => Number(milliseconds));
    told('gongbao: the rebuild itself', looks);
    console.log(`gongbao: memory ${(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024).toFixed(0)} MiB`);
  } finally {
    server.end();
    writeFileSync(file, old);
  }
}

async function hugo() {
  const site = corpus('hugo');
  const file = join(site, 'content/progress', middle, 'progress.yaml');
  const old = readFileSync(file, 'utf8');
  const [whole, before] = /^(\s+actuals: \[.*, )\d+\]$/m.exec(old);
  const server = await start([asked.hugo, 'server', '-s', site, '--bind', '127.0.0.1', '--port', '14747'], /Web Server is available at (\S+\/)/);
  try {
    const address = `${server.found[1]}progress/${middle}/`;
    await page(address);
    const figures = [];
    for (let n = 0; n < rounds; n += 1) {
      const figure = String(7701 + n);
      const begin = performance.now();
      save(file, old.replace(whole, `${before}${figure}]`));
      while (!(await page(address)).includes(figure)) await sleep(3);
      figures.push(performance.now() - begin);
      await sleep(700);
    }
    told('hugo server: page', figures);
  } finally {
    server.end();
    writeFileSync(file, old);
  }
}

try {
  await gongbao();
  if (asked.hugo) await hugo();
} finally {
  if (!asked.keep) rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
