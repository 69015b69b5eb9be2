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
// On paper long words are parted before a consonant that a vowel follows; few browsers know German syllables.
const parting = new RegExp(
  "(?<=\\p{L}{3})(?!ch|ck|sch|ph|th|qu|s[pt]|[bfgkp][lr]|[dt]r|zw|pf|[gk]n)([a-zäöüß])" +
  "(?!ch|sch)(?=(?:[bfgkp][lr]|[dt]r|zw|[b-df-hj-np-tv-z])[aeiouyäöü]\\p{L})", "giu");
const cells = change => {
  for (const cell of document.querySelectorAll(".sortable td, .matrix th")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = change(texts.currentNode.data);
  }
};
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
  cells(text => text.replace(/\p{L}{9,}/gu, word => word.replace(parting, "$1\u00ad")));
});
addEventListener("afterprint", () => cells(text => text.replaceAll("\u00ad", "")));
