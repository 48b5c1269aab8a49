// Ordering by moving: the list stands in the chosen order and is moved by buttons, by dragging or by the number of the place. The numbers
// stay the answer (attempt.js reads them), so that without this script nothing is missing. Markup: Attempts/Take.cshtml.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const said = document.querySelector("#said");
const select = row => row.querySelector("select");

for (const list of all("ol.order")) {
  const rows = () => all(":scope>li", list), shown = rows(), asIs = list.parentElement.querySelector("[data-as-is]");
  const button = (row, text, label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "button quiet";
    b.textContent = text;
    b.setAttribute("aria-label", label);
    b.setAttribute("aria-describedby", row.firstElementChild.id);
    b.onclick = act;
    row.append(b);
    return b;
  };
  // Every row has its number as soon as one was moved: an order is of all.
  const number = row => {
    rows().forEach((r, i) => select(r).value = i);
    asIs.hidden = true;
    list.dispatchEvent(new Event("input", { bubbles: true }));
    if (row) said.textContent = list.dataset.moved.replace("{0}", +select(row).value + 1).replace("{1}", shown.length);
  };
  const place = (row, at) => {
    const others = rows().filter(r => r != row);
    list.insertBefore(row, others[at] ?? null);
    number(row);
  };
  const move = (row, by, from) => {
    const at = rows().indexOf(row) + by;
    if (at < 0 || at >= shown.length) return;
    place(row, at);
    from.focus();
  };
  // As the numbers say, whoever set them: the server, this browser's store, or nobody.
  const arrange = () => {
    const at = r => select(r).value === "" ? shown.length : +select(r).value;
    list.append(...[...shown].sort((a, b) => at(a) - at(b) || shown.indexOf(a) - shown.indexOf(b)));
    asIs.hidden = shown.some(r => select(r).value !== "");
  };
  shown.forEach(row => {
    select(row).addEventListener("input", e => {
      if (select(row).value === "") return;
      e.stopPropagation();
      place(row, +select(row).value);
      select(row).focus();
    });
    const up = button(row, "↑", list.dataset.up, () => move(row, -1, up));
    const down = button(row, "↓", list.dataset.down, () => move(row, 1, down));
    row.addEventListener("pointerdown", e => {
      if (e.button || e.target.closest("select,button") || row.closest("fieldset").disabled) return;
      e.preventDefault();
      // The list holds the pointer: a row that is put elsewhere would lose it.
      list.setPointerCapture(e.pointerId);
      row.classList.add("moving");
      const before = rows();
      list.onpointermove = m => {
        const next = rows().filter(r => r != row).find(r => { const b = r.getBoundingClientRect(); return m.clientY < b.top + b.height / 2 });
        if (row.nextElementSibling != next) list.insertBefore(row, next ?? null);
      };
      list.onpointerup = list.onpointercancel = () => {
        list.onpointermove = list.onpointerup = list.onpointercancel = null;
        row.classList.remove("moving");
        if (rows().some((r, i) => r != before[i])) number(row);
      };
    });
  });
  asIs.onclick = () => { number(); select(rows()[0]).focus() };
  list.closest("[data-item]").addEventListener("written", arrange);
  list.classList.add("live");
  list.previousElementSibling.textContent = list.dataset.hint;
  arrange();
}
