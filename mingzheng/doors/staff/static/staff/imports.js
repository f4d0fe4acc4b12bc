// While a register is read or written, the page that waits says how far it is.
(() => {
  const place = document.getElementById("import-progress");
  const ask = () => htmx.ajax("GET", place.dataset.url, { target: place, swap: "innerHTML" });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post" || !place.hidden || event.defaultPrevented) return;
    place.hidden = false;
    ask();
    setInterval(ask, 1000);
  });
})();
