/*
 * search: finds whatever two characters or more occur anywhere on the site.
 * Classic and plain, for old browsers; loads a few small files of search/, also from a folder.
 *
 * The rule is that of src/search/ in the source: a text is folded, every two neighbouring characters
 * are a gram, and what is shown contains the whole query. tests/search.json holds the two together.
 */
(function () {
  'use strict';

  // ---- one width, one case, one kind of mark: src/search/fold.rs

  var ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
  var UNITS = { '㎡': 'm2', '㎥': 'm3', '㎞': 'km', '㎏': 'kg', '㎝': 'cm', '℃': 'c' };

  function within(code, ranges) {
    for (var n = 0; n < ranges.length; n += 2) {
      if (code >= ranges[n] && code <= ranges[n + 1]) { return true; }
    }
    return false;
  }

  function isInvisible(code) {
    return within(code, [0xAD, 0xAD, 0x200B, 0x200F, 0x2060, 0x2060, 0xFEFF, 0xFEFF]);
  }

  function isSpace(code) {
    return within(code, [0x20, 0x20, 0xA0, 0xA0, 0x2000, 0x200A, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000]);
  }

  function isDigit(code) { return within(code, [0x30, 0x39, 0xFF10, 0xFF19]); }

  function isMark(code) {
    if (within(code, [0x4E00, 0x9FFF])) { return false; }
    if (code < 0x80) { return !within(code, [0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A]); }
    if (within(code, [0xAA, 0xAA, 0xB5, 0xB5, 0xBA, 0xBA, 0x3005, 0x3007, 0x3021, 0x3029])) { return false; }
    return within(code, [0x80, 0xBF, 0xD7, 0xD7, 0xF7, 0xF7, 0x2000, 0x206F, 0x20A0, 0x20CF, 0x2190, 0x2BFF,
      0x2E00, 0x2E7F, 0x3000, 0x303F, 0x30FB, 0x30FB, 0xFE10, 0xFE1F, 0xFE30, 0xFE6F, 0xFF00, 0xFF65,
      0xFFE0, 0xFFFF]);
  }

  function letters(code) {
    if (within(code, [0xFF01, 0xFF5E])) { return letters(code - 0xFEE0); }
    if (within(code, [0x2460, 0x249B])) { return String(1 + (code - 0x2460) % 20); }
    if (within(code, [0x2160, 0x216B, 0x2170, 0x217B])) { return ROMAN[(code - 0x2160) % 16]; }
    var letter = String.fromCharCode(code);
    return UNITS[letter] || (code < 0x2E80 ? letter.toLowerCase() : letter);
  }

  // The folded text, and for each of its letters where it stands in the text.
  function fold(text) {
    var folded = '', at = [];
    var space = false, mark = false, before = -1;
    for (var n = 0; n < text.length; n++) {
      var code = text.charCodeAt(n);
      if (isInvisible(code)) { continue; }
      var next = n + 1;
      var thousands = (code === 0x2C || code === 0xFF0C) && isDigit(before) && isDigit(text.charCodeAt(next));
      before = code;
      if (thousands) { continue; }
      if (isSpace(code)) { space = true; continue; }
      var all = letters(code);
      for (var l = 0; l < all.length; l++) {
        var own = all.charCodeAt(l);
        if (isMark(own)) { mark = true; continue; }
        if (folded && (mark || space && folded.charCodeAt(folded.length - 1) < 0x2E80 && own < 0x2E80)) {
          folded += ' ';
          at.push(n);
        }
        space = mark = false;
        folded += all.charAt(l);
        at.push(n);
      }
    }
    return { text: folded, at: at };
  }

  // ---- grams: src/search/gram.rs

  function isPlain(code) { return code > 0x20 && code < 0x80; }

  // Those that a text must have which contains the query: of letters the longer ones suffice.
  function grams(folded) {
    var bare = [], found = [], covered = {};
    var n, joined;
    for (n = 0; n < folded.length; n++) {
      if (folded.charAt(n) !== ' ') { bare.push(n); }
    }
    function add(gram, code) { found.push({ gram: gram, code: code >>> 0 }); }
    for (n = 0; n + 2 < bare.length; n++) {
      joined = bare[n + 2] === bare[n] + 2;
      var a = folded.charCodeAt(bare[n]), b = folded.charCodeAt(bare[n + 1]), c = folded.charCodeAt(bare[n + 2]);
      if (joined && isPlain(a) && isPlain(b) && isPlain(c)) {
        add(folded.substr(bare[n], 3), 0xFFE00000 | a << 14 | b << 7 | c);
        covered[n] = covered[n + 1] = true;
      }
    }
    // Where two numbers meet: 〔2023〕28号.
    for (n = 2; n + 2 < folded.length; n++) {
      var meet = /^(\d\d) (\d)(\d?)[^ ]/.exec(folded.slice(n - 2, n + 3) + '_');
      if (meet) {
        add(meet[1] + '.' + meet[2] + (meet[3] || '_'),
          0xFFE00000 | 0x7B << 14 | (Number(meet[1] + meet[2]) * 11 + (meet[3] ? Number(meet[3]) : 10)));
      }
    }
    for (n = 0; n + 1 < bare.length; n++) {
      var first = folded.charCodeAt(bare[n]), second = folded.charCodeAt(bare[n + 1]);
      // A character of two halves is a gram by itself.
      if (covered[n] || within(first, [0xDC00, 0xDFFF]) || within(second, [0xD800, 0xDBFF])) { continue; }
      add(folded.charAt(bare[n]) + folded.charAt(bare[n + 1]), first << 16 | second);
    }
    return found;
  }

  // ---- postings: src/search/posting.rs

  function blocksOf(list) {
    var blocks = [], next = 0, at = 0;
    function letter() {
      var code = list.charCodeAt(at++) - 35;
      return code > 57 ? code - 1 : code;
    }
    function number(digit) {
      var value = 0, place = 1;
      for (; digit >= 45; digit = letter()) { value += (digit - 45) * place; place *= 45; }
      return value + digit * place;
    }
    while (at < list.length) {
      var digit = letter();
      if (digit === 90) {
        for (var run = number(letter()); run > 0; run--) { blocks.push(next++); }
      } else {
        next += number(digit);
        blocks.push(next++);
      }
    }
    return blocks;
  }

  // ---- files, each loaded once; a failed one may be asked for again

  var folder = '';
  var loaded = {};
  var waiting = {};

  function load(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var script = document.createElement('script');
        function fail() { delete waiting[name]; failed(new Error(name)); }
        script.src = folder + name + '.js';
        script.onload = function () { if (loaded[name]) { done(loaded[name]); } else { fail(); } };
        script.onerror = fail;
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  window.gongbaoSearch = {
    parts: function (shards, kinds) { loaded.parts = { shards: shards, kinds: kinds }; },
    index: function (n, lists) { loaded['index-' + n] = lists + ' '; },
    text: function (n, folders) { loaded['text-' + n] = folders; },
    // For tests, and for pages of one's own: the folded text, and the addresses of all that contains it.
    fold: function (text) { return fold(text).text; },
    find: function (asked) { return everywhere(fold(asked).text); }
  };

  // ---- finding

  // The blocks that may contain a query: every second gram covers it, and the others are asked for only
  // where those leave much to look through.
  function candidates(parts, wanted) {
    var some = wanted.filter(function (gram, n) { return wanted.length < 5 || n % 2 === 0 || gram.gram.length > 3; });
    return having(parts, some).then(function (blocks) {
      return blocks.length > 3 && some.length < wanted.length ? having(parts, wanted) : blocks;
    });
  }

  // The blocks that have all of these grams.
  function having(parts, wanted) {
    return Promise.all(wanted.map(function (gram) {
      var bucket = Math.imul(gram.code, 0x9E3779B1) >>> 22;
      return load('index-' + Math.floor(bucket * parts.shards / 1024)).then(function (lists) {
        var start = lists.indexOf(' ' + gram.gram + '!');
        if (start < 0) { return []; }
        start += gram.gram.length + 2;
        return blocksOf(lists.slice(start, lists.indexOf(' ', start)));
      });
    })).then(function (all) {
      all.sort(function (a, b) { return a.length - b.length; });
      return all.reduce(function (kept, blocks) {
        var has = {};
        blocks.forEach(function (block) { has[block] = true; });
        return kept.filter(function (block) { return has[block]; });
      });
    });
  }

  // The documents of a block that contain all of the words.
  function matches(folders, words) {
    var found = [];
    folders.forEach(function (entry) {
      entry.slice(2).forEach(function (document) {
        var title = fold(document[1]), text = fold(document[2]);
        var has = words.every(function (word) {
          return title.text.indexOf(word) >= 0 || text.text.indexOf(word) >= 0;
        });
        if (has) {
          found.push({ where: entry[0], url: entry[1] + document[0], title: document[1], text: document[2],
            foldedTitle: title, foldedText: text });
        }
      });
    });
    return found;
  }

  function tooShort(word) { return word.replace(/ /g, '').length < 2; }

  function everywhere(word) {
    if (tooShort(word)) { return Promise.resolve(null); }
    return load('parts').then(function (parts) { return candidates(parts, grams(word)); }).then(function (blocks) {
      return Promise.all(blocks.map(function (block) { return load('text-' + block); }));
    }).then(function (all) {
      return all.reduce(function (urls, folders) {
        return urls.concat(matches(folders, [word]).map(function (hit) { return hit.url; }));
      }, []);
    });
  }

  // Where the words stand in a text: pairs of start and end, in order, none inside another.
  function places(folded, text, words) {
    var found = [];
    words.forEach(function (word) {
      for (var at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
        found.push([folded.at[at], folded.at[at + word.length - 1] + 1]);
      }
    });
    found.forEach(function (place) {
      // A closing bracket takes the opening one with it: 〔2023〕28号.
      var marked = text.slice(place[0], place[1]);
      var pair = '〔〕[]（）()【】《》“”'.indexOf(text.charAt(place[0] - 1) || ' ');
      if (pair >= 0 && pair % 2 === 0 && marked.indexOf('〔〕[]（）()【】《》“”'.charAt(pair + 1)) >= 0) { place[0]--; }
    });
    found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return found.filter(function (place, n) { return n === 0 || place[0] >= found[n - 1][1]; });
  }

  // The sentences in which the first words stand, whole: an official text is not cut in the middle.
  function passage(text, place) {
    var start = place ? place[0] : 0, end = place ? place[1] : 1;
    while (start > 0 && '。！？；\n'.indexOf(text.charAt(start - 1)) < 0) { start--; }
    while (end < text.length && '。！？；\n'.indexOf(text.charAt(end - 1)) < 0) { end++; }
    while (/\s/.test(text.charAt(start))) { start++; }
    while (/\s/.test(text.charAt(end - 1))) { end--; }
    return [start, end];
  }

  // ---- showing

  var main = document.querySelector('[data-search]');
  if (!main || !window.Promise || !Math.imul) { return; }
  folder = main.getAttribute('data-search');
  var root = main.getAttribute('data-root');
  var PAGE = 10, MOST_BLOCKS = 8;

  function state(name) { return main.querySelector('[data-state="' + name + '"]'); }

  function show(names) {
    Array.prototype.forEach.call(main.querySelectorAll('[data-state]'), function (part) {
      part.hidden = names.indexOf(part.getAttribute('data-state')) < 0;
    });
  }

  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (blank, name) { return name in values ? values[name] : blank; });
  }

  function say(name, values) { return fill(main.getAttribute('data-' + name), values || {}); }

  // Words as text and nothing else, whatever they are; those that were looked for are marked.
  function write(into, text, found, from, to) {
    var at = from;
    found.forEach(function (place) {
      if (place[0] < at || place[1] > to) { return; }
      into.appendChild(document.createTextNode(text.slice(at, place[0])));
      var mark = document.createElement('mark');
      mark.textContent = text.slice(place[0], place[1]);
      into.appendChild(mark);
      at = place[1];
    });
    into.appendChild(document.createTextNode(text.slice(at, to)));
  }

  function item(hit, words, kind) {
    var entry = document.importNode(main.querySelector('[data-result]').content, true);
    var link = entry.querySelector('a');
    link.href = root + hit.url;
    write(link, hit.title, places(hit.foldedTitle, hit.title, words), 0, hit.title.length);
    var where = entry.querySelector('[data-where]');
    if (hit.where) { where.textContent = hit.where; } else { where.parentNode.removeChild(where); }
    var found = places(hit.foldedText, hit.text, words);
    var shown = passage(hit.text, found[0]);
    var place = entry.querySelector('[data-passage]');
    // A policy opens with its number, a clause with its first sentence; an organisation only with its address.
    if (shown[1] > shown[0] && (found.length || kind !== 'organisation')) {
      write(place, hit.text, found, shown[0], shown[1]);
    } else {
      place.parentNode.removeChild(place);
    }
    return entry;
  }

  // One kind of thing: its section, the blocks not yet looked through, what was found and not yet shown.
  function Group(kind, blocks, words) {
    this.kind = kind;
    this.section = main.querySelector('[data-kind="' + kind + '"]');
    this.jump = main.querySelector('[data-jump="' + kind + '"]');
    this.list = this.section.querySelector('ol');
    this.list.textContent = '';
    this.more = this.section.querySelector('button');
    this.blocks = blocks;
    this.words = words;
    this.hits = [];
    this.shown = 0;
    this.total = 0;
  }

  // Looks through blocks until there is a page to show, or for long enough.
  Group.prototype.look = function () {
    var group = this, looked = 0;
    function step() {
      if (group.hits.length >= PAGE || !group.blocks.length || looked >= MOST_BLOCKS) {
        return Promise.resolve();
      }
      looked++;
      return load('text-' + group.blocks[0]).then(function (folders) {
        group.blocks.shift();
        var found = matches(folders, group.words);
        group.total += found.length;
        group.hits = group.hits.concat(found);
        return step();
      });
    }
    return step();
  };

  Group.prototype.rest = function () { return this.hits.length > 0 || this.blocks.length > 0; };

  Group.prototype.count = function () {
    return this.blocks.length ? say('many', { n: this.total }) : say('count', { n: this.total });
  };

  Group.prototype.show = function () {
    var first = null;
    this.hits.splice(0, PAGE).forEach(function (hit) {
      this.list.appendChild(item(hit, this.words, this.kind));
      first = first || this.list.lastElementChild;
      this.shown++;
    }, this);
    this.section.hidden = this.shown === 0 && !this.rest();
    this.section.querySelector('[data-count]').textContent = this.count();
    this.jump.hidden = this.section.hidden;
    this.jump.querySelector('[data-count]').textContent = this.count();
    this.more.hidden = !this.rest();
    return first;
  };

  // Opens the groups for words; the promise tells them.
  function find(parts, words) {
    var wanted = [];
    words.forEach(function (word) { wanted = wanted.concat(grams(word)); });
    return candidates(parts, wanted).then(function (blocks) {
      var first = 0;
      var groups = parts.kinds.map(function (kind) {
        var end = first + kind[1];
        var own = blocks.filter(function (block) { return block >= first && block < end; });
        first = end;
        return new Group(kind[0], own, words);
      });
      return look(groups);
    });
  }

  // Looks until something is found or there is nothing left to look through.
  function look(groups) {
    return Promise.all(groups.map(function (group) { return group.look(); })).then(function () {
      var total = groups.reduce(function (sum, group) { return sum + group.total; }, 0);
      return total === 0 && groups.some(function (group) { return group.blocks.length > 0; }) ? look(groups) : groups;
    });
  }

  function found(groups) {
    return groups.some(function (group) { return group.total > 0; });
  }

  function tell(groups, asked) {
    var total = 0, open = false;
    groups.forEach(function (group) {
      total += group.total;
      open = open || group.blocks.length > 0;
    });
    state('told').textContent = say(open ? 'found-many' : 'found', { n: total, q: asked });
  }

  // What was found before stays.
  function failed(again) {
    show(main.querySelector('[data-state="results"] li') ? ['told', 'failed', 'results'] : ['told', 'failed', 'lists']);
    state('told').textContent = say('failed');
    state('failed').querySelector('button').onclick = again;
  }

  function results(groups, asked) {
    tell(groups, asked);
    groups.forEach(function (group) { group.show(); });
    var open = groups.filter(function (group) { return !group.section.hidden; });
    show(open.length > 1 ? ['told', 'results', 'jumps'] : ['told', 'results']);
    groups.forEach(function (group) {
      group.more.onclick = function () {
        group.more.disabled = true;
        group.look().then(function () {
          group.more.disabled = false;
          var first = group.show();
          tell(groups, asked);
          // Whoever pressed the button goes on where the new ones begin.
          if (first) { first.querySelector('a').focus(); }
        }, function () {
          group.more.disabled = false;
          failed(function () { show(['told', 'results', 'jumps']); group.more.onclick(); });
        });
      };
    });
  }

  function search(asked) {
    var whole = fold(asked).text;
    var words = asked.split(/\s+/).map(function (word) { return fold(word).text; })
      .filter(function (word) { return word.length > 1; });
    show(['told']);
    if (tooShort(whole)) {
      state('told').textContent = say('short');
      show(['told', 'help']);
      return;
    }
    state('told').textContent = say('looking');
    load('parts').then(function (parts) {
      return find(parts, [whole]).then(function (groups) {
        // Words that stand nowhere together may stand apart.
        return found(groups) || words.length < 2 ? groups : find(parts, words);
      });
    }).then(function (groups) {
      if (found(groups)) {
        results(groups, asked);
      } else {
        state('told').textContent = say('none', { q: asked });
        show(['told', 'nothing', 'lists']);
      }
    })['catch'](function () { failed(function () { search(asked); }); });
  }

  function asked() {
    var match = /[?&]q=([^&#]*)/.exec(location.search);
    try {
      return match ? decodeURIComponent(match[1].replace(/\+/g, ' ')).trim() : '';
    } catch (error) {
      return '';
    }
  }

  var query = asked();
  main.querySelector('input').value = query;
  if (query) {
    document.title = say('title', { q: query }) + ' - ' + document.title;
    search(query);
  } else {
    show(['help']);
  }
})();
