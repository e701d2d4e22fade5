// Collects corrections into a file: one line of JSON each.
const form = document.getElementById("correction-form").content.firstElementChild;
const corrections = [];
let isSaved = true;
let hasFile = false;
const choices = (field) =>
  [...tools.elements[field].options].slice(1).map((one) => new Option(one.dataset.name, one.value));
const itemOf = (row) => items.find((item) => item.row === row);

const close = (editor) => {
  const button = editor.parentElement.querySelector(":scope > .wrong");
  editor.remove();
  button.hidden = false;
  return button;
};
const fill = (editor, item) => {
  const { field, was, is } = editor.elements;
  const own = field.value === "category" ? item.categories : [item[field.value]];
  const all = choices(field.value);
  was.replaceChildren(...all.filter((one) => own.includes(one.value)).map((one) => one.cloneNode(true)));
  if (field.value === "category") was.append(new Option(editor.dataset.missing, ""));
  was.closest("label").hidden = field.value !== "category";
  is.replaceChildren(...all.filter((one) => !own.includes(one.value)));
  if (field.value !== "tone") is.append(new Option(editor.dataset.none, ""));
};
const count = () => {
  bar.hidden = corrections.length === 0;
  bar.querySelector("output").value = corrections.length;
};
const edit = (button) => {
  const item = itemOf(button.parentElement);
  const editor = form.cloneNode(true);
  button.hidden = true;
  item.row.append(editor);
  fill(editor, item);
  editor.elements.field.addEventListener("change", () => fill(editor, item));
  editor.addEventListener("change", () => editor.elements.is.setCustomValidity(""));
  editor.addEventListener("reset", () => setTimeout(() => close(editor).focus()));
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(editor).focus();
    event.stopPropagation();
  });
  editor.addEventListener("submit", (event) => {
    event.preventDefault();
    const { field, was, is, note } = editor.elements;
    if (was.value === is.value) {
      is.setCustomValidity(editor.dataset.same);
      is.reportValidity();
      return;
    }
    corrections.push({
      entry: item.entry, brand: item.brand, field: field.value, was: was.value, is: is.value,
      note: note.value.trim(), rules: bar.dataset.rules, digest: bar.dataset.digest,
    });
    isSaved = false;
    item.row.classList.add("corrected");
    count();
    close(editor).focus();
  });
  editor.elements.field.focus();
};
list.addEventListener("click", (event) => {
  if (event.target.classList.contains("wrong")) edit(event.target);
});
bar.querySelector(".save").addEventListener("click", () => {
  const lines = corrections.map((one) => JSON.stringify(one) + "\n");
  const address = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
  element("a", { href: address, download: `corrections-${bar.dataset.digest}.jsonl` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  isSaved = true;
  hasFile = true;
});
bar.querySelector(".undo").addEventListener("click", () => {
  const last = corrections.pop();
  // A file saved before still has it.
  isSaved = corrections.length === 0 && !hasFile;
  const isOf = (one) => one.entry === last.entry && one.brand === last.brand;
  if (last && !corrections.some(isOf)) items.find(isOf)?.row?.classList.remove("corrected");
  count();
});
addEventListener("beforeunload", (event) => {
  if (!isSaved) event.preventDefault();
});

tools.hidden = items.length === 0;
apply();
if (reveal(location.hash)) document.getElementById(location.hash.slice(1)).scrollIntoView();
window.requestIdleCallback?.(readAhead);
