// A name in a list that carries the place of its mark in the page's chart: while the name has the
// focus or the pointer, the mark is named in the chart too.
(function () {
  "use strict";
  /** @type {Window & { Plotly?: { Fx: { hover: Function, unhover: Function } } }} */
  var page = window;
  /** @param {Event} event @returns {HTMLElement | null} */
  function named(event) {
    return event.target instanceof Element ? event.target.closest("a[data-trace]") : null;
  }
  function chart() { return document.querySelector("#react-entry-point .js-plotly-plot"); }
  /** @param {Event} event */
  function show(event) {
    var name = named(event), drawn = chart();
    if (!name || !drawn || !page.Plotly) { return; }
    var trace = Number(name.dataset.trace);
    if (trace >= 0) { page.Plotly.Fx.hover(drawn, [{ curveNumber: trace, pointNumber: Number(name.dataset.place) }]); }
  }
  /** @param {Event} event */
  function hide(event) {
    var drawn = chart();
    if (named(event) && drawn && page.Plotly) { page.Plotly.Fx.unhover(drawn); }
  }
  document.addEventListener("focusin", show);
  document.addEventListener("focusout", hide);
  document.addEventListener("mouseover", show);
  document.addEventListener("mouseout", hide);
})();
