// What the page knows of every mention, and how a row of the list is made of it: as mention.mustache
// and reasons.mustache write it for a reader without scripts. Text goes in as text, never as markup.
const data = JSON.parse(document.getElementById("rows").textContent);
const list = document.getElementById("mentions");
const tools = document.getElementById("tools");
const bar = document.getElementById("corrections");

// What the filters call each brand, tone, category, team, source and language.
const names = new Map(
  [...tools.querySelectorAll("select")].map((select) => [
    select.name, new Map([...select.options].map((option) => [option.value, option.dataset.name])),
  ]));
const nameOf = (field, id) => names.get(field)?.get(id) ?? id;

// A mention's id is its entry's number and its brand. Rows that stand in the page already are used.
const items = data.rows.map((row, index) => {
  const [entry] = row.id.split("-", 1);
  return {
    facets: [], ...row, index, entry: Number(entry), brand: row.id.slice(entry.length + 1), text: null,
    row: document.getElementById(`m-${row.id}`),
  };
});

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const outside = (text) => element("bdi", {}, text);
const setOff = {
  n: (text) => element("mark", {}, text),
  g: (text) => element("u", { class: "good" }, text),
  b: (text) => element("u", { class: "bad" }, text),
};
const said = (item, segments, start = "", end = "") =>
  element("bdi", { lang: item.language }, start, ...segments.map((segment) => {
    if (typeof segment === "string") return segment;
    const [text, marks] = segment;
    return [...marks].reduceRight((inner, mark) => setOff[mark](inner), text);
  }), end);
const linked = (item, attributes, ...children) =>
  element("a", { ...attributes, href: item.link, rel: "noopener noreferrer nofollow ugc" }, ...children);

const metaOf = (item) => {
  const [shape, tone] = data.tones[item.tone];
  const parts = [
    element("span", { class: `tone ${item.tone}` },
      element("span", { "aria-hidden": "true" }, shape), ` ${tone} ${item.scored}`),
    element("span", {}, outside(nameOf("brand", item.brand))),
    element("span", {}, outside(nameOf("source", item.source))),
    element("span", {}, nameOf("language", item.language)),
    element("time", { datetime: item.time }, item.when),
    element("span", {}, item.age),
  ];
  if (item.edited) parts.push(element("span", {}, item.edited));
  if (item.link) {
    parts.push(item.title
      ? element("span", { class: "host" }, outside(item.host))
      : linked(item, { class: "host" }, `${data.read_at} `, outside(item.host)));
  }
  return element("p", { class: "meta" }, ...parts.flatMap((part) => [part, " "]).slice(0, -1));
};
const chipsOf = (item) => [
  ...(item.severity > 1 ? [[data.severities[item.severity], item.severity > 2 ? "critical" : "high"]] : []),
  ...(item.contact ? [[item.contact, "high"]] : []),
  ...item.categories.map((id) => [nameOf("category", id), "tag"]),
  ...item.facets.map((id) => [nameOf(`facet-${id.split(":", 1)[0]}`, id), "tag"]),
  [`→ ${nameOf("team", item.team)}`, "team"],
];
const reasonsOf = (item) =>
  element("details", {}, element("summary", {}, data.why),
    element("dl", {}, ...item.reasons.flatMap((place) => {
      const [of, because] = data.reasons[place];
      return [element("dt", {}, outside(of)), element("dd", {}, outside(because))];
    })));

const wrongButton = () => element("button", { type: "button", class: "wrong" }, bar.dataset.mark);
for (const { row } of items) row?.append(wrongButton());

const made = (item) => {
  const row = element("li", { class: "mention", id: `m-${item.id}` });
  if (item.title) {
    const title = said(item, item.title);
    row.append(element("p", { class: "title" }, item.link ? linked(item, {}, title) : title));
  }
  if (item.body) {
    const [start, end] = [item.cut_at_start ? "… " : "", item.cut_at_end ? " …" : ""];
    row.append(element("blockquote", {}, said(item, item.body, start, end)));
  }
  row.append(metaOf(item),
    element("ul", { class: "chips" }, ...chipsOf(item).map(([name, kind]) =>
      element("li", { class: kind }, outside(name)))),
    reasonsOf(item), wrongButton());
  return row;
};
const rowOf = (item) => (item.row ??= made(item));
