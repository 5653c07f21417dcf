// Charts are drawn before any script comes. When one is touched, Dash and plotly are fetched and draw the
// charts of the page again, each in the place of its first drawing, with the figures of its marks.
(function () {
  "use strict";
  /** @typedef {{ set_props: (id: string, props: object) => void }} Clientside */
  /** @type {Window & { DashRenderer?: new () => object, dash_clientside?: Clientside }} */
  var browser = window;
  var main = document.getElementById("main");
  var template = document.getElementById("dash");
  if (!main || !(template instanceof HTMLTemplateElement)) { return; }
  var page = main, dash = template.content;
  /** @type {Record<string, Element>} */
  var graphs = {};
  /** @type {Record<string, boolean>} */
  var ran = {};
  var asked = false;

  /** @param {ParentNode} within @param {string} what @returns {HTMLElement[]} */
  function all(within, what) { return Array.prototype.slice.call(within.querySelectorAll(what)); }

  /** @param {HTMLElement} box */
  function offer(box) {
    var button = document.createElement("button");
    button.type = "button";
    var chart = box.closest(".chart") || box;
    button.className = "quiet touch" + (chart.classList.contains("wide-only") ? " wide-only" : "");
    button.textContent = "Make this chart interactive";
    button.addEventListener("click", function () { touch(box); });
    box.addEventListener("click", function () { touch(box); });
    chart.after(button);
  }
  /** @param {HTMLElement} box */
  function touch(box) {
    if (asked) { return; }
    asked = true;
    say("The chart is being made interactive.");
    Array.prototype.forEach.call(dash.children, function (part) {
      if (part.tagName === "DIV" || part.type === "application/json") { document.body.appendChild(part.cloneNode(true)); }
    });
    var entry = document.getElementById("react-entry-point");
    if (entry) { new MutationObserver(place).observe(entry, { childList: true, subtree: true }); }
    var addresses = all(dash, "script[src]").map(function (script) { return script.getAttribute("src") || ""; });
    addresses.unshift(box.dataset.plotly || "");
    addresses.forEach(ahead);
    runInOrder(addresses.filter(function (address) { return !ran[address]; }));
  }
  /** @param {string} address */
  function ahead(address) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "script";
    link.href = address;
    document.head.appendChild(link);
  }
  /** @param {string} words */
  function say(words) { all(page, ".touch").forEach(function (button) { button.textContent = words; }); }
  // Where one does not come, the reader can try again.
  /** @param {string[]} addresses */
  function runInOrder(addresses) {
    if (!addresses.length) {
      if (browser.DashRenderer) { new browser.DashRenderer(); }
      return;
    }
    var script = document.createElement("script");
    script.src = addresses[0];
    script.addEventListener("load", function () {
      ran[addresses[0]] = true;
      runInOrder(addresses.slice(1));
    });
    script.addEventListener("error", function () {
      script.remove();
      all(document, "body > #react-entry-point, body > #_dash-config").forEach(function (part) { part.remove(); });
      asked = false;
      say("The chart could not be made interactive. Try again");
    });
    document.head.appendChild(script);
  }

  // Dash draws each chart in a box of its own, out of sight; what it has drawn is moved to its place.
  function place() {
    all(document, "#charts > div > .dash-graph").forEach(function (graph) {
      if (graph.querySelector(".main-svg")) { graphs[graph.id] = graph; }
    });
    all(page, "[data-chart]").forEach(function (box) {
      var graph = graphs[box.dataset.chart || ""];
      if (!graph || graph.parentElement === box) { return; }
      box.replaceChildren(graph);
      window.dispatchEvent(new Event("resize"));
      var frame = box.closest("figure");
      all(frame || page, ".touch").forEach(function (button) { button.remove(); });
    });
  }

  page.addEventListener("shown", function () {
    begin();
    if (asked && browser.dash_clientside) {
      place();
      browser.dash_clientside.set_props("address", { search: window.location.search });
    }
  });
  function begin() { if (!asked) { all(page, "[data-chart]").forEach(offer); } }
  begin();
})();
