// Shows names beneath the field while somebody types one. Without it, the field sends its form to the search.
"use strict";

(() => {
  const form = document.querySelector("form.find");
  const field = form && form.querySelector("input[type=search]");
  if (!field) return;
  const found = document.createElement("div");
  found.className = "found";
  found.setAttribute("role", "status");
  found.hidden = true;
  form.append(found);
  let timer = 0;
  let asking = null;

  const close = () => {
    if (asking) asking.abort();
    found.hidden = true;
    found.replaceChildren();
  };

  const ask = async () => {
    if (asking) asking.abort();
    asking = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`/names?${query}`, { credentials: "same-origin", signal: asking.signal });
      if (!answer.ok) return close();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      found.replaceChildren(...page.body.children);
      found.hidden = !found.children.length;
    } catch (error) {
      // Another letter was typed, or the server is away: the form still leads to the search.
      if (error.name !== "AbortError") close();
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length < 2) close();
    else timer = setTimeout(ask, 180);
  });

  form.addEventListener("keydown", (event) => {
    const links = [...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && !found.hidden) {
      close();
      field.focus();
    } else if (event.key === "ArrowDown" && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at ? links[at - 1] : field).focus();
    } else return;
    event.preventDefault();
  });

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) setTimeout(close, 150);
  });
})();
