// A name in a list that carries the place of its mark in the page's chart: while the name has the
// focus or the pointer, the mark is ringed and named in the chart too.
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  /** @type {Window & { Plotly?: { Fx: { hover: Function, unhover: Function } } }} */
  var page = window;
  /** @param {Event} event @returns {HTMLElement | null} */
  function named(event) {
    return event.target instanceof Element ? event.target.closest("a[data-trace]") : null;
  }
  function plotted() { return document.querySelector("#main .js-plotly-plot"); }
  /** @param {Event} event */
  function show(event) {
    var name = named(event), plot = plotted();
    if (!name) { return; }
    var trace = Number(name.dataset.trace), place = Number(name.dataset.place);
    if (plot && page.Plotly) { page.Plotly.Fx.hover(plot, [{ curveNumber: trace, pointNumber: place }]); return; }
    var marks = document.querySelector("#main .drawing [data-trace='" + trace + "']");
    if (marks && marks.children[place]) { ring(marks.children[place]); }
  }
  /** @param {Element} mark */
  function ring(mark) {
    var x = mark.getAttribute("x") || "0", y = mark.getAttribute("y") || "0";
    var left = parseFloat(x) < 50;
    var group = element("g", { class: "ringed" });
    group.append(element("circle", { cx: x, cy: y, r: "11" }), element("text", { x: x, y: y, dx: left ? "16" : "-16", dy: "-10", class: "halo", "text-anchor": left ? "start" : "end" }));
    var title = mark.querySelector("title");
    if (group.lastElementChild && title) { group.lastElementChild.textContent = title.textContent; }
    var drawing = mark.closest("svg");
    if (drawing) { drawing.append(group); }
  }
  /** @param {string} name @param {Record<string, string>} attributes */
  function element(name, attributes) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  /** @param {Event} event */
  function hide(event) {
    var plot = plotted();
    if (!named(event)) { return; }
    if (plot && page.Plotly) { page.Plotly.Fx.unhover(plot); }
    document.querySelectorAll(".ringed").forEach(function (group) { group.remove(); });
  }
  document.addEventListener("focusin", show);
  document.addEventListener("focusout", hide);
  document.addEventListener("mouseover", show);
  document.addEventListener("mouseout", hide);
})();
