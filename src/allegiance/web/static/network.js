// Puts the drawing of a network into its page. Where that fails, the table below has everything.
"use strict";

(async () => {
  const place = document.getElementById("plot");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  try {
    const answer = await fetch(place.dataset.plot + (dark ? "&dark=1" : ""), { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`the drawing was not given: ${answer.status}`);
    const drawing = await answer.json();
    place.replaceChildren();
    await Bokeh.embed.embed_item(drawing, "plot");
  } catch (error) {
    place.textContent = "The drawing could not be loaded. The table below has everything that it would show.";
  }
})();
