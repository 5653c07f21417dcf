// The page was readable before Dash began. When Dash has drawn the same page with its charts and
// live parts, that takes the first one's place: the reader keeps their place and their focus.
(function () {
  "use strict";
  var reading = document.getElementById("reading");
  var entry = document.getElementById("react-entry-point");
  if (!reading || !entry) { return; }
  var first = reading, live = entry;
  /** @param {Element} within @param {string} what @returns {HTMLElement[]} */
  function all(within, what) { return Array.prototype.slice.call(within.querySelectorAll(what)); }
  /** @param {Element} within @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  function fields(within) { return Array.prototype.slice.call(within.querySelectorAll("select, input[type=search]")); }
  /** @param {Element} within @returns {HTMLDetailsElement[]} */
  function folds(within) { return Array.prototype.slice.call(within.querySelectorAll("details")); }
  /** @param {string} value @param {HTMLInputElement | HTMLSelectElement} field */
  function carry(value, field) {
    if (field.value === value) { return; }
    // React hears of a value only through the element's own setter and an event
    var own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    if (own && own.set) { own.set.call(field, value); }
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  }
  var STOPS = "a, button, input, select, summary, [tabindex]";
  function swap() {
    var place = document.activeElement instanceof HTMLElement ? all(first, STOPS).indexOf(document.activeElement) : -1;
    var typed = fields(first).map(function (each) { return each.value; });
    var opened = folds(first).map(function (each) { return each.open; });
    var y = window.scrollY;
    first.remove();
    live.hidden = false;
    folds(live).forEach(function (each, n) { each.open = opened[n]; });
    window.scrollTo(0, y);
    fields(live).forEach(function (each, n) { carry(typed[n], each); });
    var again = all(live, STOPS)[place];
    if (again) { again.focus({ preventScroll: true }); }
    document.documentElement.dataset.live = "yes";
    window.dispatchEvent(new Event("resize"));
  }
  var watching = new MutationObserver(function () {
    if (live.querySelector("main")) { watching.disconnect(); window.requestAnimationFrame(swap); }
  });
  // What a form of choices asks for, Dash has done by the time it is sent.
  live.addEventListener("submit", function (event) {
    if (event.target instanceof HTMLFormElement && event.target.method === "get") { event.preventDefault(); }
  });
  watching.observe(live, { childList: true, subtree: true });
})();
