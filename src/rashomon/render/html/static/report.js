"use strict";
/* Filters, switches and toggles. The page is complete without this script. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`)?.value ?? "all";
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const shown = document.querySelector(".shown");

  all("[data-control]").forEach((control) => { control.hidden = false; });

  /* Colours */
  const scheme = () => {
    const value = chosen("scheme");
    if (value === "auto") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = value;
  };

  /* Outlets or countries */
  const columns = (story) => {
    const by = chosen(`${story}-by`);
    all(`[data-matrix="${story}"]`).forEach((matrix) => { matrix.hidden = matrix.dataset.by !== by; });
  };

  /* Filters: a facet is off when its status or its kind is not the chosen one */
  const filter = () => {
    const state = chosen("state"), kind = chosen("kind"), only = state === "only";
    const fits = (item) => (state === "all" || item.dataset.state === state) && (kind === "all" || item.dataset.kind === kind);
    all("[data-state]").forEach((item) => item.classList.toggle("off", !fits(item)));
    all("[data-hide-on-only]").forEach((part) => part.classList.toggle("off", only));
    all("[data-only]").forEach((part) => part.classList.toggle("off", !only && (state !== "all" || kind !== "all")));
    all(".facets").forEach((part) => {
      part.querySelector(".none-shown").hidden = all(".facet:not(.off)", part).length > 0;
    });
    all(".rest").forEach((rest) => { if (state !== "all" || kind !== "all") rest.open = true; });
    say(only);
  };
  const say = (only) => {
    if (only) shown.textContent = `${plural(all(".exclusives .quote").length, "exclusive")} shown`;
    else shown.textContent = `${all(".facet:not(.off)").length} of ${plural(Number(shown.dataset.total), "facet")} shown`;
  };
  const reset = () => {
    all('input[name="state"][value="all"], input[name="kind"][value="all"]').forEach((input) => { input.checked = true; });
    filter();
  };

  /* A link into what is folded or filtered away opens it first */
  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest(".off")) reset();
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    target.scrollIntoView();
  };

  document.addEventListener("change", ({ target }) => {
    if (target.name === "scheme") scheme();
    else if (target.dataset.switch) columns(target.dataset.switch);
    else if (target.name === "state" || target.name === "kind") filter();
  });
  document.addEventListener("click", ({ target }) => {
    const link = target.closest('a[href^="#"]'), button = target.closest("[data-details]");
    if (link) setTimeout(() => reveal(link.hash.slice(1)));
    if (button) all(".full").forEach((text) => { text.open = button.dataset.details === "open"; });
  });
  addEventListener("hashchange", () => reveal(location.hash.slice(1)));

  /* Paper has no toggles */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((item) => { item.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((item) => { item.open = false; }));

  scheme();
  new Set(all("[data-switch]").map((input) => input.dataset.switch)).forEach(columns);
  if (shown) filter();
  reveal(location.hash.slice(1));
})();
