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
    var from = document.getElementById(button.getAttribute('data-from'));
    copies(button, function () { return from ? from.value : location.href; }, button.getAttribute('data-done'));
    button.parentNode.hidden = false;
  });

  // Large type and high contrast are classes of the root, remembered where the browser lets us; early.js sets them.
  var root = document.documentElement;

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

  // A table of many years shows one of them, with what belongs to it; paper has them all.
  each('[data-years]', function (choice) {
    var table = choice.parentNode.parentNode.querySelector('table');
    var heads = table.tHead.rows[0].cells;
    choice.addEventListener('change', function () {
      table.classList.toggle('one-year', !!choice.value);
      Array.prototype.forEach.call(table.rows, function (row) {
        Array.prototype.forEach.call(row.cells, function (cell, n) {
          var column = heads[n].getAttribute('data-column');
          cell.classList.toggle('left-out', !!choice.value && !!column && column !== choice.value);
        });
      });
    });
    choice.parentNode.hidden = false;
  });

  // A chart tells its figures one by one, to a pointer, a finger, and the arrow keys: a slider with words for its values.
  each('[data-points]', function (forms) {
    var told = forms.getAttribute('data-points').split('\n');
    var rows = !!forms.querySelector('.chart-bars');
    var slider = document.createElement('div');
    var tip = document.createElement('span');
    var at = told.length - 1;

    // The form that is shown, and where its points stand now.
    function drawn() {
      var all = forms.querySelectorAll('svg');
      for (var n = 0; n < all.length; n++) {
        var box = all[n].getBoundingClientRect();
        if (box.width) {
          var scale = box.width / all[n].viewBox.baseVal.width;
          var numbers = (all[n].getAttribute('data-at') || '').split(' ');
          return { box: box, points: told.map(function (_, i) { return [numbers[2 * i] * scale, numbers[2 * i + 1] * scale]; }) };
        }
      }
    }

    function name(n) {
      at = Math.max(0, Math.min(told.length - 1, n));
      slider.setAttribute('aria-valuenow', at + 1);
      slider.setAttribute('aria-valuetext', told[at]);
    }

    function show(n) {
      var form = drawn();
      if (!form) { return; }
      name(n);
      var point = form.points[at];
      tip.textContent = told[at];
      slider.className = 'chart-slider told';
      slider.style.setProperty('--x', point[0] + 'px');
      slider.style.setProperty('--y', point[1] + 'px');
      // Inside the chart, above its point if there is room.
      var left = Math.max(0, Math.min(form.box.width - tip.offsetWidth, point[0] - tip.offsetWidth / 2));
      var top = point[1] - tip.offsetHeight - 14;
      tip.style.left = left + 'px';
      tip.style.top = (top < 0 ? point[1] + 14 : top) + 'px';
    }

    function hide() {
      slider.className = 'chart-slider';
      tip.textContent = '';
    }

    function point(event) {
      var form = drawn();
      var place = rows ? event.clientY - form.box.top : event.clientX - form.box.left;
      var best = 0;
      form.points.forEach(function (point, n) {
        if (Math.abs(point[+rows] - place) < Math.abs(form.points[best][+rows] - place)) { best = n; }
      });
      show(best);
    }

    var keys = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: rows ? 1 : -1, ArrowUp: rows ? -1 : 1, Home: -1e9, End: 1e9 };
    slider.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') { hide(); }
      if (!keys[event.key]) { return; }
      event.preventDefault();
      show(at + keys[event.key]);
    });
    slider.addEventListener('pointermove', point);
    slider.addEventListener('pointerdown', point);
    slider.addEventListener('pointerleave', function (event) {
      if (event.pointerType === 'mouse' && document.activeElement !== slider) { hide(); }
    });
    slider.addEventListener('focus', function () { show(at); });
    slider.addEventListener('blur', hide);

    var set = { role: 'slider', tabindex: 0, 'aria-valuemin': 1, 'aria-valuemax': told.length,
      'aria-orientation': rows ? 'vertical' : 'horizontal',
      'aria-label': forms.getAttribute('data-label') };
    for (var key in set) { slider.setAttribute(key, set[key]); }
    name(at = rows ? 0 : at);
    hide();
    slider.appendChild(tip);
    forms.appendChild(slider);
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
