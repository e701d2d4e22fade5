// Sorts a table by the columns whose heads say how, and finds rows in a long one. Without a script it
// stands as it was written.
const longTable = 8;
const locale = document.documentElement.lang;
const collator = new Intl.Collator(locale, { numeric: true });

// The first number in a cell's bold text, or else in all of it, as the page writes numbers: "1,234" and
// "−0.25" in English, "1 234" and "−0,25" else. Not a number where there is none.
const numberIn = (cell) => {
  const text = (cell.querySelector("b") ?? cell).textContent.replace(/\u00a0/g, "").replace(/−/g, "-");
  const [found = ""] = text.match(/[-+]?\d+(?:[.,]\d+)*/) ?? [];
  return parseFloat(locale === "en" ? found.replaceAll(",", "") : found.replace(",", "."));
};
// Rows without a number come last, whichever way.
const orderOf = {
  text: (column, turn) => (a, b) =>
    turn * collator.compare(a.cells[column].textContent.trim(), b.cells[column].textContent.trim()),
  number: (column, turn) => (a, b) => {
    const [one, other] = [numberIn(a.cells[column]), numberIn(b.cells[column])];
    return isNaN(one) - isNaN(other) || turn * (one - other) || 0;
  },
};
// A number's column goes down first, and a text's up; then the other way, then as it was written.
const turnsOf = { text: ["ascending", "descending"], number: ["descending", "ascending"] };

const makeSortable = (table, heads, rows) => {
  const sort = (head) => {
    const turns = turnsOf[head.dataset.sort];
    const next = turns[turns.indexOf(head.getAttribute("aria-sort")) + 1];
    for (const other of heads) other.removeAttribute("aria-sort");
    if (next) head.setAttribute("aria-sort", next);
    const order = orderOf[head.dataset.sort](head.cellIndex, next === "descending" ? -1 : 1);
    table.tBodies[0].append(...(next ? [...rows].sort(order) : rows));
  };
  table.classList.add("sortable");
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
};
const makeFindable = (table, rows) => {
  const finder = document.getElementById("table-finder").content.firstElementChild.cloneNode(true);
  const [input, output] = [finder.querySelector("input"), finder.querySelector("output")];
  const texts = rows.map((row) => folded(row.textContent));
  const find = () => {
    const words = wordsOf(input.value);
    rows.forEach((row, place) => { row.hidden = !words.every((word) => texts[place].includes(word)); });
    output.value = words.length ? `${rows.filter((row) => !row.hidden).length} / ${rows.length}` : "";
  };
  const heading = [...document.querySelectorAll("h2, h3")].filter((one) =>
    one.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  heading.id ||= `over-table-${table.closest("main").querySelectorAll(".find").length}`;
  input.setAttribute("aria-describedby", heading.id);
  input.addEventListener("input", find);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.value = "";
    find();
  });
  // Above a table that scrolls by itself, not within what scrolls.
  (table.closest(".scroll") ?? table).before(finder);
};
for (const table of document.querySelectorAll("table")) {
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const rows = [...table.tBodies[0].rows];
  if (heads.length === 0 || rows.length < 2) continue;
  makeSortable(table, heads, rows);
  if (rows.length >= longTable) makeFindable(table, rows);
}
