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
  // Beside a form of the desk, the place is shown at which somebody has just written.
  addEventListener("message", (event) => {
    const find = event.source === parent && event.data && event.data.find;
    if (typeof find === "string") {
      const plain = (words) => words.replace(/[^\p{L}\p{N}]+/gu, " ");
      const blocks = [...document.querySelectorAll("main :is(p, li, h1, h2, h3, td, figcaption)")];
      const block = blocks.find((one) => plain(one.textContent).includes(plain(find)));
      if (block) {
        block.scrollIntoView({ block: "center" });
      }
    }
  });
  document.addEventListener("visibilitychange", turn);
  turn();
})();
