"use strict";
// Loads the page again when the site has changed; the browser keeps the place. A page that nobody
// looks at waits, since a browser opens only a few connections to one server.
(() => {
  const shown = new URL(document.currentScript.src).searchParams.get("shown");
  let changes = null;
  const listen = () => {
    changes = new EventSource("/-byleave/changes");
    changes.onmessage = (event) => {
      if (event.data !== shown) {
        changes.close();
        location.reload();
      }
    };
  };
  const turn = () => {
    if (changes) {
      changes.close();
      changes = null;
    }
    if (!document.hidden) {
      listen();
    }
  };
  document.addEventListener("visibilitychange", turn);
  turn();
})();
