"use strict";
// What makes the desk better; all of it works without. Nothing is kept before somebody says so:
// what is written meanwhile goes into a draft on this machine.

// The page of a new file: what was to be focused begins in its place.
const focused = document.querySelector("[autofocus]");
const errors = document.getElementById("errors") || document.querySelector("[data-first]");
if (focused && document.activeElement !== focused) {
  focused.focus();
} else if (errors && !location.hash) {
  errors.focus({ preventScroll: true });
}

const writing = document.querySelector("form[data-draft]");
if (writing) {
  const said = writing.querySelector("[data-kept]");
  let waiting = 0;
  let changed = writing.dataset.draft === "yes";
  const fields = () => {
    const found = new FormData(writing);
    found.delete("new-picture");
    const words = new URLSearchParams();
    for (const [name, value] of found) {
      if (typeof value === "string") words.append(name, value);
    }
    return words;
  };
  const send = (keepalive) => {
    waiting = 0;
    return fetch("/draft", { method: "POST", body: fields(), keepalive }).catch(() => null);
  };
  const soon = () => {
    changed = true;
    said.textContent = "Not kept yet";
    clearTimeout(waiting);
    waiting = setTimeout(() => send(false), 1500);
  };
  writing.addEventListener("input", soon);
  // Whoever keeps goes on where they were, and sees the place that they were writing at.
  const place = `place of ${writing.elements.path.value}`;
  const body = document.getElementById("body");
  writing.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    waiting = 0;
    if (event.submitter && event.submitter.value === "keep") {
      const at = body.selectionStart;
      const line = body.value.slice(body.value.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0];
      const focus = (document.activeElement || {}).id || "";
      sessionStorage.setItem(place, JSON.stringify({ top: scrollY, at, line, focus }));
    }
  });
  const was = JSON.parse(sessionStorage.getItem(place) || "null");
  sessionStorage.removeItem(place);
  if (was && !errors) {
    scrollTo(0, was.top);
    if (was.focus === "body") {
      body.focus({ preventScroll: true });
      body.setSelectionRange(was.at, was.at);
    }
    const frame = document.querySelector("iframe[data-live]");
    const words = was.line.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 60);
    if (frame && words.length > 3) {
      frame.addEventListener("load", () => {
        frame.contentWindow.postMessage({ find: words }, new URL(frame.dataset.live).origin);
      });
    }
  }
  addEventListener("pagehide", () => {
    if (changed && waiting) {
      clearTimeout(waiting);
      send(true);
    }
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      writing.requestSubmit(writing.querySelector(".bar button[value=keep]"));
    }
  });
}

// Buttons that put something into the words, so that Ctrl-Z takes it out again.
for (const tools of document.querySelectorAll("[data-tools]")) {
  const area = document.getElementById(tools.dataset.tools);
  const value = (id) => (document.getElementById(id) || {}).value || "";
  const put = (before, usual, after) => {
    const { selectionStart: start, selectionEnd: end, value: text } = area;
    const chosen = text.slice(start, end).trim() || usual;
    const lead = start === 0 || text.slice(0, start).endsWith("\n\n") ? "" : text.slice(0, start).endsWith("\n") ? "\n" : "\n\n";
    const tail = text.slice(end).startsWith("\n\n") ? "" : text.slice(end).startsWith("\n") ? "\n" : "\n\n";
    area.focus();
    document.execCommand("insertText", false, lead + before + chosen + after + tail);
    const at = start + lead.length + before.length;
    area.setSelectionRange(at, at + chosen.length);
  };
  const ways = {
    passage: () => put(`::: voice ${value("tool-voice")}\n`, "What they said.", "\n:::"),
    name: () => {
      area.focus();
      document.execCommand("insertText", false, `{${value("tool-voice")}}`);
    },
    quotation: () => put("> ", "What somebody said.", `\n>\n> — {${value("tool-voice") || "name"}}`),
    list: () => put("- ", "One thing", "\n- Another thing"),
    table: () => put("| What | When |\n| --- | --- |\n| ", "One thing", " | Monday |"),
    heading: () => put("## ", "A heading", ""),
    picture: () => put("![", "", `](${value("tool-picture")})`),
  };
  tools.addEventListener("click", (event) => {
    const way = ways[event.target.dataset.put];
    if (way) way();
  });
  tools.hidden = false;
}

// A link to a line of a file puts the cursor there.
const whole = document.querySelector("[data-lines] #text");
const goTo = (line) => {
  const lines = whole.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  whole.focus();
  whole.setSelectionRange(start, start + (lines[line - 1] || "").length);
};
for (const link of document.querySelectorAll("[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(Number(link.dataset.line));
  });
}
const asked = /^#line-(\d+)$/.exec(location.hash);
if (whole && asked) {
  goTo(Number(asked[1]));
}
