// The page was readable before Dash began. When Dash has drawn the same page with its charts and
// live parts, that takes the first one's place: the reader keeps their place and their focus.
(function () {
  "use strict";
  var first = document.getElementById("reading");
  var live = document.getElementById("react-entry-point");
  if (!first || !live) { return; }
  function all(within, what) { return Array.prototype.slice.call(within.querySelectorAll(what)); }
  function carry(value, field) {
    if (field.value === value) { return; }
    // React hears of a value only through the element's own setter and an event
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  }
  var STOPS = "a, button, input, select, summary, [tabindex]";
  var FIELDS = "select, input[type=search]";
  function swap() {
    var place = all(first, STOPS).indexOf(document.activeElement);
    var typed = all(first, FIELDS).map(function (each) { return each.value; });
    var opened = Array.prototype.map.call(first.querySelectorAll("details"), function (each) { return each.open; });
    var y = window.scrollY;
    first.remove();
    live.hidden = false;
    Array.prototype.forEach.call(live.querySelectorAll("details"), function (each, n) { each.open = opened[n]; });
    window.scrollTo(0, y);
    all(live, FIELDS).forEach(function (each, n) { carry(typed[n], each); });
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
    if (event.target.method === "get") { event.preventDefault(); }
  });
  watching.observe(live, { childList: true, subtree: true });
})();
