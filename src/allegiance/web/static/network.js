// Puts the drawing of a network into its page, and shows the neighbours of the actor that is chosen in it.
// Where that fails, the table below has everything.
"use strict";

(async () => {
  const place = document.getElementById("plot");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  // The script that draws is large and comes after this one: the drawing is asked for while it is made ready.
  const ready = new Promise((done) => { document.addEventListener("DOMContentLoaded", done, { once: true }); });
  try {
    const answer = await fetch(`${place.dataset.plot}&wide=${place.clientWidth || 1100}${dark ? "&dark=1" : ""}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`the drawing was not given: ${answer.status}`);
    const drawing = await answer.json();
    await ready;
    place.replaceChildren();
    await Bokeh.embed.embed_item(drawing, "plot");
  } catch (error) {
    place.textContent = "The drawing could not be loaded. The table below has everything that it would show.";
    return;
  }

  const models = [...Bokeh.documents.at(-1)._all_models.values()];
  const actors = models.find((model) => model.name === "actors");
  const ties = models.filter((model) => model.name === "ties");
  const panel = document.getElementById("chosen");
  const field = document.getElementById("one");
  const names = actors.data.name;
  const most = 24;
  let busy = false;

  const choose = (chosen) => {
    const id = chosen === undefined ? undefined : actors.data.id[chosen];
    const near = new Set([id]);
    for (const source of ties) {
      const own = [];
      source.data.who.forEach((who, at) => {
        if (who !== id && source.data.whom[at] !== id) return;
        own.push(at);
        near.add(who).add(source.data.whom[at]);
      });
      // A source with nothing selected is drawn in full: to fade it, something that is not there is selected.
      source.selected.indices = id === undefined ? [] : own.length ? own : [-1];
    }
    const all = [...actors.data.id.keys()];
    actors.selected.indices = id === undefined ? [] : all.filter((at) => near.has(actors.data.id[at]));
    const beside = actors.selected.indices.filter((at) => at !== chosen);
    // Few neighbours all bear their names; of many, those who have room for them anyway.
    const shown = beside.length && beside.length <= most ? new Set([...beside, chosen]) : new Set();
    const told = names.map((name, at) => (shown.has(at) ? actors.data.full[at] : shown.size ? "" : name));
    if (told.some((name, at) => name !== actors.data.name[at])) actors.data = { ...actors.data, name: told };
    panel.hidden = id === undefined;
    if (id === undefined) return;
    field.value = actors.data.full[chosen];
    panel.querySelector("strong").textContent = actors.data.full[chosen];
    panel.querySelector("span").textContent = `${actors.data.kind[chosen]}, ${actors.data.ties[chosen]} ties here${
      beside.length ? `: ${beside.slice(0, most).map((at) => actors.data.full[at]).join(" · ")}` : ""
    }${beside.length > most ? ` and ${beside.length - most} more` : ""}`;
    for (const link of panel.querySelectorAll("a")) link.href = actors.data[link.dataset.to][chosen];
  };

  actors.selected.properties.indices.change.connect(() => {
    if (busy) return;
    busy = true;
    choose(actors.selected.indices.at(-1));
    busy = false;
  });

  // The same by keyboard: a name is typed, or chosen from those that are drawn; Escape shows everybody again.
  document.getElementById("drawn").append(...[...new Set(actors.data.full)].sort().map((name) => new Option(name, name)));
  field.closest("[hidden]").hidden = false;
  field.addEventListener("change", () => {
    const wanted = field.value.trim().toLowerCase();
    const at = wanted ? actors.data.full.findIndex((name) => name.toLowerCase() === wanted) : -1;
    field.setCustomValidity(wanted && at < 0 ? "Nobody of this name is drawn." : "");
    if (!field.reportValidity()) return;
    actors.selected.indices = at < 0 ? [] : [at];
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    field.setCustomValidity("");
    actors.selected.indices = [];
  });
})();
