/*
 * clauses: a policy's text filtered by who answers and by status, and a clause copied with its citation.
 * After portal.js. What is left out is left out on the screen only: paper has the whole text.
 */
(function () {
  'use strict';

  var gongbao = window.gongbao;
  var each = gongbao.each;
  var article = document.querySelector('[data-cite]');
  var clauses = [];

  each('.clause', function (section) {
    function list(name) { return (section.getAttribute('data-' + name) || '').split(' '); }
    clauses.push({
      section: section,
      level: Number(/level-(\d+)/.exec(section.className)[1]),
      by: list('by'),
      status: list('status'),
      stands: section.hasAttribute('data-by') || section.hasAttribute('data-status')
    });
  });

  function target(hash) { return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null; }

  // What was chosen stands in the address, so that it can be passed on.
  each('[data-filter]', function (form) {
    var choices = Array.prototype.slice.call(form.querySelectorAll('select'));
    var told = form.querySelector('[data-told]');
    var reset = form.querySelector('[type=reset]');

    function fits(clause) {
      return clause.stands && choices.every(function (choice) {
        var through = choice.options[choice.selectedIndex].getAttribute('data-through') || '';
        return !choice.value || [choice.value].concat(through.split(' ')).some(function (wanted) {
          return wanted && clause[choice.name].indexOf(wanted) >= 0;
        });
      });
    }

    function show() {
      var on = choices.some(function (choice) { return choice.value; });
      var above = [];
      var found = clauses.filter(function (clause) {
        while (above.length && above[above.length - 1].level >= clause.level) { above.pop(); }
        clause.found = on && fits(clause);
        // What has nobody and no status of its own is a piece of the clause above it.
        clause.whole = !on || clause.found || !clause.stands && above.some(function (other) { return other.found; });
        clause.kept = clause.whole;
        if (clause.found) { above.forEach(function (other) { other.kept = true; }); }
        above.push(clause);
        return clause.found;
      });
      article.classList.toggle('is-filtered', on);
      clauses.forEach(function (clause) {
        clause.section.classList.toggle('left-out', !clause.kept);
        clause.section.classList.toggle('heading-only', !clause.whole);
      });
      each('.toc a', function (link) {
        var place = target(link.hash);
        link.parentNode.classList.toggle('left-out', !!place && place.classList.contains('left-out'));
      });
      var all = clauses.filter(function (clause) { return clause.stands; }).length;
      var words = form.getAttribute(found.length ? 'data-found' : 'data-none');
      told.textContent = on ? words.replace('{n}', found.length).replace('{all}', all) : '';
      reset.hidden = !on;
    }

    function parts(ours) {
      return location.search.slice(1).split('&').filter(function (part) { return part && /^(by|status)=/.test(part) === ours; });
    }

    function change() {
      var asked = parts(false);
      choices.forEach(function (choice) { if (choice.value) { asked.push(choice.name + '=' + choice.value); } });
      show();
      try {
        history.replaceState(null, '', location.pathname + (asked[0] ? '?' + asked.join('&') : '') + location.hash);
      } catch (refused) { /* on file:// */ }
    }

    function clear() {
      choices.forEach(function (choice) { choice.value = ''; });
      change();
    }

    // Who follows a link to a clause wants to see it.
    function arrive() {
      var place = target(location.hash);
      if (place && place.classList.contains('left-out')) {
        clear();
        place.scrollIntoView();
      }
    }

    parts(true).forEach(function (part) {
      var pair = part.split('=');
      choices.forEach(function (choice) {
        if (choice.name !== pair[0]) { return; }
        choice.value = pair[1];
        if (choice.selectedIndex < 0) { choice.value = ''; }
      });
    });
    form.hidden = false;
    show();
    arrive();
    window.addEventListener('hashchange', arrive);
    form.addEventListener('change', change);
    form.addEventListener('reset', function (event) {
      event.preventDefault();
      clear();
      choices[0].focus();
    });
  });

  function words(part) { return part ? part.textContent.replace(/\s+/g, ' ').trim() : ''; }

  function citation(section) {
    var path = section.getAttribute('data-path');
    var blanks = {
      document: article.getAttribute('data-cite'),
      path: /^zh/.test(document.documentElement.lang) ? path.replace('(', '（').replace(')', '）') : path,
      heading: words(section.querySelector('.heading')),
      url: (article.getAttribute('data-url') || location.href.split(/[?#]/)[0]) + '#' + section.id
    };
    return article.getAttribute(blanks.heading ? 'data-clause' : 'data-bare').replace(/\{(\w+)\}/g, function (_, name) { return blanks[name]; });
  }

  clauses.forEach(function (clause) {
    var section = clause.section;
    var head = section.querySelector('.clause-head');
    var status = head.querySelector('.clause-status') || head.appendChild(document.createElement('p'));
    var button = gongbao.button('cite');
    status.className = 'clause-status';
    button.textContent = article.getAttribute('data-copy');
    button.setAttribute('aria-describedby', head.firstElementChild.id = section.id + '-title');
    status.insertBefore(button, status.firstChild);
    gongbao.copies(button, function () {
      return Array.prototype.map.call(section.querySelectorAll('.clause-body > *'), words).concat(citation(section)).join('\n');
    }, article.getAttribute('data-done'));
  });
})();
