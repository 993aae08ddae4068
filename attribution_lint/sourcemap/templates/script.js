"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const show = (element) => {
    if (element) element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  };
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  };

  document.documentElement.classList.add("scripted");

  // Tabs, by the pattern of the ARIA Authoring Practices Guide.
  for (const list of all("[role=tablist]")) {
    const tabs = all("[role=tab]", list);
    const panels = tabs.map((tab) => byId(tab.getAttribute("aria-controls")));
    const choose = (chosen, focus) => {
      tabs.forEach((tab, n) => {
        const on = tab === chosen;
        tab.setAttribute("aria-selected", String(on));
        tab.tabIndex = on ? 0 : -1;
        panels[n].classList.toggle("folded", !on);
      });
      if (focus) chosen.focus();
    };
    panels.forEach((panel, n) => {
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tabs[n].id);
      panel.removeAttribute("aria-label");
    });
    tabs.forEach((tab, n) => {
      tab.addEventListener("click", () => choose(tab, false));
      tab.addEventListener("keydown", (event) => {
        const steps = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: tabs.length - 1 };
        if (!(event.key in steps)) return;
        event.preventDefault();
        choose(tabs[(steps[event.key] + tabs.length) % tabs.length], true);
      });
    });
    choose(tabs[0], false);
  }
  const open = (panel) => {
    const tab = panel && byId(panel.getAttribute("aria-labelledby"));
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
  };

  let source = null;
  let words = null;

  const clear = () => {
    all(".lit, .lit-source, .lit-cue, .lit-voice, .lit-row").forEach((element) =>
      element.classList.remove("lit", "lit-source", "lit-cue", "lit-voice", "lit-row"));
    all("[aria-pressed=true]").forEach((button) => button.setAttribute("aria-pressed", "false"));
    all(".detail").forEach((detail) => { detail.hidden = true; });
    source = null;
  };

  const light = (selector, name) => {
    const found = all(selector);
    found.forEach((element) => element.classList.add(name));
    return found;
  };

  // A figure: its words, its source and its cue light up, and a line says how the one came to the other.
  const choose = (id, from) => {
    const row = byId(id);
    const draft = row.closest(".draft");
    clear();
    words = byId(row.dataset.words);
    light(`.story [data-figure="${id}"]`, "lit");
    if (row.dataset.attribution) {
      source = light(`[data-source~="${row.dataset.attribution}"]`, "lit-source")[0] || null;
      const cue = light(`[data-cue~="${row.dataset.attribution}"]`, "lit-cue")[0];
      source = source || cue || null;
    }
    const detail = draft.querySelector(".detail");
    const told = detail.querySelector("[data-told]");
    told.replaceChildren();
    const name = document.createElement("p");
    name.className = `told ${row.className}`;
    row.classList.add("lit-row");
    const figure = document.createElement("strong");
    figure.textContent = row.querySelector("th").textContent.trim();
    name.append(figure);
    const who = row.querySelector(".who");
    if (who) name.append(" ← ", who.textContent);
    const how = document.createElement("p");
    how.textContent = row.querySelector(".how").textContent;
    detail.hidden = false;
    told.append(name, how);
    for (const link of all("[data-problem-of]", row)) {
      const problem = document.createElement("p");
      problem.className = "told-problem";
      const said = byId(link.dataset.problemOf).querySelector(".said");
      problem.append(link.firstElementChild.cloneNode(true), " ", said.textContent);
      told.append(problem);
    }
    detail.querySelector("[data-to-source]").hidden = !source;
    if (from === "ledger") show(words);
    else if (source && !isSeen(source) && from !== "hanging") show(source);
    else if (from === "hanging") show(words);
  };

  const chooseVoice = (button) => {
    const on = button.getAttribute("aria-pressed") !== "true";
    clear();
    if (!on) return;
    button.setAttribute("aria-pressed", "true");
    const first = light(`.story [data-voice~="${button.dataset.voiceLink}"]`, "lit-voice")[0];
    if (first && !isSeen(first)) show(first);
  };

  const nextHanging = (draft) => {
    const rows = all("tr.unattributed[data-words]", byId(draft));
    const at = rows.findIndex((row) => row.classList.contains("lit-row"));
    const row = rows[(at + 1) % rows.length];
    choose(row.id, "hanging");
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a, button");
    if (!target) return;
    if (target.dataset.figure) {
      event.preventDefault();
      const inLedger = target.closest(".ledger");
      choose(target.dataset.figure, inLedger ? "ledger" : "story");
    } else if (target.dataset.voiceLink) {
      chooseVoice(target);
    } else if (target.dataset.problemLink) {
      event.preventDefault();
      clear();
      const found = light(`.story [data-problem~="${target.dataset.problemLink}"]`, "lit");
      show(found[0] || byId(target.hash.slice(1)));
    } else if (target.dataset.nextHanging) {
      nextHanging(target.dataset.nextHanging);
    } else if ("toSource" in target.dataset) {
      show(source);
    } else if ("toFigure" in target.dataset) {
      show(words);
      if (words) words.focus({ preventScroll: true });
    } else if ("close" in target.dataset) {
      clear();
      if (words) words.focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  // A link into a folded panel opens it.
  const arrive = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    const panel = target && target.closest(".panel");
    if (panel) { open(panel); show(target); }
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
