// The few things a page cannot do by itself. Everything else is a link, a form or htmx.
(() => {
  const one = (selector, inside = document) => inside.querySelector(selector);

  // Phone: the menu opens and closes.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-menu]");
    const open = button ? document.body.classList.toggle("menu-open") : false;
    if (!button && !event.target.closest("#menu")) document.body.classList.remove("menu-open");
    if (one("[data-menu]")) one("[data-menu]").setAttribute("aria-expanded", String(open));
  });

  // A drop-down closes when one looks elsewhere.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.drop[open], details.act-barred[open]").forEach((drop) => {
      if (!drop.contains(event.target)) drop.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.body.classList.remove("menu-open");
    const drop = event.target.closest("details[open]");
    if (drop) { drop.open = false; one("summary", drop).focus(); }
  });

  // A row opens what it is about; its first link does the same for the keyboard.
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-href]");
    if (!row || event.target.closest("a, button, input, label, summary, abbr")) return;
    if (String(getSelection())) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href, "_blank", "noopener");
    else location.assign(row.dataset.href);
  });

  // The tab one is on is seen, however many stand beside it.
  const seen = () => document.querySelectorAll(".tabs [aria-current]").forEach((tab) => {
    tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - tab.parentElement.clientWidth / 2 + tab.offsetWidth / 2;
  });
  seen();
  document.addEventListener("htmx:afterSettle", seen);
  window.addEventListener("resize", seen);

  // A list answers as soon as a choice or a day is changed; words are waited for (hx-trigger of the form).
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.matches(".asking") && event.target.type !== "search") form.requestSubmit();
  });

  // Print button; copy button of a code.
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => copy.classList.add("copied"));
  });
  if (document.querySelector("[data-print-now]")) window.addEventListener("load", () => window.print());
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details.print-open").forEach((part) => { part.open = true; });
  });

  // Enter twice is not two applications: a form that was sent cannot be sent again.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form[data-sent]");
    if (form) delete form.dataset.sent;
  });
})();
