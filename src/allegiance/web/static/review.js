// Doubtful claims by keyboard. Keys count only while one of the claims has the focus, and never while one writes.
"use strict";

(() => {
  const items = [...document.querySelectorAll("[data-work]")];
  let at = 0;

  const turn = (to) => {
    if (!items[to]) return;
    items[to].focus({ preventScroll: true });
    items[to].scrollIntoView({ block: "nearest" });
  };
  items.forEach((item, number) => item.addEventListener("focusin", () => { at = number; }));

  const press = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (found) found.click();
  };

  const keys = {
    j: () => turn(at + 1),
    k: () => turn(at - 1),
    a: () => press("[value=accept]", items[at]),
    r: () => press("[value=reject]", items[at]),
    c: () => press("[data-correct]", items[at]),
    w: () => { const reason = items[at].querySelector("[name=why]"); if (reason) reason.focus(); },
    u: () => press("[data-undo] button"),
  };

  document.getElementById("work").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input")) {
      if (event.key === "Escape") turn(at);
      return;
    }
    const act = keys[event.key];
    if (act && !event.repeat) {
      event.preventDefault();
      act();
    }
  });

  // Whoever opens this page has come to work: the first claim has the focus, unless the address leads elsewhere.
  if (!location.hash) turn(0);
})();
