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

  each('[data-do="copy"]', function (button) {
    var words = button.textContent;
    button.setAttribute('aria-live', 'polite');
    offer(button, function () {
      copy(location.href, function () {
        button.textContent = button.getAttribute('data-done');
        setTimeout(function () { button.textContent = words; }, 2000);
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
