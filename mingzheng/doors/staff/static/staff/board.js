// The board: a visit is taken up, held over cells and put down, by mouse or by keyboard. The server says what that means.
(() => {
  const board = document.getElementById("board");
  if (!board || !board.dataset.moves) return;
  const panel = document.getElementById("board-panel");
  const over = document.getElementById("board-over");
  let held = null; // {chip, number, since, person, cell, keys}
  let asking = 0;

  const cellOf = (element) => element.closest("td.board-cell");
  const table = () => board.querySelector("table.board");
  const mayLie = (cell) => cell && (!cell.dataset.visitLine || cell.dataset.visitLine === held.number);

  const address = (extra) => {
    const { day, person = "" } = held.cell.dataset;
    const said = new URLSearchParams({ to: day, since: held.since, person, instead_of: held.person, back: board.dataset.back, ...extra });
    return `${board.dataset.moves.replace("VISIT", held.number)}?${said}`;
  };

  function takeUp(chip, keys) {
    const cell = cellOf(chip);
    held = { chip, keys, number: chip.dataset.visit, since: cell ? cell.dataset.day : chip.dataset.since || "", person: cell ? cell.dataset.person || "" : "", cell: null };
    chip.classList.add("board-held");
    chip.setAttribute("aria-grabbed", "true");
  }

  function letGo() {
    clearTimeout(asking);
    if (!held) return;
    held.chip.classList.remove("board-held");
    held.chip.removeAttribute("aria-grabbed");
    if (held.cell) held.cell.classList.remove("board-over");
    over.hidden = true;
    held = null;
  }

  // What stands in the way is told as soon as one stays over a cell.
  function holdOver(cell) {
    if (held.cell === cell) return;
    if (held.cell) held.cell.classList.remove("board-over");
    held.cell = cell;
    cell.classList.add("board-over");
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    clearTimeout(asking);
    asking = setTimeout(() => tell(cell), held.keys ? 250 : 120);
  }

  async function tell(cell) {
    const said = await fetch(address({ over: "1" }));
    if (!held || held.cell !== cell) return;
    over.innerHTML = `<p>${cell.dataset.label}</p>${said.ok ? await said.text() : said.statusText}`;
    over.hidden = false;
  }

  async function show(url, from) {
    const said = await fetch(url);
    panel.innerHTML = await said.text();
    panel.returnTo = from;
    if (!panel.open) panel.showModal();
    const first = panel.querySelector("button[type=submit]") || panel.querySelector("button");
    if (first) first.focus();
  }

  function putDown() {
    if (!held.cell) return letGo();
    const url = address({}), chip = held.chip;
    letGo();
    show(url, chip);
  }

  board.addEventListener("dragstart", (event) => {
    const chip = event.target.closest("[data-visit]");
    if (!chip) return;
    takeUp(chip, false);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.number);
  });
  board.addEventListener("dragover", (event) => {
    const cell = held && cellOf(event.target);
    if (!mayLie(cell)) return;
    event.preventDefault();
    holdOver(cell);
  });
  board.addEventListener("drop", (event) => {
    if (!held || !mayLie(cellOf(event.target))) return;
    event.preventDefault();
    holdOver(cellOf(event.target));
    putDown();
  });
  board.addEventListener("dragend", letGo);

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  function start() {
    const own = cellOf(held.chip) || board.querySelector(`td[data-visit-line="${held.number}"]`);
    const row = held.chip.closest("tr");
    return own || (row && row.querySelector("td.board-cell")) || board.querySelector("td.board-cell");
  }

  function step([down, right]) {
    const rows = [...table().tBodies[0].rows].map((row) => [...row.querySelectorAll("td.board-cell")]);
    const at = rows.findIndex((row) => row.includes(held.cell));
    const row = rows[Math.min(Math.max(at + down, 0), rows.length - 1)];
    const cell = row[Math.min(Math.max(rows[at].indexOf(held.cell) + right, 0), row.length - 1)];
    if (mayLie(cell)) holdOver(cell);
  }

  document.addEventListener("keydown", (event) => {
    const chip = event.target.closest && event.target.closest("[data-visit]");
    if (!held && chip && event.key === " ") {
      event.preventDefault();
      takeUp(chip, true);
      const cell = start();
      if (cell) holdOver(cell);
    } else if (held && held.keys) {
      if (STEPS[event.key]) step(STEPS[event.key]);
      else if (event.key === "Enter") putDown();
      else if (event.key === "Escape" || event.key === "Tab") letGo();
      else return;
      if (event.key !== "Tab") event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    const helper = event.target.closest("[data-helper]");
    if (helper) show(`${helper.dataset.helper}?back=${encodeURIComponent(board.dataset.back)}`, helper);
    if (event.target.closest("[data-close]")) panel.close();
  });
  panel.addEventListener("close", () => { if (panel.returnTo) panel.returnTo.focus(); });
})();
