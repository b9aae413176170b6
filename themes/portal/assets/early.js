// early: what a reader switched on counts before the first paint. All else waits for the page, in portal.js.
try { document.documentElement.className = localStorage.getItem('gongbao-display') || ''; } catch (refused) { }
