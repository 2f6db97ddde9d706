// Finds stories. It keeps nothing, asks no server for an answer, and works from a disk.
// Every statement ends in a semicolon, and spaces count in quotation marks alone: pages get it
// without spaces and comments.
(() => {
  const page = document, me = page.currentScript, told = me.dataset;
  const base = me.src.replace(/[^/]*$/, "");
  const $ = (id) => page.getElementById(id);
  const form = $("find"), narrow = $("narrow"), said = $("said"), list = $("found"), more = $("more");
  const done = {}, asked = {};
  window.found = (name, data) => done[name](data);
  const load = (name) => asked[name] ||= new Promise((ready, fail) => {
    const file = page.createElement("script");
    done[name] = ready;
    file.onerror = fail;
    file.src = base + name + ".js";
    page.head.append(file);
  });
  const main = async () => {
    const all = await load("all");
    const fold = (word) => all.folds.reduce(
      (now, [from, to]) => now.replace(new RegExp(from, "gu"), to), word.normalize("NFKD"));
    // The stories that have a word, or one that begins so, and how well they fit. Two letters are a
    // whole word: what begins with them is half of a large site.
    const look = async (word, hits = new Map(), only, full = /^(=|[a-z]{2}$)/.test(word)) => {
      const files = all.files.filter(
        ([one]) => word.startsWith(one) || !full && word[1] && one.startsWith(word));
      for (const words of await Promise.all(files.map(([, name]) => load(name)))) {
        for (const own in words) {
          const key = word[0] == "=" ? own : fold(own);
          if (key == word || !full && key.startsWith(word)) words[own].split(" ").map((ids, rest) => {
            const good = (key == word ? 2 : 1) * (rest ? 1 : 4);
            for (const id of ids.match(RegExp(`.{${all.length}}`, "g")) || []) {
              if (only?.has(id) ?? 1) hits.set(id, Math.max(good, hits.get(id) || 0));
            }
          });
        }
      }
      return hits;
    };
    const term = async (word) => {
      word = fold(word);
      const hits = await look(word);
      // What Welsh words become after others, in Welsh stories alone.
      const welsh = all.welsh[0] && await look("=l/cy");
      for (const set of all.welsh) for (const one of set) {
        if (one ? word.startsWith(one) : /^[aeilnoruwy]/.test(word)) for (const other of set) {
          await look(other + word.slice(one.length), hits, welsh, !word[2]);
        }
      }
      // "Gardens" finds "garden".
      while (!hits.size && word[4]) await look(word = word.slice(0, -1), hits);
      return hits;
    };
    const wanted = new URLSearchParams(location.search), q = (wanted.get("q") || "").trim();
    const terms = (q.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [])
      .map(term);
    for (const [key, options] of all.groups) {
      const select = form[key], value = wanted.get(key);
      options.map(([one, label]) => select.add(new Option(label, one, 0, one == value)));
      select.parentNode.hidden = !options[1];
      if (value) terms.push(look(`=${key}/${value}`));
    }
    form.q.value = q;
    narrow.hidden = narrow.disabled = false;
    if (!terms[0]) return;
    const [first, ...others] = await Promise.all(terms);
    const hits = [...first].filter(([id]) => others.every((one) => one.has(id)));
    const good = ([id, own]) => others.reduce((sum, one) => sum + one.get(id), own);
    hits.sort((one, other) => good(other) - good(one));
    said.textContent = hits[0] ? told.some.replace("#", hits.length) : told.none;
    if (q) page.title = q + " – " + page.title;
    let at = 0;
    const show = async () => {
      const items = await Promise.all(hits.slice(at, at += 10).map(async ([id]) => {
        const [high, low] = [...id].map((sign) => all.signs.indexOf(sign));
        const card = (await load("c" + (high * 64 + low >> 12 - all.bits)))[id];
        const item = list.children[0].content.cloneNode(true).children[0];
        [...item.children].map((one, nth) => one.textContent = card[nth]);
        item.lang = card[3];
        item.children[0].href = base + "../.." + card[4] + told.tail;
        return item;
      }));
      list.append(...items);
      more.hidden = at >= hits.length;
      return items[0];
    };
    more.onclick = async () => (await show()).children[0].focus();
    if (hits[0]) show();
  };
  main().catch(() => said.textContent = told.failed);
})();
