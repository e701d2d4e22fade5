// Filters, searches and sorts the mentions. Only so many rows are in the page at a time, so that it
// answers at once however many there are.
const step = 100;
const printed = 500;
const after = document.getElementById("after");
const before = document.getElementById("before");
const shown = document.getElementById("shown");
const nothing = document.getElementById("nothing-found");

// The reasons are left out, as they quote the rules.
const textOf = (item) => {
  if (item.text === null) {
    const parts = item.row
      ? [...item.row.querySelectorAll(".title, blockquote, .meta, .chips")].map((part) => part.textContent + " ")
      : [...(item.title ?? []), " ", ...(item.body ?? [])].map((piece) => (typeof piece === "string" ? piece : piece[0]))
        .concat(" ", metaOf(item).textContent, " ", chipsOf(item).map(([name]) => name).join(" "));
    item.text = folded(parts.join(""));
  }
  return item.text;
};
const bySeverity = (a, b) => b.severity - a.severity || a.score - b.score || a.index - b.index;
const orders = {
  newest: (a, b) => a.index - b.index,
  oldest: (a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.index - b.index),
  negative: (a, b) => a.score - b.score || a.index - b.index,
  severe: bySeverity,
  due: (a, b) => {
    const [one, other] = [a.due ?? "~", b.due ?? "~"];
    return one < other ? -1 : one > other ? 1 : bySeverity(a, b);
  },
};
const lists = { category: "categories" };
for (const { name } of tools.querySelectorAll("select[name^='facet-']")) lists[name] = "facets";
const fields = ["brand", "tone", "team", "source", "language", "answer", ...Object.keys(lists)];
let found = items;
let first = 0;
let last = 0;

const show = (from, to) => {
  first = Math.max(from, 0);
  last = Math.min(to, found.length);
  list.replaceChildren(...found.slice(first, last).map(rowOf));
  note();
};
const note = () => {
  before.hidden = first === 0;
  after.hidden = last === found.length;
  before.querySelector("output").value = first;
  after.querySelector("output").value = found.length - last;
};
const showMore = () => {
  const to = Math.min(last + step, found.length);
  list.append(...found.slice(last, to).map(rowOf));
  last = to;
  note();
};
const showEarlier = () => {
  const from = Math.max(first - step, 0);
  list.prepend(...found.slice(from, first).map(rowOf));
  first = from;
  note();
};
const apply = () => {
  const words = wordsOf(tools.elements.search.value);
  const wanted = fields.map((name) => [name, tools.elements[name].value]).filter(([, value]) => value);
  found = items.filter((item) =>
    wanted.every(([name, value]) =>
      name in lists ? item[lists[name]].includes(value) : item[name] === value) &&
    words.every((word) => textOf(item).includes(word)));
  found.sort(orders[tools.elements.sort.value]);
  shown.value = `${found.length} / ${items.length}`;
  nothing.hidden = found.length > 0;
  show(0, step);
};
let waiting = 0;
tools.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, event.target.name === "search" ? 120 : 0);
});
tools.addEventListener("submit", (event) => event.preventDefault());
tools.addEventListener("reset", () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply);
});
after.querySelector("button").addEventListener("click", () => {
  const next = last;
  showMore();
  focus(rowOf(found[next]));
});
before.querySelector("button").addEventListener("click", showEarlier);
addEventListener("beforeprint", () => show(0, printed));

// A link to a mention brings its row into the page, past whatever is filtered out.
const reveal = (hash) => {
  if (!hash.startsWith("#m-")) return false;
  const item = items.find((one) => `#m-${one.id}` === hash);
  if (!item || rowOf(item).isConnected) return false;
  if (!found.includes(item)) {
    tools.reset();
    clearTimeout(waiting);
    apply();
  }
  const place = found.indexOf(item);
  if (place >= last || place < first) show(place, place + step);
  return true;
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#m-']");
  if (link) reveal(link.getAttribute("href"));
});
addEventListener("hashchange", () => {
  if (reveal(location.hash)) document.getElementById(location.hash.slice(1)).scrollIntoView();
});

// Down and up go from mention to mention, Home and End to the first and last, Escape to the search.
const focus = (row) => {
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
};
const edges = {
  Home: () => {
    if (first > 0) show(0, step);
    return list.firstElementChild;
  },
  End: () => {
    if (last < found.length) show(found.length - step, found.length);
    return list.lastElementChild;
  },
  ArrowDown: (row) => {
    if (!row.nextElementSibling && last < found.length) showMore();
    return row.nextElementSibling;
  },
  ArrowUp: (row) => {
    if (!row.previousElementSibling && first > 0) showEarlier();
    return row.previousElementSibling ?? tools.elements.search;
  },
  Escape: () => tools.elements.search,
};
list.addEventListener("keydown", (event) => {
  const row = event.target;
  if (row.parentElement !== list || !(event.key in edges)) return;
  event.preventDefault();
  const next = edges[event.key](row);
  if (next === tools.elements.search) next.focus();
  else focus(next);
});
tools.elements.search.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    clearTimeout(waiting);
    apply();
    focus(list.firstElementChild);
  } else if (event.key === "Escape" && event.target.value) {
    event.preventDefault();
    event.target.value = "";
    apply();
  }
});

// The texts to search are read while nothing else is to do.
let read = 0;
const readAhead = (idle) => {
  while (read < items.length && idle.timeRemaining() > 1) textOf(items[read++]);
  if (read < items.length) requestIdleCallback(readAhead);
};
