// Filters, searches and sorts the list of all mentions, and collects corrections into a file.
// The page says everything without it; nothing here asks any network.
(() => {
  "use strict";
  const list = document.getElementById("mentions");
  const tools = document.getElementById("tools");
  if (!list || !tools) return;

  // Letters without their marks, so that "zolw" finds "żółw".
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();
  const rows = [...list.children].map((row, index) => ({
    row, index,
    text: null,
    score: Number(row.dataset.score),
    severity: Number(row.dataset.severity),
    time: row.querySelector("time").dateTime,
  }));
  // Read only once somebody searches: the reasons are left out, as they quote the rules.
  const textOf = (item) => {
    if (item.text === null) {
      item.text = folded([...item.row.querySelectorAll(".title, blockquote, .meta, .chips")]
        .map((part) => part.textContent).join(" "));
    }
    return item.text;
  };
  const orders = {
    newest: (a, b) => a.index - b.index,
    oldest: (a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.index - b.index),
    negative: (a, b) => a.score - b.score || a.index - b.index,
    severe: (a, b) => b.severity - a.severity || a.score - b.score || a.index - b.index,
  };
  const fields = ["brand", "tone", "category", "team", "source", "language"];
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing-found");
  let order = "newest";

  const fits = (item, words, wanted) =>
    wanted.every(([name, value]) =>
      name === "category"
        ? item.row.dataset.categories.split(" ").includes(value)
        : item.row.dataset[name] === value) &&
    words.every((word) => textOf(item).includes(word));

  const apply = () => {
    const words = folded(tools.elements.search.value).split(/\s+/).filter(Boolean);
    const wanted = fields.map((name) => [name, tools.elements[name].value]).filter(([, value]) => value);
    let count = 0;
    for (const item of rows) {
      const isShown = fits(item, words, wanted);
      if (item.row.hidden === isShown) item.row.hidden = !isShown;
      if (isShown) count += 1;
    }
    if (tools.elements.sort.value !== order) {
      order = tools.elements.sort.value;
      list.append(...[...rows].sort(orders[order]).map((item) => item.row));
    }
    shown.value = `${count} / ${rows.length}`;
    nothing.hidden = count > 0;
  };
  let waiting = 0;
  tools.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, event.target.name === "search" ? 120 : 0);
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => setTimeout(apply));

  // A link to a mention that is filtered out shows it again.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      tools.reset();
      apply();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);

  // Down and up go from mention to mention, Home and End to the first and last, Escape to the search.
  const visible = () => [...list.children].filter((row) => !row.hidden);
  const focus = (row) => {
    if (!row) return;
    row.tabIndex = -1;
    row.focus();
  };
  list.addEventListener("keydown", (event) => {
    const row = event.target;
    if (row.parentElement !== list) return;
    const all = visible();
    const place = all.indexOf(row);
    const next = { ArrowDown: all[place + 1], ArrowUp: all[place - 1], Home: all[0], End: all.at(-1) };
    if (event.key in next) {
      event.preventDefault();
      if (event.key === "ArrowUp" && place === 0) tools.elements.search.focus();
      else focus(next[event.key]);
    } else if (event.key === "Escape") tools.elements.search.focus();
  });
  tools.elements.search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      apply();
      focus(visible()[0]);
    } else if (event.key === "Escape" && event.target.value) {
      event.preventDefault();
      event.target.value = "";
      apply();
    }
  });

  // Corrections: one line of JSON each, in the order of the keys below.
  const form = document.getElementById("correction-form").content.firstElementChild;
  const bar = document.getElementById("corrections");
  const corrections = [];
  let isSaved = true;
  const option = (value, name) => new Option(name, value);
  const choices = (field) => [...tools.elements[field].options].slice(1).map((one) => option(one.value, one.dataset.name));

  const close = (editor) => {
    const button = editor.parentElement.querySelector(":scope > .wrong");
    editor.remove();
    button.hidden = false;
    return button;
  };
  const fill = (editor, row) => {
    const { field, was, is } = editor.elements;
    const none = option("", editor.dataset.none);
    const data = row.dataset;
    const own = field.value === "category" ? data.categories.split(" ").filter(Boolean) : [data[field.value]];
    const all = choices(field.value);
    was.replaceChildren(...all.filter((one) => own.includes(one.value)).map((one) => one.cloneNode(true)));
    if (field.value === "category") was.append(option("", editor.dataset.missing));
    was.closest("label").hidden = field.value !== "category";
    is.replaceChildren(...all.filter((one) => !own.includes(one.value)));
    if (field.value !== "tone") is.append(none);
  };
  const count = () => {
    bar.hidden = corrections.length === 0;
    bar.querySelector("output").value = corrections.length;
  };
  const open = (button) => {
    const row = button.parentElement;
    const editor = form.cloneNode(true);
    button.hidden = true;
    row.append(editor);
    fill(editor, row);
    editor.elements.field.addEventListener("change", () => fill(editor, row));
    editor.addEventListener("reset", () => setTimeout(() => close(editor).focus()));
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(editor).focus();
      event.stopPropagation();
    });
    editor.addEventListener("submit", (event) => {
      event.preventDefault();
      const { field, was, is, note } = editor.elements;
      if (was.value === is.value) return;
      corrections.push({
        entry: Number(row.dataset.entry), brand: row.dataset.brand, field: field.value, was: was.value,
        is: is.value, note: note.value.trim(), rules: bar.dataset.rules, digest: bar.dataset.digest,
      });
      isSaved = false;
      row.classList.add("corrected");
      count();
      close(editor).focus();
    });
    editor.elements.field.focus();
  };
  const label = bar.dataset.mark;
  for (const { row } of rows) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "wrong";
    button.textContent = label;
    row.append(button);
  }
  list.addEventListener("click", (event) => {
    if (event.target.classList.contains("wrong")) open(event.target);
  });
  bar.querySelector(".save").addEventListener("click", () => {
    const lines = corrections.map((one) => JSON.stringify(one) + "\n");
    const address = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `corrections-${bar.dataset.digest}.jsonl`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    isSaved = true;
  });
  bar.querySelector(".undo").addEventListener("click", () => {
    const last = corrections.pop();
    if (last && !corrections.some((one) => one.entry === last.entry && one.brand === last.brand)) {
      document.getElementById(`m-${last.entry}-${last.brand}`)?.classList.remove("corrected");
    }
    count();
  });
  addEventListener("beforeunload", (event) => {
    if (corrections.length > 0 && !isSaved) event.preventDefault();
  });

  tools.hidden = false;
  apply();
  reveal();
})();
