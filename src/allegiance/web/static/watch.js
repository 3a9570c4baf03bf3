// Shows how far a reading is, every second. Without this, the page is asked for again by its link.
"use strict";

(() => {
  const place = document.getElementById("state");

  const look = async () => {
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(`it was not told: ${answer.status}`);
      const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("state");
      if (!told || told.dataset.running !== "1") {
        location.reload();
        return;
      }
      // What is the same is not said again to who listens to the page.
      if (told.innerHTML !== place.innerHTML) place.replaceChildren(...told.childNodes);
    } catch (error) {
      const lost = document.createElement("p");
      lost.setAttribute("role", "status");
      lost.textContent = "These pages do not answer; they are asked again.";
      place.replaceChildren(lost);
    }
    setTimeout(look, 1000);
  };

  setTimeout(look, 1000);
})();
