// The preview's part in the browser: follows the program's messages, changes of a page only what differs,
// and shows errors over it. It is added by `gongbao serve` and is in no built site.
//
// It runs before the site's own scripts: what the page looks like then is what the program sent, and each
// node of that copy is tied to the node on the screen. Later the copy is compared with the new page, so
// that what the reader opened, typed or filtered meanwhile stays.
(() => {
  'use strict';
  const own = document.currentScript;
  const { build, run, token, language } = own.dataset;
  const zh = language !== 'en';
  const say = (chinese, english) => (zh ? chinese : english);
  own.remove();

  let shown = build;
  let assets = null;
  const tied = new WeakMap();
  let copy = tie(document.documentElement);

  /** A copy of a node, every node of it tied to the one it was made from. */
  function tie(node) {
    const clone = node.cloneNode(true);
    const walk = (a, b) => {
      tied.set(a, b);
      for (let n = 0; n < a.childNodes.length; n += 1) walk(a.childNodes[n], b.childNodes[n]);
    };
    walk(clone, node);
    return clone;
  }

  // --- Comparing ---

  /** Thrown where the page cannot be changed in place. */
  class Anew extends Error {}

  // Data in a script (schema.org) run nothing, and change with the page's words.
  const isScript = (node) => node.nodeType === 1 && node.localName === 'script' && node.type !== 'application/ld+json';
  const hasScript = (node) => isScript(node) || [...(node.querySelectorAll?.('script') ?? [])].some(isScript);
  const isAlike = (a, b) =>
    a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.nodeType !== 1 || (a.id === b.id && !(isScript(a) && !a.isEqualNode(b))));

  /** The node on the screen; it must still be where it was. */
  function live(node) {
    const found = tied.get(node);
    if (!found?.isConnected) throw new Anew();
    return found;
  }

  /** Changes on the screen what differs between the old copy and the new page. */
  function change(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    const node = live(old);
    if (old.nodeType !== 1) {
      node.data = fresh.data;
      old.data = fresh.data;
      return;
    }
    if (isScript(old)) throw new Anew();
    // Read with scripts, it holds text; read without, elements, which must not come to life here.
    if (old.localName === 'noscript') return;
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) {
        node.setAttribute(name, value);
        old.setAttribute(name, value);
      }
    }
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) {
        node.removeAttribute(name);
        old.removeAttribute(name);
      }
    }
    children(old, fresh);
  }

  /** The same for what is inside: equal beginnings and ends stay; between them like is changed into like. */
  function children(old, fresh) {
    let before = [...old.childNodes];
    let after = [...fresh.childNodes];
    while (before.length && after.length && before[0].isEqualNode(after[0])) {
      before.shift();
      after.shift();
    }
    while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) {
      before.pop();
      after.pop();
    }
    // What an element of its own name or id stands for is found again, whatever came before it.
    const pairs = new Map();
    let from = 0;
    for (const next of after) {
      let at = before.findIndex((node, n) => n >= from && node.isEqualNode(next));
      if (at < 0) at = before.findIndex((node, n) => n >= from && isAlike(node, next));
      if (at >= 0) {
        pairs.set(next, before[at]);
        from = at + 1;
      }
    }
    const kept = new Set(pairs.values());
    let end = before.length ? before.at(-1).nextSibling : endOf(old, fresh, after);
    for (const node of before) {
      if (kept.has(node)) continue;
      if (hasScript(node)) throw new Anew();
      live(node).remove();
      node.remove();
    }
    for (const next of after.reverse()) {
      const same = pairs.get(next);
      if (same) {
        change(same, next);
        end = same;
        continue;
      }
      if (hasScript(next)) throw new Anew();
      const made = document.importNode(next, true);
      const place = end ? live(end) : null;
      (place ? place.parentNode : live(old)).insertBefore(made, place);
      const clone = tie(made);
      old.insertBefore(clone, end);
      end = clone;
    }
  }

  /** Where nothing is left of the old between: the first of the equal end. */
  function endOf(old, fresh, after) {
    const last = after.at(-1)?.nextSibling;
    if (!last) return null;
    const fromEnd = fresh.childNodes.length - [...fresh.childNodes].indexOf(last);
    return old.childNodes[old.childNodes.length - fromEnd] ?? null;
  }

  // --- Following ---

  let busy = false;
  let wanted = null;

  async function follow() {
    if (busy) return;
    busy = true;
    try {
      while (wanted && wanted.build > Number(shown)) {
        const target = wanted;
        const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const script = [...page.querySelectorAll('script[data-build]')].at(-1);
        if (!script) throw new Anew();
        const arrived = script.dataset.build;
        script.remove();
        change(copy, page.documentElement);
        shown = arrived;
        images(arrived);
        restyle(target.assets);
        if (Number(arrived) < target.build) break;
      }
    } catch (error) {
      // Where nobody answers, the next message comes when somebody does.
      if (error instanceof Anew) location.reload();
      else if (!(error instanceof TypeError)) throw error;
    } finally {
      busy = false;
    }
    document.dispatchEvent(new CustomEvent('gongbao:shown', { detail: { build: Number(shown) } }));
  }

  /** Pictures have the same address and may look otherwise. */
  function images(number) {
    for (const image of document.images) {
      const address = new URL(image.currentSrc || image.src, location.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set('build', number);
      image.src = address.href;
    }
  }

  /** Loads style sheets that changed; scripts that changed need the page anew. */
  function restyle(now) {
    const before = assets ?? now;
    assets = now;
    const changed = Object.keys(now).filter((name) => before[name] && before[name] !== now[name]);
    for (const name of changed) {
      const is = (address) => new URL(address, location.href).pathname === `/${name}`;
      if ([...document.scripts].some((script) => script.src && is(script.src))) throw new Anew();
      for (const sheet of document.querySelectorAll('link[rel~="stylesheet"]')) {
        if (!is(sheet.href)) continue;
        const address = new URL(sheet.href);
        address.searchParams.set('build', now[name]);
        const next = Object.assign(sheet.cloneNode(), { href: address.href });
        // The old one stays until the new one is there: the page is never bare.
        next.addEventListener('load', () => sheet.remove());
        const mine = [...copy.querySelectorAll('link')].find((link) => tied.get(link) === sheet);
        if (mine) tied.set(mine, next);
        sheet.after(next);
      }
    }
  }

  // --- Errors ---

  const host = document.createElement('gongbao-preview');
  const root = host.attachShadow({ mode: 'open' });
  let told = '[]';
  let back = null;

  const STYLE = `
    :host { all: initial; }
    section { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; overscroll-behavior: contain;
      background: rgb(20 24 31 / 0.62); padding: clamp(0.75rem, 4vw, 3rem); box-sizing: border-box;
      font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1d2430; }
    .sheet { max-width: 56rem; margin: 0 auto; background: #fff; border-top: 0.3rem solid #b3261e; border-radius: 0.4rem;
      box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.35); }
    .head { position: sticky; top: 0; display: flex; gap: 1rem; align-items: center; justify-content: space-between;
      padding: 0.8rem clamp(0.9rem, 3vw, 1.5rem); background: #fff; border-bottom: 1px solid #d9dde3; border-radius: 0.4rem; }
    h1 { margin: 0; font-size: 1.125rem; line-height: 1.4; } h1:focus { outline: none; }
    button { font: inherit; color: inherit; background: none; border: 1px solid #6b7482; border-radius: 0.3rem; cursor: pointer;
      min-height: 2.75rem; padding: 0 0.9rem; flex: none; }
    button:hover { background: #eef1f5; }
    :focus-visible { outline: 3px solid #1657c4; outline-offset: 2px; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { padding: 1rem clamp(0.9rem, 3vw, 1.5rem); border-bottom: 1px solid #d9dde3; }
    p { margin: 0; overflow-wrap: anywhere; } .message { font-weight: 600; }
    .place { border: 0; padding: 0; min-height: 2.75rem; color: #1657c4; text-decoration: underline; text-underline-offset: 0.2em;
      text-align: start; overflow-wrap: anywhere; }
    .shows, .code, .note { color: #566071; font-size: 0.9375rem; } .code { margin-top: 0.4rem; }
    pre { margin: 0 0 0.6rem; padding: 0.6rem 0.8rem; background: #f4f6f9; border-radius: 0.3rem; overflow-x: auto;
      font: 0.9375rem/1.7 ui-monospace, "Noto Sans Mono CJK SC", Consolas, monospace; }
    code { font: 0.94em ui-monospace, Consolas, monospace, sans-serif; background: #eef1f5; border-radius: 0.2rem; padding: 0.05em 0.25em; }
    pre span { color: #566071; user-select: none; }
    mark { background: none; color: #a3130b; text-decoration: underline wavy; text-underline-offset: 0.3em; text-decoration-thickness: 1px; }
    .foot { padding: 0.9rem clamp(0.9rem, 3vw, 1.5rem); }`;

  function element(name, words, properties = {}) {
    const made = Object.assign(document.createElement(name), properties);
    if (words) made.textContent = words;
    return made;
  }

  /** A paragraph in which what stands between backticks is set as code. */
  function paragraph(words, className) {
    const made = element('p', '', { className });
    words.split('`').forEach((part, n) => made.append(n % 2 ? element('code', part) : part));
    return made;
  }

  function place(spot, failed) {
    const at = spot.cell ? `${spot.file}:${spot.cell}` : spot.text ? `${spot.file}:${spot.line}:${spot.column}` : spot.file;
    const button = element('button', at, { className: 'place', type: 'button', title: say('在编辑器中打开', 'open in the editor') });
    button.addEventListener('click', async () => {
      const body = JSON.stringify({ file: spot.file, line: spot.line, column: spot.column });
      const answer = await fetch('/__gongbao/open', { method: 'POST', headers: { 'x-gongbao-token': token }, body }).catch(() => null);
      failed.textContent = answer?.ok ? '' : say('没有找到能打开它的编辑器，请自己打开这个文件。', 'No editor was found; open the file yourself.');
    });
    const made = [];
    if (spot.shows) made.push(element('p', say(`${spot.shows}：`, `${spot.shows}:`), { className: 'shows' }));
    made.push(button);
    if (spot.text && !spot.cell && spot.text.some(Boolean)) {
      const line = element('pre', '', { tabIndex: 0 });
      const [before, marked, after] = spot.text;
      line.append(element('span', `${spot.line} | `), before, element('mark', marked), after);
      made.push(line);
    }
    return made;
  }

  function item(problem) {
    const made = element('li');
    const failed = element('p', '', { className: 'note' });
    failed.setAttribute('role', 'status');
    made.append(paragraph(problem.message, 'message'));
    for (const spot of problem.places) made.append(...place(spot, failed));
    if (problem.help) made.append(paragraph(say(`改法：${problem.help}`, `help: ${problem.help}`), 'help'));
    made.append(failed, element('p', problem.code, { className: 'code' }));
    return made;
  }

  function close() {
    host.remove();
    back?.focus?.({ preventScroll: true });
    back = null;
  }

  /** Shows the errors when they are others than before, and nothing when there are none. */
  function overlay({ problems, more }) {
    const now = JSON.stringify([problems, more]);
    if (now === told) return;
    told = now;
    if (!problems.length) {
      close();
      return;
    }
    const count = problems.length + more;
    // Where no page was ever made, none stays as it was.
    const stays = 'unmade' in document.body.dataset ? ['', ''] : ['，网页暂时保持上一次的样子', ': the page stays as it was'];
    const title = element('h1', say(`有 ${count} 处错误${stays[0]}`, `${count} ${count === 1 ? 'error' : 'errors'}${stays[1]}`), { tabIndex: -1, id: 'title' });
    const button = element('button', say('收起', 'Close'), { type: 'button', title: 'Esc' });
    button.addEventListener('click', close);
    const head = element('div', '', { className: 'head' });
    head.append(title, button);
    const list = element('ol');
    list.append(...problems.map(item));
    const foot = element('div', '', { className: 'foot' });
    if (more) foot.append(element('p', say(`另有 ${more} 处没有列出，先改好上面的。`, `${more} more are not shown; mend these first.`)));
    foot.append(element('p', say('改好并保存后，这里会自动消失。', 'This goes away when they are mended and saved.'), { className: 'note' }));
    const sheet = element('div', '', { className: 'sheet' });
    sheet.append(head, list, foot);
    const section = element('section');
    section.setAttribute('role', 'dialog');
    section.setAttribute('aria-labelledby', 'title');
    section.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    section.append(sheet);
    root.replaceChildren(element('style', STYLE), section);
    if (!host.isConnected) {
      back = document.activeElement;
      document.documentElement.append(host);
    }
    title.focus({ preventScroll: true });
  }

  // --- Messages ---

  let source = null;

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource('/__gongbao/events');
    source.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.run && message.run !== run) {
        location.reload();
        return;
      }
      if (!message.problems) return;
      overlay(message);
      wanted = message;
      if (Number(message.build) === Number(shown)) assets ??= message.assets;
      else follow();
    });
  }

  // A browser holds few connections to one place: a page that nobody sees gives its own up.
  function rest() {
    source?.close();
    source = null;
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()));
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', listen);
  listen();
})();
