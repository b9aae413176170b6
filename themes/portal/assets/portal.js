/*
 * portal: what only a script can do. Every page reads whole without it.
 * Classic and plain, for old browsers; asks no other host for anything.
 */
(function () {
  'use strict';

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // Printing and copying are offered only where they work.
  function offer(button, act) {
    button.addEventListener('click', act);
    button.parentNode.hidden = false;
  }

  // The clipboard API is missing on file:// and plain http, where many of these pages are read.
  function copy(text, done) {
    function byHand() {
      var box = document.createElement('textarea');
      box.value = text;
      box.style.position = 'fixed';
      box.style.opacity = '0';
      document.body.appendChild(box);
      box.select();
      try { if (document.execCommand('copy')) { done(); } } finally { document.body.removeChild(box); }
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(done, byHand);
    } else {
      byHand();
    }
  }

  each('[data-do="print"]', function (button) {
    offer(button, function () { window.print(); });
  });

  // The button copies what `text` gives, and says `done` for a moment.
  function copies(button, text, done) {
    var words = button.textContent;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', function () {
      copy(text(), function () {
        button.textContent = done;
        setTimeout(function () { button.textContent = words; }, 2000);
      });
    });
  }

  function made(name) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = name;
    return button;
  }

  window.gongbao = { each: each, copies: copies, button: made };

  each('[data-do="copy"]', function (button) {
    copies(button, function () { return location.href; }, button.getAttribute('data-done'));
    button.parentNode.hidden = false;
  });

  // Large type and high contrast are classes of the root, remembered where the browser lets us.
  var root = document.documentElement;
  try { root.className = localStorage.getItem('gongbao-display') || ''; } catch (refused) { /* this page only */ }

  each('[data-switch]', function (button) {
    var name = button.getAttribute('data-switch');
    function tell() { button.setAttribute('aria-pressed', root.classList.contains(name)); }
    offer(button, function () {
      root.classList.toggle(name);
      try { localStorage.setItem('gongbao-display', root.className); } catch (refused) { }
      tell();
    });
    tell();
  });

  // Most first, least first, official order; the column of names leads back to it too. What is missing stands last.
  each('table.long', function (table) {
    var body = table.tBodies[0];
    var official = Array.prototype.slice.call(body.rows);
    var heads = table.tHead.rows[0].cells;
    if (official.length < 3) { return; }

    function value(row, n) { return parseFloat(row.cells[n].textContent.replace(/[,\s]/g, '').replace('−', '-')); }

    function order(n, sign) {
      return official.slice().sort(function (a, b) {
        var x = value(a, n);
        var y = value(b, n);
        return isNaN(x) - isNaN(y) || sign * (x - y) || official.indexOf(a) - official.indexOf(b);
      });
    }

    Array.prototype.forEach.call(heads, function (cell, n) {
      if (n && official.every(function (row) { return isNaN(value(row, n)); })) { return; }
      var button = made('sort');
      while (cell.firstChild) { button.appendChild(cell.firstChild); }
      cell.appendChild(button);
      button.addEventListener('click', function () {
        var was = cell.getAttribute('aria-sort');
        var now = !n || was === 'ascending' ? '' : was ? 'ascending' : 'descending';
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute('aria-sort'); });
        if (now) { cell.setAttribute('aria-sort', now); }
        (now ? order(n, now === 'ascending' ? 1 : -1) : official).forEach(function (row) { body.appendChild(row); });
      });
    });
  });

  // A site without an address of its own prints the one it was read at.
  each('[data-address]', function (place) {
    if (!place.textContent) { place.textContent = location.href.split('#')[0]; }
  });

  // The table of contents follows the text.
  function follow(toc) {
    var links = toc.querySelectorAll('a[href^="#"]');
    var places = Array.prototype.map.call(links, function (link) {
      return document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
    });
    var waiting = false;
    var shown = null;
    function look() {
      waiting = false;
      var at = -1;
      for (var n = 0; n < places.length; n++) {
        if (places[n] && places[n].getBoundingClientRect().top < 120) { at = n; }
      }
      if (window.innerHeight + window.pageYOffset >= document.documentElement.scrollHeight - 4) {
        at = Math.max(at, 0);
      }
      var link = at < 0 ? null : links[at];
      if (link === shown) { return; }
      if (shown) { shown.removeAttribute('aria-current'); }
      if (link) {
        link.setAttribute('aria-current', 'true');
        // Only the list moves, never the page.
        var top = link.offsetTop;
        if (top < toc.scrollTop || top + 48 > toc.scrollTop + toc.clientHeight) {
          toc.scrollTop = top - toc.clientHeight / 2;
        }
      }
      shown = link;
    }
    window.addEventListener('scroll', function () {
      if (!waiting) {
        waiting = true;
        (window.requestAnimationFrame || setTimeout)(look);
      }
    });
    look();
  }

  each('.toc-beside', follow);

  // Somebody who chose a place in the folded contents wants to read it, not the list.
  each('.toc-folded', function (toc) {
    toc.addEventListener('click', function (event) {
      if (event.target.tagName === 'A') { toc.removeAttribute('open'); }
    });
  });
})();
