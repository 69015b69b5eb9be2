// Search, sort, and cells that open their evidence. Without it every row and link still works.
for (const field of document.querySelectorAll("input[data-table]")) {
  const rows = [...document.getElementById(field.dataset.table).tBodies[0].rows];
  const texts = rows.map(row => row.textContent.toLowerCase());
  field.addEventListener("input", () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row, i) => { row.hidden = !wanted.every(word => texts[i].includes(word)); });
  });
}
const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
for (const table of document.querySelectorAll("table.sortable")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
    const rows = [...table.tBodies[0].rows].sort((a, b) => collator.compare(key(a), key(b)));
    table.tBodies[0].append(...(down ? rows.reverse() : rows));
  }));
}
const open = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName === "DETAILS") { target.open = true; target.scrollIntoView(); target.firstElementChild.focus(); }
};
addEventListener("hashchange", open);
open();
addEventListener("beforeprint", () => { for (const part of document.querySelectorAll("details")) part.open = true; });
