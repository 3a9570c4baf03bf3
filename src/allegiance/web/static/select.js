// Words that are selected in a report's text fill the form that adds a claim. Without this, they are pasted.
"use strict";

(() => {
  const text = document.getElementById("text");
  const words = document.getElementById("words");
  const near = document.getElementById("near");
  const form = document.getElementById("add");
  let waiting = 0;

  // The numbers that lead to claims are no part of the text.
  const told = (range) => {
    const part = range.cloneContents();
    for (const number of part.querySelectorAll(".refs")) number.remove();
    return part.textContent;
  };

  const take = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const chosen = selection.getRangeAt(0);
    if (!text.contains(chosen.commonAncestorContainer) || !told(chosen).trim()) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(chosen.startContainer, chosen.startOffset);
    words.value = told(chosen);
    near.value = Array.from(told(before)).length;
    form.open = true;
  };

  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(take, 200);
  });
})();
